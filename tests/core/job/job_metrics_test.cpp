#include "core/job/job_metrics.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/error_of.hpp"

namespace pith {
namespace {

TEST(JobMetrics, AnAddressThatIsTakenIsToldWithWhatToDo) {
  const int taken = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  ASSERT_EQ(::bind(taken, reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(::listen(taken, 1), 0);
  ASSERT_EQ(::getsockname(taken, reinterpret_cast<sockaddr*>(&address), &size), 0);
  const std::string listen = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  EXPECT_EQ(error_of([&] {
              JobMetrics({listen, ""});
            }),
            listen +
                ": metrics cannot be served there: Address already in use: choose another address or port "
                "(--metrics, metrics.listen)");
  ::close(taken);
}

// 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
TEST(JobMetrics, AnAddressOfAnotherMachineIsTold) {
  EXPECT_EQ(error_of([&] {
              JobMetrics({"192.0.2.1:9464", ""});
            }),
            "192.0.2.1:9464: metrics cannot be served there: Cannot assign requested address: choose another "
            "address or port (--metrics, metrics.listen)");
}

}  // namespace
}  // namespace pith
