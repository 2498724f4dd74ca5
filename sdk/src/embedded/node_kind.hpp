#pragma once

#include <string>
#include <string_view>

#include "pith/boilerplate.hpp"
#include "pith/json.hpp"

namespace pith::embedded {

/// What a kind of content node is written as.
enum class Role {
  unknown,
  bare,       ///< no kind given: told by what it holds
  container,  ///< only its children count
  block,      ///< an element that holds blocks
  prose,      ///< an element that holds text: paragraph, heading, caption
  inline_,    ///< an element within text
  text,
  line_break,
  divider,
  list,
  item,
  figure,
  embed,
  table,
  code,
  html,  ///< a string of HTML
};

struct NodeKind {
  Role role = Role::unknown;
  /// The HTML element it is written as; empty if none.
  std::string tag;
  /// As the data calls it.
  std::string name;
};

/// The kind of a node in any of the dialects: HTML names, ProseMirror, Slate, Portable Text, Editor.js,
/// Draft.js ...
NodeKind kind_of_node(JsonValue node);

/// The kind of boilerplate that an unknown kind of node most likely is.
Boilerplate boilerplate_of_kind(std::string_view name);

/// An attribute of a node, wherever its dialect keeps them; empty if absent.
std::string attribute_of_node(JsonValue node, std::string_view name);

/// The nodes below a node: a list, or a single object; nothing if there are none.
JsonValue children_of_node(JsonValue node);

/// The string of a node, wherever its dialect keeps it.
std::string_view string_of_node(JsonValue node);

}  // namespace pith::embedded
