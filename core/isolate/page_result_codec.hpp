#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/extract/page_result.hpp"

namespace pith {

/// What a result may hold to be passed on by a worker. The host believes nothing that a worker says: with
/// these limits the worst of them costs it a fixed amount of memory, and the page.
struct PageResultLimits {
  std::size_t bytes = std::size_t{64} << 20;  ///< of the whole, encoded
  std::size_t articles = 50'000;
  std::size_t links = 250'000;
  std::size_t ledger = 50'000;
  std::size_t authors = 250'000;    ///< of all articles
  std::size_t fingerprint = 1'024;  ///< members of one article's
};

/// Throws Error, saying which, if a limit is passed.
std::string encode_page_result(const PageResult& result, const PageResultLimits& limits = {});

/// Throws Error if the bytes are no result: they break off, a number or count is out of its range, a text is
/// no UTF-8, the JSON of an article has more than one line.
PageResult decode_page_result(std::string_view bytes, const PageResultLimits& limits = {});

}  // namespace pith
