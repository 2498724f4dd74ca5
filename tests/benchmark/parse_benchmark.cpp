// How long Document::parse takes beside bare Gumbo with malloc, over real pages:
//
//   parse_benchmark [FOLDER [ROUNDS]]
//
// Each round parses all pages in both ways, in turns, and the ratio of the medians is what counts:
// absolute times of the very same program differ by a factor of two within the hour.

#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "gzip_file.hpp"
#include "parse/gumbo_parse.hpp"
#include "parse/withhold.hpp"
#include "pith/document.hpp"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Pages = std::vector<std::string>;

Pages read_pages(const fs::path& folder) {
  Pages pages;
  std::error_code absent;
  for (fs::directory_iterator it(folder, absent), end; !absent && it != end; it.increment(absent)) {
    if (it->path().extension() == ".gz") pages.push_back(pith::read_gzip(it->path()));
  }
  return pages;
}

struct Contender {
  const char* name;
  std::function<void(const std::string&)> parse;
  std::vector<double> rounds;
};

double milliseconds(const Pages& pages, const Contender& contender) {
  const auto start = Clock::now();
  for (const std::string& page : pages) contender.parse(page);
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

pith::WithholdRules unlimited() {
  pith::WithholdRules rules;
  rules.work = rules.memory = static_cast<std::uint64_t>(-1);
  return rules;
}

void bare_gumbo(const std::string& page) {
  GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

void gumbo_in_arena(const std::string& page) {
  pith::GumboParse({}).run(page);
}

void withhold_only(const std::string& page) {
  pith::withhold(page, unlimited());
}

void withhold_and_gumbo(const std::string& page) {
  const pith::WithheldPage withheld = pith::withhold(page, unlimited());
  pith::GumboParse({}).run(withheld.html());
}

void whole_document(const std::string& page) {
  pith::Document::parse(page);
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path folder =
      argc > 1 ? fs::path(argv[1]) : fs::path(PITH_SOURCE_DIR) / ".." / "shared" / "corpora" / "aeb";
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 7;
  const Pages pages = read_pages(folder);
  if (pages.empty() || rounds < 1) {
    std::fprintf(stderr, "parse_benchmark: no pages in %s\n", folder.c_str());
    return 3;
  }
  std::vector<Contender> contenders = {{"bare Gumbo, malloc", bare_gumbo, {}},
                                       {"Gumbo in the arena", gumbo_in_arena, {}},
                                       {"withholding alone", withhold_only, {}},
                                       {"withholding, Gumbo in the arena", withhold_and_gumbo, {}},
                                       {"Document::parse", whole_document, {}}};
  for (int round = -1; round < rounds; ++round) {  // the first one warms up
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
  return 0;
}
