#pragma once

#include <string_view>

namespace pith {

/// An encoding of the Encoding standard, and who decodes it.
struct Encoding {
  enum class Decoder {
    utf8,
    single_byte,   ///< by a table made with the converter named `converter`
    icu,           ///< by the converter named `converter`
    user_defined,  ///< x-user-defined: high bytes to private use characters
    replacement,   ///< dangerous encodings: one U+FFFD for everything
  };
  std::string_view name;
  Decoder decoder = Decoder::icu;
  /// Name of ICU's converter that comes nearest to the standard's index.
  const char* converter = nullptr;
  /// More than one byte a character: well-formed UTF-8 may be a valid text by chance.
  bool multibyte = false;
};

/// The encoding for a label, white space and case ignored; null if there is none.
const Encoding* find_encoding(std::string_view label);

/// UTF-8, the encoding everything else is measured by.
const Encoding& utf8_encoding();

}  // namespace pith
