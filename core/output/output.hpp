#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace pith {

/// Whoever read the output went away. Nobody is there to be told: the program ends quietly.
class OutputClosed : public std::exception {
 public:
  const char* what() const noexcept override { return "the output was closed"; }
};

/// When what a file holds has to be on the disk.
enum class OutputSync {
  at_finish,  ///< when finish() returns
  later,      ///< when the caller sees to it: of many files together that is many times faster
};

/// Where results go: standard output, or a file that appears under its name only when all of it is
/// written, so that a reader never sees half of it and an error leaves what was there before.
///
/// What is not a regular file (`/dev/stdout`, a pipe) is written directly. Every write, and the end, is
/// checked: a full disk is an Error, a closed pipe is OutputClosed.
class Output {
 public:
  /// Empty: standard output. Throws Error if the file cannot be made.
  explicit Output(const std::string& path, OutputSync sync = OutputSync::at_finish);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  /// Hands on what has been written so far.
  void flush();
  /// Writes what is left and puts the file in place. Without it the file is thrown away.
  void finish();

 private:
  void open_temporary();
  [[noreturn]] void fail(int code) const;

  std::string path_;  ///< as named in errors
  OutputSync sync_;
  std::string target_;     ///< where the file is going to be; empty if written directly
  std::string temporary_;  ///< while it is written
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace pith
