// What isolation costs: pages to results on two threads, in the program itself and in two worker processes,
// in turns:
//
//   isolation_benchmark [FOLDER [ROUNDS]]
//
// Prints the medians by the clock on the wall with the median of the ratios of neighbouring rounds, and the
// processor time of all rounds, of which a busy machine takes less away. That of the processes includes their
// start.

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "contest.hpp"
#include "core/isolate/extraction_workers.hpp"
#include "core/plugin/registry.hpp"

namespace {

using Pages = std::vector<pith::Page>;

constexpr unsigned workers = 2;

Pages pages_of(const std::filesystem::path& folder) {
  Pages pages;
  for (std::string& bytes : pith::benchmark::read_pages(folder)) {
    pages.emplace_back().bytes = std::move(bytes);
  }
  return pages;
}

/// Of this process, or of those that it has waited for, in milliseconds.
double processor_time(int whose) {
  rusage usage{};
  ::getrusage(whose, &usage);
  const auto milliseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) * 1e-3;
  };
  return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

/// Milliseconds for all pages by the clock on the wall; adds this process' own processor time to `own`.
double round_of(pith::PageExtractor& extractor, const Pages& pages, double& own) {
  const double own_before = processor_time(RUSAGE_SELF);
  const auto start = std::chrono::steady_clock::now();
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < workers; ++i) {
    threads.emplace_back([&] {
      for (std::size_t page = next++; page < pages.size(); page = next++) extractor.extract(pages[page]);
    });
  }
  for (std::thread& thread : threads) thread.join();
  own += processor_time(RUSAGE_SELF) - own_before;
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  const fs::path folder = argc > 1 ? fs::path(argv[1]) : fs::path(PITH_SOURCE_DIR) / "../shared/corpora/aeb";
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 51;
  const pith::Registry plugins = pith::Registry::scan(pith::PluginPath::of_process().folders());
  const Pages pages = pages_of(folder);
  if (pages.empty() || plugins.find("generic") == nullptr || rounds < 1) {
    std::fprintf(stderr, "%s: no pages in %s, or no plugins beside the program\n", argv[0], folder.c_str());
    return 3;
  }
  auto in_processes = pith::process_extractor(plugins, {}, workers);
  const auto in_threads = pith::thread_extractor(plugins, {});
  std::vector<double> threads;
  std::vector<double> processes;
  std::vector<double> ratios;
  double own_threads = 0;
  double own_processes = 0;
  for (int round = 0; round < rounds; ++round) {
    const double alone = round_of(*in_threads, pages, own_threads);
    const double isolated = round_of(*in_processes, pages, own_processes);
    threads.push_back(alone);
    processes.push_back(isolated);
    ratios.push_back(isolated / alone);
  }
  in_processes.reset();
  own_processes += processor_time(RUSAGE_CHILDREN);
  std::printf("%zu pages, %d rounds, %u workers\n", pages.size(), rounds, workers);
  std::printf("            median round   processor time\n");
  std::printf("threads     %9.1f ms %13.1f ms\n", median(threads), own_threads);
  std::printf("processes   %9.1f ms %13.1f ms\n", median(processes), own_processes);
  std::printf("ratio       %9.3f    %13.3f\n", median(ratios), own_processes / own_threads);
  return 0;
}
