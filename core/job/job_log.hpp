#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spdlog {
class logger;
}

namespace pith {

/// Where a job's log goes.
struct JobLogOptions {
  std::string path;             ///< appended to; empty: no file
  std::string level = "info";   ///< of the file: one of log_levels()
  std::string format = "text";  ///< of the file: "text" or "json"
};

/// What a job tells: from `level` on into the log file, as text or as JSON Lines (`time`, `level`, `message`,
/// and what it is about: `url`, `reason` ...); warnings and errors also to whoever watches. Safe from any
/// number of threads. A full disk costs log lines, not the job, and is told once.
class JobLog {
 public:
  enum class Level { debug, info, warning, error };
  struct Field {
    std::string_view name;
    std::string value;
  };
  using Fields = std::initializer_list<Field>;

  /// `watch` gets warnings and errors, each as one line for people: "https://...: failed: <reason>". Throws
  /// Error if the file cannot be opened.
  JobLog(const JobLogOptions& options, std::function<void(const std::string&)> watch);
  ~JobLog();
  JobLog(const JobLog&) = delete;
  JobLog& operator=(const JobLog&) = delete;

  void write(Level level, std::string_view message, Fields fields = {});
  /// Whether a line of that level goes anywhere: to spare the making of it.
  bool wants(Level level) const noexcept;

 private:
  bool as_json_;
  std::shared_ptr<spdlog::logger> file_;
  std::function<void(const std::string&)> watch_;
};

/// "debug", "info", "warning", "error".
const std::vector<std::string>& log_levels();

}  // namespace pith
