#include "core/fetch/address_range.hpp"

#include <charconv>

namespace pith {
namespace {

constexpr unsigned all_bits = 128;
constexpr unsigned bits_before_v4 = 96;

}  // namespace

std::optional<AddressRange> AddressRange::parse(std::string_view text) {
  const auto slash = text.find('/');
  const std::string_view address = text.substr(0, slash);
  // A range of one link is not one of another: zones cannot be told apart here.
  if (address.find('%') != std::string_view::npos) return std::nullopt;
  const auto base = IpAddress::parse(address);
  if (!base) return std::nullopt;
  if (slash == std::string_view::npos) return AddressRange(*base, all_bits);

  const std::string_view digits = text.substr(slash + 1);
  unsigned bits = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  // "::ffff:10.0.0.0/104" counts its bits as IPv6 does.
  const unsigned before = address.find(':') == std::string_view::npos ? bits_before_v4 : 0;
  if (bits > all_bits - before) return std::nullopt;
  return AddressRange(*base, bits + before);
}

bool AddressRange::contains(const IpAddress& address) const {
  const unsigned whole = bits_ / 8;
  for (unsigned i = 0; i < whole; ++i) {
    if (address.bytes()[i] != base_.bytes()[i]) return false;
  }
  if (bits_ % 8 == 0) return true;
  const unsigned differing = address.bytes()[whole] ^ base_.bytes()[whole];
  return differing >> (8 - bits_ % 8) == 0;
}

}  // namespace pith
