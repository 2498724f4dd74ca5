#include "core/render/safe_url.hpp"

#include <array>

#include "core/render/utf8.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

bool begins_with(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() && lower_ascii(url.substr(0, scheme.size())) == scheme;
}

bool is_web(std::string_view url) {
  return begins_with(url, "http://") || begins_with(url, "https://");
}

std::string encoded(std::string_view url) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string safe;
  safe.reserve(url.size());
  for (const char c : valid_utf8(url)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool awkward =
        byte <= 0x20 || byte == 0x7f || std::string_view("\"<>`").find(c) != std::string_view::npos;
    if (awkward) {
      safe += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    } else {
      safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string safe_url(std::string_view url) {
  url = trim(url);
  return is_web(url) || begins_with(url, "mailto:") ? encoded(url) : std::string();
}

std::string safe_image_url(std::string_view url) {
  url = trim(url);
  return is_web(url) ? encoded(url) : std::string();
}

}  // namespace pith
