#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pith {

/// Where a photo line stands in a text: "A harbour at dawn. Photo: Jane Doe". Before `caption_begin` and from
/// `rest_begin` on is other text that has run together with it.
struct PhotoLine {
  std::size_t caption_begin;
  std::size_t caption_end;
  std::size_t rest_begin;
  std::string credit;
};

/// The first photo line in a text.
std::optional<PhotoLine> find_photo_line(std::string_view text);

/// Whether a text is a photo line and nothing else.
bool is_photo_line(std::string_view text);

}  // namespace pith
