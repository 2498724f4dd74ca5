#include "core/input/page_input.hpp"

#include <unistd.h>

#include "core/fetch/url_fetcher.hpp"
#include "core/input/read_file.hpp"

namespace pith {

Page read_page(const std::string& input, const std::string& url, const Limits& limits) {
  // One byte more than may be used, so that the Document can tell that there was more.
  const std::size_t most = limits.bytes + 1;
  if (looks_like_url(input)) {
    FetchLimits fetch;
    fetch.bytes = most;
    return UrlFetcher(fetch).fetch(input);
  }
  Page page;
  page.url = url;
  page.bytes = input == "-" ? read_descriptor(STDIN_FILENO, most, "standard input") : read_file(input, most);
  return page;
}

}  // namespace pith
