#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pith/export.hpp"

namespace pith {

/// Maps offsets in decoded UTF-8 text back to offsets in the bytes it was decoded from. Empty means
/// identity plus `shift`.
///
/// Exact for ASCII characters, and for what follows one: so markup and the beginnings of texts are. Within
/// a run of other characters that changed their length it is an estimate that never leaves the run.
struct PITH_API OffsetMap {
  struct Step {
    std::uint32_t utf8;
    std::uint32_t source;
  };
  /// Sorted; between two steps both sides advance by one byte per byte.
  std::vector<Step> steps;
  /// Bytes before the text (a byte order mark) when `steps` is empty.
  std::uint32_t shift = 0;
  std::uint32_t to_source(std::uint32_t utf8_offset) const noexcept;
};

/// Text decoded from bytes.
struct DecodedText {
  std::string utf8;
  /// WHATWG name of the encoding used, e.g. "UTF-8", "windows-1252", "gb18030".
  std::string encoding;
  enum class Evidence { byte_order_mark, header, meta, detection, fallback } evidence;
  /// How many invalid sequences became U+FFFD.
  std::size_t replaced = 0;
  /// The page was UTF-8, taken for windows-1252 and written as UTF-8 once more ("donâ€™t"): that is undone.
  bool encoded_twice = false;
  OffsetMap offsets;
};

/// Decodes a page as the HTML standard says (section 13.2.3): byte order mark, then the charset of the
/// Content-Type header, then a prescan of the first 1024 bytes for a meta element, then detection.
/// Names mean what the Encoding standard says (iso-8859-1 is windows-1252, GBK decodes as gb18030).
/// Never fails: an unknown name is passed over.
///
/// Three deviations. The prescan goes on to the end of the head where 1024 bytes tell nothing, which is what
/// browsers arrive at by starting anew. And a declaration that the bytes plainly contradict is passed over:
/// a legacy encoding where everything is well-formed UTF-8, UTF-8 where hardly anything is. A page that was
/// encoded twice, every character beyond ASCII of it, is read as it was meant.
PITH_API DecodedText decode_page(std::string bytes, std::string_view content_type_header,
                                 bool is_xml = false);

/// The WHATWG name for a label ("latin1" gives "windows-1252"); empty if there is none.
PITH_API std::string encoding_for_label(std::string_view label);

/// Well-formed UTF-8: every ill-formed sequence replaced by U+FFFD (Unicode 15, section 3.9, "maximal
/// subparts"). Returns how many were replaced.
PITH_API std::size_t make_valid_utf8(std::string& text);

}  // namespace pith
