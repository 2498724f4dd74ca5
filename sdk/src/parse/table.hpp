#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/atom_hash.hpp"
#include "parse/string_pool.hpp"
#include "parse/word_filter.hpp"
#include "pith/charset.hpp"
#include "pith/node.hpp"
#include "pith/notice.hpp"
#include "pith/tag.hpp"

namespace pith {

/// One element or text, in document order. 64 bytes, so that a row is a cache line.
///
/// Links are row numbers; 0 is none, as row 0 is the document and nobody's child or sibling. A subtree
/// is the rows [row, end).
struct NodeRow {
  const char* text_begin = nullptr;  ///< an element's name, a text's data
  std::uint32_t text_length = 0;
  std::uint32_t parent = 0;
  std::uint32_t previous = 0;
  std::uint32_t next = 0;
  std::uint32_t end = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t first_class = 0;
  std::uint32_t class_count = 0;
  std::uint16_t attribute_count = 0;
  std::uint16_t depth = 0;
  /// Only of HTML elements, and of `svg` and `math`; any other element is Tag::other.
  Tag tag = Tag::none;
  Node::Kind kind = Node::Kind::none;
  bool is_foreign = false;  ///< inside svg or math, or XML that is not XHTML
  std::uint32_t source_begin = 0;
  std::uint32_t source_end = 0;
  std::uint32_t name_hash = 0;  ///< 0 for texts
  std::uint32_t id_hash = 0;    ///< 0 without an id

  std::string_view text() const noexcept { return {text_begin, text_length}; }
  bool is_element() const noexcept { return kind == Node::Kind::element; }
};

struct TableAttribute {
  std::string_view name;
  std::string_view value;
  std::uint32_t name_hash = 0;
};

/// The contents of a raw text element, a slice of the source.
struct TableRawText {
  std::uint32_t row;
  std::uint32_t offset;
  std::uint32_t length;
};

/// What a Document is made of. Built once (table_builder.hpp), then never changed. Views of rows and
/// attributes point into `pool`, `source` or static storage; so a table is never copied or moved.
struct DocumentTable {
  DocumentTable() = default;
  DocumentTable(const DocumentTable&) = delete;
  DocumentTable& operator=(const DocumentTable&) = delete;

  std::vector<NodeRow> rows;
  std::vector<TableAttribute> attributes;
  std::vector<std::uint32_t> class_hashes;
  std::vector<TableRawText> raw_texts;  ///< sorted by row
  StringPool pool;

  std::string source;  ///< the page in UTF-8
  OffsetMap offsets;   ///< from `source` to the page's bytes
  std::string encoding = "UTF-8";
  std::vector<Notice> notices;
  std::uint32_t html = 0;
  std::uint32_t head = 0;
  std::uint32_t body = 0;
  bool is_xml = false;

  /// Forgets the rows, to parse the source again.
  void clear_rows() {
    rows.clear();
    attributes.clear();
    class_hashes.clear();
    raw_texts.clear();
    html = head = body = 0;
  }

  /// Made when it is first asked for; safe from any number of threads once the table is finished.
  const WordFilter& words() const {
    std::call_once(words_made_, [this] { words_.emplace(rows); });
    return *words_;
  }

  /// The attribute of an element row, or null.
  const TableAttribute* find_attribute(const NodeRow& row, std::string_view name,
                                       std::uint32_t name_hash) const noexcept {
    const TableAttribute* attribute = attributes.data() + row.first_attribute;
    for (const TableAttribute* const last = attribute + row.attribute_count; attribute != last; ++attribute) {
      if (attribute->name_hash == name_hash && attribute->name == name) return attribute;
    }
    return nullptr;
  }

  /// Whether the row's class list may hold a token of this hash; confirm with the class attribute.
  bool may_have_class(const NodeRow& row, std::uint32_t token_hash) const noexcept {
    const std::uint32_t* hash = class_hashes.data() + row.first_class;
    for (const std::uint32_t* const last = hash + row.class_count; hash != last; ++hash) {
      if (*hash == token_hash) return true;
    }
    return false;
  }

 private:
  mutable std::once_flag words_made_;
  mutable std::optional<WordFilter> words_;
};

}  // namespace pith
