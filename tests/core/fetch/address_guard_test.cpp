#include "core/fetch/address_guard.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>
#include <string>

#include "tests/support/error_of.hpp"

namespace pith {
namespace {

std::string refusal(const std::string& address, const std::vector<std::string>& allowed = {}) {
  return AddressGuard(false, allowed).refusal(IpAddress::parse(address).value());
}

TEST(AddressGuard, LetsTheInternetThrough) {
  for (const char* address :
       {"1.1.1.1", "93.184.216.34", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0",
        "169.253.255.255", "192.167.0.1", "198.17.255.255", "223.255.255.255", "2606:4700::1111",
        "2001:4860:4860::8888", "2a00:1450::1", "64:ff9b::8.8.8.8", "2002:808:808::1"}) {
    EXPECT_EQ(refusal(address), "") << address;
  }
}

TEST(AddressGuard, NamesWhatItRefuses) {
  EXPECT_EQ(refusal("127.0.0.1"), "127.0.0.1 is a loopback address");
  EXPECT_EQ(refusal("10.255.0.1"), "10.255.0.1 is a private address");
  EXPECT_EQ(refusal("172.31.255.255"), "172.31.255.255 is a private address");
  EXPECT_EQ(refusal("192.168.1.1"), "192.168.1.1 is a private address");
  EXPECT_EQ(refusal("169.254.1.1"), "169.254.1.1 is a link-local address");
  EXPECT_EQ(refusal("169.254.169.254"), "169.254.169.254 is the address of cloud metadata services");
  EXPECT_EQ(refusal("fd00:ec2::254"), "fd00:ec2::254 is the address of cloud metadata services");
  EXPECT_EQ(refusal("100.64.0.1"), "100.64.0.1 is a private address behind carrier-grade NAT");
  EXPECT_EQ(refusal("0.0.0.0"), "0.0.0.0 is an unspecified address");
  EXPECT_EQ(refusal("224.0.0.1"), "224.0.0.1 is a multicast address");
  EXPECT_EQ(refusal("255.255.255.255"), "255.255.255.255 is a reserved address");
  EXPECT_EQ(refusal("203.0.113.7"), "203.0.113.7 is a documentation address");
  EXPECT_EQ(refusal("::"), ":: is an unspecified address");
  EXPECT_EQ(refusal("::1"), "::1 is a loopback address");
  EXPECT_EQ(refusal("fe80::1%eth0"), "fe80::1 is a link-local address");
  EXPECT_EQ(refusal("fc00::1"), "fc00::1 is a private address");
  EXPECT_EQ(refusal("fdff::1"), "fdff::1 is a private address");
  EXPECT_EQ(refusal("ff02::1"), "ff02::1 is a multicast address");
  EXPECT_EQ(refusal("2001:db8::1"), "2001:db8::1 is a documentation address");
}

TEST(AddressGuard, KnowsItsOwnRefusals) {
  for (const char* address : {"127.0.0.1", "100.64.0.1", "169.254.169.254", "64:ff9b::10.0.0.1", "100::1"}) {
    EXPECT_TRUE(AddressGuard::is_refusal(refusal(address))) << address;
    EXPECT_TRUE(AddressGuard::is_refusal("redirected to 'http://a.example/': " + refusal(address)));
  }
  EXPECT_TRUE(AddressGuard::is_refusal(AddressGuard(false, {}).refusal_of_host("localhost")));
  for (const char* other : {"", "the robots.txt of http://a.example disallows it",
                            "only http and https are fetched", "127.0.0.1 is down"}) {
    EXPECT_FALSE(AddressGuard::is_refusal(other)) << other;
  }
}

TEST(AddressGuard, LooksIntoAddressesThatContainOthers) {
  EXPECT_EQ(refusal("::ffff:127.0.0.1"), "127.0.0.1 is a loopback address");
  EXPECT_EQ(refusal("::ffff:a9fe:a9fe"), "169.254.169.254 is the address of cloud metadata services");
  EXPECT_EQ(refusal("64:ff9b::10.0.0.1"), "64:ff9b::a00:1 leads on, and 10.0.0.1 is a private address");
  EXPECT_EQ(refusal("2002:7f00:1::1"), "2002:7f00:1::1 leads on, and 127.0.0.1 is a loopback address");
  EXPECT_EQ(refusal("::127.0.0.1"), "::127.0.0.1 leads on, and 127.0.0.1 is a loopback address");
  EXPECT_NE(refusal("64:ff9b:1::8.8.8.8"), "");
  EXPECT_NE(refusal("2001:0:1::1"), "") << "Teredo";
}

TEST(AddressGuard, AllowsWhatItIsToldTo) {
  EXPECT_EQ(refusal("127.0.0.1", {"127.0.0.1"}), "");
  EXPECT_NE(refusal("127.0.0.2", {"127.0.0.1"}), "");
  EXPECT_EQ(refusal("10.1.2.3", {"::1", "10.0.0.0/8"}), "");
  EXPECT_EQ(refusal("192.168.129.1", {"192.168.128.0/17"}), "");
  EXPECT_NE(refusal("192.168.127.1", {"192.168.128.0/17"}), "");
  EXPECT_EQ(refusal("::ffff:10.1.2.3", {"10.0.0.0/8"}), "") << "one address, two spellings";
  EXPECT_EQ(refusal("fd12::1", {"fd00::/8"}), "");
  EXPECT_EQ(refusal("64:ff9b::10.0.0.1", {"10.0.0.0/8"}), "");
  EXPECT_EQ(AddressGuard(true, {}).refusal(IpAddress::parse("127.0.0.1").value()), "");
}

TEST(AddressGuard, SaysWhatCannotBeAllowed) {
  for (const char* wrong : {"localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "fe80::1%eth0",
                            "fd00::/129", "", "10.0.0.1/-1"}) {
    EXPECT_EQ(error_of([&] { AddressGuard(false, {wrong}); }),
              "'" + std::string(wrong) +
                  "' is no address to allow: write an IP address or a range of them, "
                  "such as 127.0.0.1 or 10.0.0.0/8");
  }
}

TEST(AddressGuard, ReadsSocketAddresses) {
  const AddressGuard guard(false, {});
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_addr.s_addr = htonl(0x7F000001);
  EXPECT_EQ(guard.refusal(reinterpret_cast<sockaddr*>(&v4)), "127.0.0.1 is a loopback address");
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  ::inet_pton(AF_INET6, "fe80::1", &v6.sin6_addr);
  v6.sin6_scope_id = 2;
  EXPECT_EQ(guard.refusal(reinterpret_cast<sockaddr*>(&v6)), "fe80::1 is a link-local address");
  sockaddr other{};
  other.sa_family = AF_UNIX;
  EXPECT_EQ(guard.refusal(&other), "not an internet address");
}

TEST(AddressGuard, KnowsHostsByNameWhereAProxyResolvesThem) {
  const AddressGuard guard(false, {"10.0.0.0/8"});
  EXPECT_EQ(guard.refusal_of_host("169.254.169.254"),
            "169.254.169.254 is the address of cloud metadata services");
  EXPECT_EQ(guard.refusal_of_host("[::1]"), "::1 is a loopback address");
  EXPECT_EQ(guard.refusal_of_host("10.0.0.1"), "");
  for (const char* host : {"127.1", "0x7f.1", "0X7F000001", "2130706433", "0177.0.0.1", "0x7f.1."}) {
    EXPECT_EQ(guard.refusal_of_host(host), "127.0.0.1 is a loopback address") << host;
  }
  for (const char* name :
       {"localhost", "a.LOCALHOST", "printer", "nas.local", "metadata.google.internal", "router.home.arpa"}) {
    EXPECT_EQ(guard.refusal_of_host(name),
              "'" + std::string(name) + "' names this machine or its own network");
  }
  EXPECT_EQ(guard.refusal_of_host("example.com"), "");
  EXPECT_EQ(guard.refusal_of_host("mylocal.example"), "");
  EXPECT_EQ(AddressGuard(true, {}).refusal_of_host("localhost"), "");
}

}  // namespace
}  // namespace pith
