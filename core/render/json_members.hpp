#pragma once

#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// The members of a JSON object, asked for by name and type.
///
/// What is absent or null is not known, and empty; what has another type than asked for is an Error that
/// names it with its place: "'articles[2].title' is not a string". Valid as long as the object is.
class JsonMembers {
 public:
  /// `place` is how the object is called in errors; empty for the outermost. Throws Error if it is none.
  JsonMembers(const rapidjson::Value& object, std::string place);

  std::string text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  std::optional<bool> boolean(std::string_view name) const;
  /// A whole number that an int holds.
  int whole(std::string_view name, int if_absent) const;

  /// The array; null if absent.
  const rapidjson::Value* list(std::string_view name) const;
  /// The value, of whatever type; null if absent or null.
  const rapidjson::Value* find(std::string_view name) const;

  /// How a member, or an element of one, is called in errors.
  std::string place_of(std::string_view name) const;
  std::string place_of(std::string_view name, std::size_t index) const;
  /// Throws Error: "'<place of name>' <problem>".
  [[noreturn]] void fail(std::string_view name, const std::string& problem) const;

 private:
  const rapidjson::Value& object_;
  std::string place_;
};

/// The string, with whatever is in it. Only of a string.
std::string string_of(const rapidjson::Value& value);

}  // namespace pith
