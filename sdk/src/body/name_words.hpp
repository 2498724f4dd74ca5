#pragma once

#include <string_view>

namespace pith {

/// Takes a class list or an id apart at whatever is no ASCII letter, and before capitals ("socialShare-bar"
/// is social, Share, bar; "CTABox" stays one word). `take` gets each word as written, `end_of_name` is called
/// at white space, where one name ends and the next begins.
template <typename Take, typename EndOfName>
void for_each_name_word(std::string_view names, const Take& take, const EndOfName& end_of_name) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_letter = [&](char c) { return (c >= 'a' && c <= 'z') || is_upper(c); };
  for (std::size_t i = 0; i < names.size();) {
    if (!is_letter(names[i])) {
      if (names[i] == ' ' || names[i] == '\t' || names[i] == '\n' || names[i] == '\r') end_of_name();
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < names.size() && is_letter(names[end]) &&
           !(is_upper(names[end]) && !is_upper(names[end - 1])))
      ++end;
    take(names.substr(i, end - i));
    i = end;
  }
}

}  // namespace pith
