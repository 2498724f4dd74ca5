#pragma once

#include <cstdint>
#include <string_view>

namespace pith {

/// Words of a text that pages use for their furniture, and words and forms that make a date.
struct ChromeWords {
  std::uint32_t count = 0;
  /// 0 if the text begins with none of them; else which kind: 1 share and follow, 2 subscribe and log in,
  /// 3 navigation, 4 related, 5 comments, 6 legal, 7 byline, 8 shop, 9 advertisement, 10 media.
  std::uint32_t first = 0;
  std::uint32_t dates = 0;
};

/// `text` is ASCII case folded, white space collapsed; only words of ASCII letters are looked at.
ChromeWords find_chrome_words(std::string_view text);

}  // namespace pith
