#pragma once

#include <string_view>

namespace pith {

/// The prefix that Pith gives to a well-known namespace, whatever prefix a page chose.
struct KnownNamespace {
  std::string_view uri;
  std::string_view prefix;
  /// Whether it is the home of a document type, whose elements need no prefix in a document of that type.
  bool is_home = false;
};

/// Null if the namespace is not well known. A slash at the end and the scheme make no difference.
const KnownNamespace* find_namespace(std::string_view uri) noexcept;

constexpr std::string_view xhtml_namespace = "http://www.w3.org/1999/xhtml";

}  // namespace pith
