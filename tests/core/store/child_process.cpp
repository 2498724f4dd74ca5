#include "tests/core/store/child_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/error_of.hpp"

namespace pith {

std::string in_child(const std::function<std::string()>& step) {
  int ends[2];
  if (::pipe(ends) != 0) return "no pipe";
  const pid_t child = ::fork();
  if (child == 0) {
    std::string said;
    const std::string problem = error_of([&] { said = step(); });
    if (problem != "no error") said = problem;
    [[maybe_unused]] const auto written = ::write(ends[1], said.data(), said.size());
    ::_exit(0);
  }
  ::close(ends[1]);
  std::string said;
  char buffer[4096];
  for (auto size = ::read(ends[0], buffer, sizeof(buffer)); size > 0;
       size = ::read(ends[0], buffer, sizeof(buffer))) {
    said.append(buffer, static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) return "killed by signal " + std::to_string(WTERMSIG(status));
  return said;
}

std::string as_ordinary_user(const std::function<std::string()>& step) {
  return in_child([&]() -> std::string {
    constexpr uid_t nobody = 65'534;
    if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) return "cannot become nobody";
    return step();
  });
}

}  // namespace pith
