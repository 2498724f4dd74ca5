#pragma once

#include <string>

namespace pith {

/// The format (article_writer.hpp) that the name of a file or folder asks for: by its ending, in capitals or
/// not, "jsonl" and "ndjson", "csv", "html" and "htm", "atom" and "xml"; a folder, which is there or has '/'
/// at its end, is "markdown". Empty if the name tells nothing.
std::string export_format_of(const std::string& target);

}  // namespace pith
