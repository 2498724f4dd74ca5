#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pith::embedded {

/// A JSON text assigned to a name in a script.
struct ScriptValue {
  /// "window.__APOLLO_STATE__", "var data".
  std::string name;
  /// The object or list as it stands in the script; or `name = JSON.parse("...")` if `is_parse_call`.
  std::string_view text;
  bool is_parse_call = false;
};

/// The assignments of objects, lists and JSON.parse calls to names, in order. One pass; what is no JSON
/// (keys without quotes, functions) may be among them and fails when it is parsed.
std::vector<ScriptValue> script_values(std::string_view script);

/// The rows of the text that a Next.js page streams to `self.__next_f`: `id:value` lines, and
/// `id:T<bytes>,text`. Each row is the JSON text after the id; text rows that it refers to ("$1a") are put in
/// their place.
struct FlightRow {
  std::string id;
  std::string json;
};
std::vector<FlightRow> flight_rows(std::string_view flight);

}  // namespace pith::embedded
