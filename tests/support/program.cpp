#include "tests/support/program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace pith {
namespace {

std::string contents(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> environment() {
  return {std::string("PITH_PLUGIN_PATH=") + PITH_TEST_PLUGINS,
          std::string("PITH=") + PITH_PROGRAM,
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

pid_t start(std::vector<std::string> words, const std::string& in, const std::string& out,
            const std::string& error) {
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
  return child;
}

int code_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

ProgramRun run(std::vector<std::string> words, const std::string& input, const std::string& out_file) {
  const TemporaryFolder folder;
  const std::string in = folder.write("in", input);
  const std::string out = out_file.empty() ? folder.write("out", "") : out_file;
  const std::string error = folder.write("error", "");
  ProgramRun result;
  result.code = code_of(start(std::move(words), in, out, error));
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

RunningProgram::RunningProgram(const std::vector<std::string>& arguments, const std::string& input) {
  std::vector<std::string> words = {PITH_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const std::string in = input.empty() ? folder_.write("in", "") : input;
  process_ = start(std::move(words), in, folder_.write("out", ""), folder_.write("error", ""));
}

RunningProgram::~RunningProgram() {
  if (is_over_) return;
  signal(SIGKILL);
  wait();
}

void RunningProgram::signal(int number) const {
  ::kill(process_, number);
}

ProgramRun RunningProgram::wait() {
  ProgramRun result;
  result.code = code_of(process_);
  is_over_ = true;
  result.out = contents((folder_.path() / "out").string());
  result.error = error_so_far();
  return result;
}

std::string RunningProgram::error_so_far() const {
  return contents((folder_.path() / "error").string());
}

ProgramRun run_shell(const std::string& line) {
  return run({"/bin/bash", "-c", line}, "", "");
}

}  // namespace pith
