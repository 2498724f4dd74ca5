#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pith/export.hpp"

namespace pith {

/// A value in a JsonDocument, or nothing.
///
/// Like a Node: two words, valid as long as its document lives, and any question may be asked of an
/// empty or a differently typed one and has an empty answer: `json["props"]["pageProps"]["title"]`
/// needs no checks. Const and thread-safe.
class PITH_API JsonValue {
 public:
  enum class Kind : std::uint8_t { none, null, boolean, number, string, array, object };

  JsonValue() = default;
  Kind kind() const noexcept;
  explicit operator bool() const noexcept { return kind() != Kind::none; }
  bool is_string() const noexcept { return kind() == Kind::string; }
  bool is_array() const noexcept { return kind() == Kind::array; }
  bool is_object() const noexcept { return kind() == Kind::object; }

  /// Member of an object; the first if the name is repeated.
  JsonValue operator[](std::string_view name) const noexcept;
  JsonValue operator[](const char* name) const noexcept { return (*this)[std::string_view(name)]; }
  /// Element of an array, or the value of the n-th member of an object.
  JsonValue at(std::size_t index) const noexcept;
  /// Name of the n-th member of an object.
  std::string_view name_at(std::size_t index) const noexcept;
  /// Number of elements or members; 0 for everything else.
  std::size_t size() const noexcept;
  /// Follows a path of names and indices: "props.pageProps.items.0.title".
  JsonValue path(std::string_view dotted) const noexcept;

  /// The string; empty unless a string.
  std::string_view string() const noexcept;
  std::optional<double> number() const noexcept;
  std::optional<std::int64_t> integer() const noexcept;
  std::optional<bool> boolean() const noexcept;
  /// A string as it is, a number or boolean written out; empty for the rest.
  std::string scalar() const;

 private:
  friend class JsonDocument;
  explicit JsonValue(const void* value) noexcept : value_(value) {}
  const void* value_ = nullptr;
};

/// A parsed JSON text. Movable; owns what its values point to. Parsing does not recurse.
class PITH_API JsonDocument {
 public:
  JsonDocument();
  ~JsonDocument();
  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;

  /// Parses strictly (RFC 8259); an empty document if that fails.
  static JsonDocument parse(std::string_view text);
  /// Parses what pages contain: strict first, then with comments, trailing commas, raw control
  /// characters in strings, HTML comment or CDATA wrappers, and text after the value; and a text that
  /// breaks off is closed where it ends. `repaired()` tells whether that was needed.
  static JsonDocument parse_lenient(std::string_view text);
  /// The JSON value assigned to a variable in a script: `window.name = {...};`. Also finds
  /// `JSON.parse("...")` on the right side.
  static JsonDocument parse_assignment(std::string_view script, std::string_view variable);
  /// The texts passed to `self.__next_f.push([1,"..."])` in one script, unescaped and concatenated.
  static std::string next_flight_text(std::string_view script);

  JsonValue root() const noexcept;
  bool repaired() const noexcept;
  explicit operator bool() const noexcept { return static_cast<bool>(root()); }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pith
