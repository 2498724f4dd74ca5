#include "core/job/job_surroundings.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "core/fetch/url_fetcher.hpp"
#include "core/source/page_source.hpp"
#include "core/text/did_you_mean.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// " (did you mean 'archive.warc.gz'?)" of what lies beside it.
std::string similar_file(const fs::path& path) {
  constexpr std::size_t most_names = 10'000;
  std::vector<std::string> names;
  std::error_code problem;
  for (fs::directory_iterator file(folder_of(path), problem), end;
       !problem && file != end && names.size() < most_names; file.increment(problem)) {
    names.push_back(file->path().filename().string());
  }
  return did_you_mean(path.filename().string(), names);
}

std::string problem_of_reading(const JobSource& source) {
  std::error_code unknown;
  if (!fs::exists(source.location, unknown) && !unknown)
    return (source.kind == "folder" ? "no such folder" : "no such file") + similar_file(source.location);
  try {
    open_page_source(source.kind, source.location, {}, Limits{});
  } catch (const Error& error) {
    return error.problem() + (error.remedy().empty() ? "" : ": " + error.remedy());
  }
  return {};
}

/// A folder in which something is to be written.
std::string problem_of_folder(const fs::path& folder) {
  std::error_code unknown;
  const fs::file_status status = fs::status(folder, unknown);
  if (!fs::exists(status)) return "there is no folder '" + folder.string() + "': make it first";
  if (!fs::is_directory(status)) return "'" + folder.string() + "' is no folder";
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    return "the folder '" + folder.string() +
           "' cannot be written to: " + std::generic_category().message(errno);
  return {};
}

std::string problem_of_file(const fs::path& file) {
  std::error_code unknown;
  const fs::file_status status = fs::status(file, unknown);
  if (fs::is_directory(status)) return "is a folder, not a file";
  if (!fs::exists(status) || fs::is_regular_file(status)) return problem_of_folder(folder_of(file));
  return ::access(file.c_str(), W_OK) == 0 ? ""
                                           : "cannot be written: " + std::generic_category().message(errno);
}

/// Of a folder that is made if the one it is in is there.
std::string problem_of_output_folder(const fs::path& path) {
  std::error_code unknown;
  const fs::path folder = path.has_filename() ? path : path.parent_path();
  return problem_of_folder(fs::exists(folder, unknown) ? folder : folder_of(folder));
}

}  // namespace

std::vector<std::string> missing_around(const JobPlan& plan) {
  std::vector<std::string> missing;
  const auto tell = [&missing](const std::string& name, const std::string& problem) {
    if (!problem.empty()) missing.push_back(name + ": " + problem);
  };
  for (const JobSource& source : plan.sources) {
    const bool can_be_tried = !is_fetched(source.kind) && !looks_like_url(source.location) &&
                              !source.location.empty() && !may_keep_waiting(source.location);
    if (can_be_tried) tell(called(source), problem_of_reading(source));
  }
  if (!plan.store.empty() && !looks_like_url(plan.store))
    tell(plan.called("store", "--store", plan.store), problem_of_file(plan.store));
  for (const JobOutput& output : plan.outputs) {
    if (output.path.empty() || output.path == "-" || looks_like_url(output.path)) continue;
    tell(called(output),
         output.format == "markdown" ? problem_of_output_folder(output.path) : problem_of_file(output.path));
  }
  const std::string& netrc = plan.fetch.netrc;
  if (!netrc.empty() && ::access(netrc.c_str(), R_OK) != 0) {
    tell(plan.called("fetch.netrc", "netrc", netrc),
         std::generic_category().message(errno) + similar_file(netrc));
  }
  if (!plan.log.path.empty())
    tell(plan.called("log.path", "--log", plan.log.path), problem_of_file(plan.log.path));
  if (!plan.metrics.path.empty())
    tell(plan.called("metrics.path", "--metrics-file", plan.metrics.path),
         problem_of_file(plan.metrics.path));
  return missing;
}

}  // namespace pith
