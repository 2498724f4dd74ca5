// What hostile pages cost: processor time and peak memory of every shape, each in a process of its own.
//
//   hostile_benchmark [BYTES [NAME]]

#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "hostile_pages.hpp"
#include "pith/document.hpp"

namespace {

double processor_milliseconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

void measure(const pith::HostilePage& page, std::size_t bytes) {
  pith::Page fetched;
  fetched.bytes = page.make(bytes);
  const double start = processor_milliseconds();
  const pith::Document document = pith::Document::from(fetched);
  const double parsed = processor_milliseconds();
  const std::size_t text = document.root().text().size();
  const double read = processor_milliseconds();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%8.1f ms %7.1f ms text %6ld MB %8u rows %9zu text  %s%s%s\n", parsed - start, read - parsed,
              usage.ru_maxrss / 1024, document.size(), text, page.name,
              document.notices().empty() ? "" : ": ",
              document.notices().empty() ? "" : document.notices().front().text.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t bytes = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : std::size_t{1} << 20;
  const std::string only = argc > 2 ? argv[2] : "";
  for (const pith::HostilePage& page : pith::hostile_pages()) {
    if (!only.empty() && only != page.name) continue;
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
      measure(page, bytes);
      std::fflush(stdout);
      std::_Exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) std::printf("DIED with status %d: %s\n", status, page.name);
  }
  return 0;
}
