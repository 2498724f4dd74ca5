#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// JSON texts that a script assigns to `variable`, as candidates in the order they stand there: an array or
/// object, or what the string says in JSON.parse("...") or "...". `window.name` is also found as
/// `window["name"]`, `name` and `self.name`.
std::vector<std::string> assigned_json(std::string_view script, std::string_view variable);

/// The arguments of all calls of `self.__next_f.push(...)`, in order.
std::vector<std::string_view> flight_arguments(std::string_view script);

}  // namespace pith
