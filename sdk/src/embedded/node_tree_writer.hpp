#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "embedded/node_kind.hpp"
#include "pith/json.hpp"
#include "pith/page_context.hpp"

namespace pith::embedded {

/// Writes a tree of content nodes (`{type, data|text, children}` in its many dialects) as HTML, so that one
/// body reader serves all. Kinds that are not known are left out, with an entry in the ledger. No recursion.
class NodeTreeWriter {
 public:
  explicit NodeTreeWriter(PageContext& context) : context_(context) {}

  std::string write(JsonValue nodes);

 private:
  struct Step {
    JsonValue node;
    /// Written instead of a node: tags that open or close what is around others.
    std::string literal;
    JsonValue mark_defs;
    bool in_text = false;   ///< within a paragraph, heading, link ...
    bool in_root = false;   ///< no element around it
    bool in_list = false;   ///< directly within a list
    bool verbatim = false;  ///< within code
    std::size_t depth = 0;
  };

  void write_node(const Step& step);
  void write_bare(const Step& step);
  void write_element(const Step& step, const NodeKind& kind);
  void write_list_item(const Step& step);
  void write_figure(const Step& step, const NodeKind& kind);
  void write_embed(const Step& step);
  void write_table(const Step& step);
  void write_text(std::string_view text, const Step& step);
  /// Puts the nodes of a list before what is still to be written.
  void push_all(JsonValue list, const Step& like);
  void push_literal(std::string literal);
  void leave_out(JsonValue node, const NodeKind& kind);
  std::size_t leave_out_budget_ = 400;

  PageContext& context_;
  std::string html_;
  std::vector<Step> open_;
};

}  // namespace pith::embedded
