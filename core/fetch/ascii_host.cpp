#include "core/fetch/ascii_host.hpp"

#include <unicode/uidna.h>

#include <memory>

namespace pith {
namespace {

struct CloseIdna {
  void operator()(UIDNA* idna) const noexcept { uidna_close(idna); }
};

constexpr std::size_t longest_name = 253;  // RFC 1035, section 2.3.4, without the bytes of the lengths

}  // namespace

std::string ascii_host(std::string_view name) {
  if (name.size() > 4 * longest_name) return {};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, CloseIdna> idna(
      uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_NONTRANSITIONAL_TO_ASCII, &error));
  if (U_FAILURE(error) != 0) return {};
  char ascii[longest_name + 1];
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const int32_t size = uidna_nameToASCII_UTF8(idna.get(), name.data(), static_cast<int32_t>(name.size()),
                                              ascii, sizeof(ascii), &info, &error);
  if (U_FAILURE(error) != 0 || info.errors != 0 || size <= 0) return {};
  return {ascii, static_cast<std::size_t>(size)};
}

}  // namespace pith
