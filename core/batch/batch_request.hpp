#pragma once

#include <string>
#include <string_view>

#include "core/batch/line_reader.hpp"
#include "pith/limits.hpp"
#include "pith/page.hpp"

namespace pith {

/// One line of a batch, understood, or one page of an archive: a page and the name it goes by.
///
/// A line is a JSON object with `id` (a string or a number), `url` (a string or null) and one of `html` (a
/// string), `html_base64` (the bytes of the page) or `path` (a regular file, gzip by its contents). Optional:
/// `headers` (an object of strings), `content_type`, `status`, `fetched_at`. Other members are passed over.
/// Half of a surrogate pair, as a JSON escape, is read as U+FFFD.
struct BatchRequest {
  /// What errors begin with: "line 7".
  std::string where;
  /// As JSON, to be written as it came: `"a1"`, `7`; empty if the line has none.
  std::string id;
  Page page;
  /// `path`; empty if the line has none.
  std::string path;
  /// Why the file there could not be read ("no such file"): it may be there another time, unlike a page in a
  /// line that is wrong. Empty if it could, or there is none.
  std::string unread;
  /// Why there is no page, for the person who made the line; empty if there is one.
  std::string error;
};

/// Reads a line. Never throws: what is wrong is in `error`, with the number of the line, and the id is
/// found even in a line that is broken behind it.
BatchRequest read_batch_request(const InputLine& line, const Limits& limits);

/// Whether the line holds nothing but white space; such lines are no pages and are passed over.
bool is_blank(std::string_view line) noexcept;

}  // namespace pith
