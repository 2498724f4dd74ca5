#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/table.hpp"
#include "pith/limits.hpp"

namespace pith {

/// Writes a DocumentTable row by row, in document order: elements are opened and closed, texts added.
/// Keeps the table's invariants and the limits of nodes, attributes and depth, whatever the caller does.
class TableBuilder {
 public:
  TableBuilder(DocumentTable& table, const Limits& limits);

  /// Opens an element under the one that is open. `name` must outlive the table (pool, source, static).
  /// False if the limit of depth or nodes forbids it; then the element must not be closed.
  bool open(std::string_view name, Tag tag, bool is_foreign, std::uint32_t name_hash);
  /// An attribute of the element just opened, before any child of it. Views must outlive the table. An
  /// attribute that is there already is not added again.
  void attribute(std::string_view name, std::string_view value, std::uint32_t name_hash);
  /// The rows' places in the page; `end` 0 means "where its last child ends".
  void place(std::uint32_t row, std::uint32_t begin, std::uint32_t end) noexcept {
    table_.rows[row].source_begin = begin;
    table_.rows[row].source_end = end;
  }
  /// A text; false if the limit of nodes forbids it.
  bool text(std::string_view data, std::uint32_t begin, std::uint32_t end);
  /// The contents of the raw text element just opened.
  void raw_text(std::uint32_t offset, std::uint32_t length);
  void close();
  /// Closes all that is open and finds html, head and body.
  void finish();

  /// The row that is open.
  std::uint32_t current() const noexcept { return open_.back().row; }
  /// Whether the limit of nodes was reached, so that nothing more can come in.
  bool is_full() const noexcept { return full_; }
  bool too_deep() const noexcept { return too_deep_; }
  bool dropped_attributes() const noexcept { return dropped_attributes_; }

 private:
  struct Open {
    std::uint32_t row;
    std::uint32_t last_child;
  };

  bool append(std::string_view text, Node::Kind kind);
  void index_classes(NodeRow& row, std::string_view list);
  void find_landmarks() noexcept;

  DocumentTable& table_;
  std::vector<Open> open_;
  std::uint32_t max_nodes_;
  std::uint32_t max_depth_;
  std::uint32_t max_attributes_;
  bool full_ = false;
  bool too_deep_ = false;
  bool dropped_attributes_ = false;
};

}  // namespace pith
