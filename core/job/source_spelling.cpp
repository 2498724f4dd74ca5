#include "core/job/source_spelling.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace pith {
namespace {

/// What cannot be looked up is at least taken without "." and "..".
std::string place_of_path(const std::string& location) {
  std::error_code problem;
  std::filesystem::path path = std::filesystem::weakly_canonical(location, problem);
  if (problem) path = std::filesystem::path(location).lexically_normal();
  if (path.filename().empty() && path.has_relative_path()) path = path.parent_path();
  return path.string();
}

}  // namespace

std::string place_of(const JobSource& source) {
  return is_fetched(source.kind) || source.location == "-" ? source.location : place_of_path(source.location);
}

JobSource as_known(JobSource source, const std::vector<SourceRow>& known) {
  const auto is_exact = [&](const SourceRow& row) {
    return row.kind == source.kind && row.location == source.location;
  };
  if (std::any_of(known.begin(), known.end(), is_exact)) return source;
  const std::string place = place_of(source);
  const auto found = std::find_if(known.begin(), known.end(), [&](const SourceRow& row) {
    return row.kind == source.kind && place_of({row.kind, row.location}) == place;
  });
  if (found != known.end()) source.location = found->location;
  return source;
}

}  // namespace pith
