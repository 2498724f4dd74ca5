#include "tests/core/command/program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

std::string contents(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> environment() {
  return {"PITH_PLUGIN_PATH=" PITH_TEST_PLUGINS,
          "PITH=" PITH_PROGRAM,
          "PATH=/usr/bin:/bin",
          "HOME=/nonexistent",
          "LC_ALL=C.UTF-8",
          "ASAN_OPTIONS=detect_leaks=0"};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

ProgramRun run(std::vector<std::string> words, const std::string& input, const std::string& out_file) {
  const TemporaryFolder folder;
  const std::string in = folder.write("in", input);
  const std::string out = out_file.empty() ? folder.write("out", "") : out_file;
  const std::string error = folder.write("error", "");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error.c_str(), O_WRONLY, 0);
  auto variables = environment();
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, words.front().c_str(), &actions, nullptr, pointers(words).data(),
                                   pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot run " + words.front());
  int status = 0;
  ::waitpid(child, &status, 0);
  ProgramRun result;
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  result.out = out_file.empty() ? contents(out) : "";
  result.error = contents(error);
  return result;
}

}  // namespace

ProgramRun run_pith(const std::vector<std::string>& arguments, const std::string& input,
                    const std::string& out_file) {
  std::vector<std::string> words = {PITH_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run(std::move(words), input, out_file);
}

ProgramRun run_shell(const std::string& line) {
  return run({"/bin/bash", "-c", line}, "", "");
}

}  // namespace pith
