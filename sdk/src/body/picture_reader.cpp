#include "body/picture_reader.hpp"

#include <charconv>

#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

constexpr int icon_pixels = 48;

int pixels(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value > 0 && value < 100'000 ? value : 0;
}

/// The last candidate of a srcset, which is the largest as pages write them.
std::string_view largest_of(std::string_view srcset) {
  std::string_view best;
  std::size_t at = 0;
  while (at < srcset.size()) {
    while (at < srcset.size() &&
           (srcset[at] == ' ' || srcset[at] == ',' || srcset[at] == '\n' || srcset[at] == '\t')) {
      ++at;
    }
    std::size_t end = at;
    while (end < srcset.size() && srcset[end] != ' ' && srcset[end] != '\n' && srcset[end] != '\t') ++end;
    std::string_view url = srcset.substr(at, end - at);
    while (url.ends_with(',')) url.remove_suffix(1);
    if (!url.empty()) best = url;
    const std::size_t comma = srcset.find(',', end);
    at = comma == std::string_view::npos ? srcset.size() : comma + 1;
  }
  return best;
}

bool is_placeholder(std::string_view source) {
  return source.empty() || source.starts_with("data:") || source == "#" || source.starts_with("about:");
}

std::string_view address_of(Node image) {
  for (const char* name : {"data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-lazy",
                           "data-lazyload", "src"}) {
    if (const std::string_view source = trim(image.attribute(name)); !is_placeholder(source)) return source;
  }
  for (const char* name : {"srcset", "data-srcset", "data-lazy-srcset"}) {
    if (const std::string_view source = largest_of(image.attribute(name)); !is_placeholder(source))
      return source;
  }
  if (const Node picture = image.parent(); picture.is(Tag::picture)) {
    for (Node at = picture.first_element(); at; at = at.next_element()) {
      if (!at.is(Tag::source)) continue;
      for (const char* name : {"srcset", "data-srcset"}) {
        if (const std::string_view source = largest_of(at.attribute(name)); !is_placeholder(source))
          return source;
      }
    }
  }
  return {};
}

}  // namespace

std::optional<Image> read_picture(Node image, PageContext& context) {
  Image picture;
  picture.width = pixels(image.attribute("width"));
  picture.height = pixels(image.attribute("height"));
  const bool icon = (picture.width > 0 && picture.width <= icon_pixels) ||
                    (picture.height > 0 && picture.height <= icon_pixels);
  if (icon) return std::nullopt;
  const std::string_view address = address_of(image);
  if (address.empty()) return std::nullopt;
  picture.url = context.resolve(address);
  if (picture.url.empty()) return std::nullopt;
  picture.alt = collapse_space(image.attribute("alt"));
  return picture;
}

}  // namespace pith
