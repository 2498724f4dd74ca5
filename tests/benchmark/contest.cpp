#include "contest.hpp"

#include <gumbo.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <system_error>

#include "gzip_file.hpp"

namespace pith::benchmark {
namespace {

namespace fs = std::filesystem;

/// Of the processor, not of the clock on the wall: what else the machine does is none of a contender's doing.
double milliseconds(const Pages& pages, const Contender& contender) {
  const std::clock_t start = std::clock();
  for (const std::string& page : pages) contender.run(page);
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

Pages read_pages(const fs::path& folder) {
  Pages pages;
  std::error_code absent;
  for (fs::directory_iterator it(folder, absent), end; !absent && it != end; it.increment(absent)) {
    if (it->path().extension() == ".gz") pages.push_back(read_gzip(it->path()));
  }
  return pages;
}

void compare(const Pages& pages, int rounds, std::vector<Contender> contenders) {
  for (int round = -1; round < rounds; ++round) {
    for (Contender& contender : contenders) {
      const double time = milliseconds(pages, contender);
      if (round >= 0) contender.rounds.push_back(time);
    }
  }
  const double base = median(contenders.front().rounds);
  std::printf("%zu pages, %d rounds\n", pages.size(), rounds);
  for (const Contender& contender : contenders) {
    const double time = median(contender.rounds);
    std::printf("%-34s %8.1f ms  ratio %.3f\n", contender.name, time, time / base);
  }
}

int run_contest(int argc, char** argv, const std::vector<Contender>& contenders) {
  const fs::path folder =
      argc > 1 ? fs::path(argv[1]) : fs::path(PITH_SOURCE_DIR) / ".." / "shared" / "corpora" / "aeb";
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 7;
  const Pages pages = read_pages(folder);
  if (pages.empty() || rounds < 1) {
    std::fprintf(stderr, "%s: no pages in %s\n", argv[0], folder.c_str());
    return 3;
  }
  compare(pages, rounds, contenders);
  return 0;
}

void bare_gumbo(const std::string& page) {
  GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

}  // namespace pith::benchmark
