#pragma once

#include <string>
#include <vector>

#include "core/extract/content_parts.hpp"
#include "pith/favor.hpp"

namespace pith {

/// What `pith extract` was asked to do.
struct ExtractOptions {
  std::vector<std::string> inputs;
  std::string url;
  std::string plugin;
  std::vector<std::string> plugin_folders;
  /// "text", "markdown", "html", "json" or "jsonl".
  std::string format;
  bool explain = false;
  Favor favor = Favor::neither;
  ContentParts parts;
  /// Empty: standard output.
  std::string output;
  bool batch = false;
  unsigned jobs = 1;
};

/// Throws UsageError. `help` is set if only help was asked for.
ExtractOptions read_extract_options(const std::vector<std::string>& arguments, bool& help);

}  // namespace pith
