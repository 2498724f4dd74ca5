#include "core/job/job_log.hpp"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "core/render/json.hpp"
#include "core/render/utf8.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

spdlog::level::level_enum spdlog_level(JobLog::Level level) {
  switch (level) {
    case JobLog::Level::debug:
      return spdlog::level::debug;
    case JobLog::Level::info:
      return spdlog::level::info;
    case JobLog::Level::warning:
      return spdlog::level::warn;
    case JobLog::Level::error:
      break;
  }
  return spdlog::level::err;
}

std::string on_one_line(const std::string& text) {
  std::string line = displayable(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string as_text(std::string_view message, JobLog::Fields fields) {
  std::string line(message);
  const char* separator = ": ";
  for (const auto& [name, value] : fields) {
    if (value.empty()) continue;
    line += separator + std::string(name) + "=" + value;
    separator = " ";
  }
  return on_one_line(line);
}

/// As all messages are: "<url>: <message>: <reason>".
std::string for_people(std::string_view message, JobLog::Fields fields) {
  std::string line(message);
  for (const auto& [name, value] : fields) {
    if (value.empty()) continue;
    if (name == "url") {
      line.insert(0, value + ": ");
    } else {
      line.append(": ").append(value);
    }
  }
  return on_one_line(line);
}

/// The members of a line of JSON behind time and level.
std::string as_json(std::string_view message, JobLog::Fields fields) {
  std::string line = R"("message":)" + json_string(message);
  for (const auto& [name, value] : fields) {
    if (!value.empty()) line += "," + json_string(name) + ":" + json_string(value);
  }
  return line;
}

}  // namespace

const std::vector<std::string>& log_levels() {
  static const std::vector<std::string> levels{"debug", "info", "warning", "error"};
  return levels;
}

JobLog::JobLog(const JobLogOptions& options, std::function<void(const std::string&)> watch)
    : as_json_(options.format == "json"), watch_(std::move(watch)) {
  if (options.path.empty()) return;
  try {
    // Not registered under a name: two jobs in one program must not meet.
    file_ = std::make_shared<spdlog::logger>(
        "job", std::make_shared<spdlog::sinks::basic_file_sink_mt>(options.path, false));
  } catch (const spdlog::spdlog_ex& error) {
    throw Error(std::string("the log cannot be written: ") + error.what(), options.path,
                "log.path and --log name a file in a folder that is there");
  }
  file_->set_level(spdlog::level::from_str(options.level));
  file_->set_pattern(
      as_json_ ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})" : "%Y-%m-%dT%H:%M:%S.%eZ %l %v",
      spdlog::pattern_time_type::utc);
  file_->flush_on(spdlog::level::warn);
  file_->set_error_handler([this, told = false](const std::string& problem) mutable {
    if (!std::exchange(told, true)) watch_("the log cannot be written any more: " + problem);
  });
}

JobLog::~JobLog() {
  if (file_) file_->flush();
}

bool JobLog::wants(Level level) const noexcept {
  return level >= Level::warning || (file_ && file_->should_log(spdlog_level(level)));
}

void JobLog::write(Level level, std::string_view message, Fields fields) {
  if (file_ && file_->should_log(spdlog_level(level))) {
    file_->log(spdlog_level(level), "{}", as_json_ ? as_json(message, fields) : as_text(message, fields));
  }
  if (level >= Level::warning) watch_(for_people(message, fields));
}

}  // namespace pith
