#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace pith::benchmark {

using Pages = std::vector<std::string>;

/// The bytes of all gzipped pages of a folder; empty if there are none.
Pages read_pages(const std::filesystem::path& folder);

/// One way of doing something to a page.
struct Contender {
  const char* name;
  std::function<void(const std::string& page)> run;
  std::vector<double> rounds;  ///< milliseconds over all pages
};

/// Each round takes all pages the way of each contender, in turns, after a first one that warms up. Prints
/// the medians and their ratios to the first contender: absolute times of the very same program differ by a
/// factor of two within the hour.
void compare(const Pages& pages, int rounds, std::vector<Contender> contenders);

/// `PROGRAM [FOLDER [ROUNDS]]`: reads the pages and compares. The exit code of the program.
int run_contest(int argc, char** argv, const std::vector<Contender>& contenders);

/// What all are compared with: Gumbo as it comes, with malloc and its own destroy.
void bare_gumbo(const std::string& page);

}  // namespace pith::benchmark
