#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/encoding/decoder.hpp"

namespace pith {

/// Codings of one body that are undone; servers apply one.
inline constexpr std::size_t most_content_codings = 3;

/// The codings that all header fields of this name list (Content-Encoding, Transfer-Encoding), in lower case,
/// in the order in which they were applied; those that change nothing are left out.
std::vector<std::string> codings_of(const std::vector<std::pair<std::string, std::string>>& fields,
                                    std::string_view lower_name);

/// The codings of Content-Encoding that are undone, by one rule wherever a page comes from: none of them if
/// one is unknown, as browsers do, for many servers name a charset there. Nothing if there are more than
/// most_content_codings: what is so packed is damaged.
std::optional<std::vector<std::string>> content_codings_of(
    const std::vector<std::pair<std::string, std::string>>& fields);

/// Undoes "gzip", "x-gzip", "deflate", "br" or "zstd"; null for any other word.
std::unique_ptr<Decoder> decoder_of(std::string_view coding);

}  // namespace pith
