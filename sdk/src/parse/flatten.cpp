#include "parse/flatten.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "parse/html_lexer.hpp"
#include "parse/table_builder.hpp"
#include "parse/tag_traits.hpp"

namespace pith {
namespace {

struct KnownName {
  std::string_view name;
  Tag tag = Tag::other;
  std::uint32_t hash = 0;
};

const std::array<KnownName, GUMBO_TAG_UNKNOWN>& known_names() {
  static const auto names = [] {
    std::array<KnownName, GUMBO_TAG_UNKNOWN> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string_view name = gumbo_normalized_tagname(static_cast<GumboTag>(i));
      all[i] = {name, tag_of(name), atom_hash(name)};
    }
    return all;
  }();
  return names;
}

constexpr bool ends_name(char c) noexcept {
  return is_html_space(c) || c == '/' || c == '>';
}

// The name in "<name ...>" or "</name ...>", as written.
std::string_view written_name(GumboStringPiece tag) noexcept {
  std::size_t begin = 1;
  if (tag.length > 1 && tag.data[1] == '/') begin = 2;
  std::size_t end = begin;
  while (end < tag.length && !ends_name(tag.data[end])) ++end;
  return begin < end ? std::string_view(tag.data + begin, end - begin) : std::string_view{};
}

bool same_name(std::string_view written, std::string_view name) noexcept {
  if (written.size() != name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (to_ascii_lower(written[i]) != to_ascii_lower(name[i])) return false;
  }
  return true;
}

const GumboVector* children_of(const GumboNode& node) noexcept {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node.v.element.children;
    default:
      return nullptr;
  }
}

// Clones made by the parser carry the start tag of the element they were cloned from.
constexpr unsigned no_tag_of_its_own = GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT |
                                       GUMBO_INSERTION_ADOPTION_AGENCY_CLONED | GUMBO_INSERTION_IMPLIED;

class Flattener {
 public:
  Flattener(const WithheldPage& page, const Limits& limits, DocumentTable& table)
      : page_(page), html_(page.html()), positions_(page.positions), table_(table), builder_(table, limits) {}

  FlattenResult run(const GumboNode& document) {
    walk(document);
    const bool complete = !builder_.is_full();
    builder_.finish();
    if (complete &&
        (text_elements_ != page_.text_elements.size() || cdata_comments_ != page_.cdata_comments.size())) {
      agrees_ = false;
    }
    return {!complete, builder_.too_deep(), builder_.dropped_attributes(), agrees_};
  }

 private:
  struct Level {
    const GumboVector* children;
    unsigned next;
    bool opened;  // whether the element got a row, and so has to be closed
  };

  void walk(const GumboNode& document);
  bool enter(const GumboNode& node);
  void leave();
  void add_text(const GumboNode& node);
  void add_attributes(const GumboElement& element);
  std::string_view value_of(const GumboAttribute& attribute);
  void add_raw_text(const GumboElement& element, std::uint32_t start_tag_end);
  void set_place(const GumboNode& node, std::string_view name);
  void check_text_element(const GumboElement& element);
  void check_comment(const GumboNode& comment);
  KnownName name_of_element(const GumboElement& element);
  std::uint32_t filtered_offset(const char* place) const noexcept {
    return static_cast<std::uint32_t>(place - html_.data());
  }
  std::uint32_t source_begin(std::uint32_t filtered) noexcept { return positions_.begin(filtered, near_); }
  std::uint32_t source_end(std::uint32_t filtered) const noexcept { return positions_.end(filtered, near_); }

  const WithheldPage& page_;
  std::string_view html_;
  const PositionMap& positions_;
  std::size_t near_ = 0;  // in positions_
  DocumentTable& table_;
  TableBuilder builder_;
  std::vector<Level> levels_;
  std::size_t text_elements_ = 0;
  std::size_t cdata_comments_ = 0;
  bool agrees_ = true;
};

bool contains(const std::vector<std::uint32_t>& sorted, std::uint32_t place) {
  return std::binary_search(sorted.begin(), sorted.end(), place);
}

// The tree builder switches the tokenizer for exactly those HTML elements whose text is not normal.
void Flattener::check_text_element(const GumboElement& element) {
  if (contains(page_.text_elements, filtered_offset(element.original_tag.data))) {
    ++text_elements_;
  } else {
    agrees_ = false;
  }
}

// A CDATA section leaves no comment behind; what was taken for a comment must.
void Flattener::check_comment(const GumboNode& comment) {
  if (page_.cdata_sections.empty() && page_.cdata_comments.empty()) return;
  const std::uint32_t place = filtered_offset(comment.v.text.original_text.data);
  if (contains(page_.cdata_sections, place)) agrees_ = false;
  if (contains(page_.cdata_comments, place)) ++cdata_comments_;
}

void Flattener::walk(const GumboNode& document) {
  levels_.reserve(64);
  levels_.push_back({children_of(document), 0, false});
  while (!levels_.empty() && !builder_.is_full()) {
    Level& level = levels_.back();
    if (level.next == level.children->length) {
      if (level.opened) leave();
      levels_.pop_back();
      continue;
    }
    const auto& node = *static_cast<const GumboNode*>(level.children->data[level.next++]);
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
      const bool opened = enter(node);
      if (opened && is_inert_text(table_.rows[builder_.current()].tag)) {
        leave();
      } else {
        levels_.push_back({children_of(node), 0, opened});
      }
    } else if (node.type == GUMBO_NODE_COMMENT) {
      check_comment(node);
    } else {
      add_text(node);
    }
  }
}

bool Flattener::enter(const GumboNode& node) {
  const GumboElement& element = node.v.element;
  const KnownName name = name_of_element(element);
  const bool foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
  if (!foreign && text_kind(name.tag) != TextKind::normal) check_text_element(element);
  const bool numbered = !foreign || name.tag == Tag::svg || name.tag == Tag::math;
  if (!builder_.open(name.name, numbered ? name.tag : Tag::other, foreign, name.hash)) return false;
  add_attributes(element);
  set_place(node, name.name);
  return true;
}

void Flattener::leave() {
  // An element without an end tag of its own ends where its last child does.
  NodeRow& row = table_.rows[builder_.current()];
  builder_.close();
  NodeRow& parent = table_.rows[row.parent];
  if (parent.source_begin < parent.source_end && row.source_end > parent.source_end &&
      row.source_begin >= parent.source_begin) {
    parent.source_end = row.source_end;
  }
}

KnownName Flattener::name_of_element(const GumboElement& element) {
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG && element.original_tag.data != nullptr) {
    const std::string_view written = written_name(element.original_tag);
    const GumboStringPiece piece{written.data(), written.size()};
    if (const char* const camel = gumbo_normalize_svg_tagname(&piece); camel != nullptr) {
      return {camel, Tag::other, atom_hash(camel)};
    }
  }
  if (element.tag < GUMBO_TAG_UNKNOWN) return known_names()[element.tag];
  const std::string_view written = written_name(element.original_tag);
  std::string name;
  for (const char c : written) {
    if (c == '\0') {
      name += "\xEF\xBF\xBD";
    } else {
      name += to_ascii_lower(c);
    }
  }
  return {table_.pool.store(name), tag_of(name), atom_hash(name)};
}

// An empty value in quotes may stand for one that was left out. (An attribute without a value has its name in
// the value's place.)
std::string_view Flattener::value_of(const GumboAttribute& attribute) {
  const std::string_view value = attribute.value;
  if (!value.empty()) return table_.pool.store(value);
  if (attribute.original_value.length != 2 || attribute.original_value.data == attribute.original_name.data)
    return {};
  const std::uint32_t quote = source_begin(filtered_offset(attribute.original_value.data));
  const std::string_view source = table_.source;
  return source.substr(quote + 1, source.find(source[quote], quote + 1) - (quote + 1));
}

void Flattener::add_attributes(const GumboElement& element) {
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    std::string_view name = attribute.name;
    std::string_view stored;
    if (attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_NONE) {
      stored = table_.pool.store(name);
    } else {
      const std::string_view prefix = attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK ? "xlink:"
                                      : attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XML ? "xml:"
                                      : name == "xmlns"                                      ? ""
                                                                                             : "xmlns:";
      stored = table_.pool.store(std::string(prefix).append(name));
    }
    builder_.attribute(stored, value_of(attribute), atom_hash(stored));
  }
}

void Flattener::set_place(const GumboNode& node, std::string_view name) {
  const GumboElement& element = node.v.element;
  if (element.original_tag.length == 0 || (node.parse_flags & no_tag_of_its_own) != 0) return;
  const std::uint32_t tag_begin = filtered_offset(element.original_tag.data);
  const auto tag_end = static_cast<std::uint32_t>(tag_begin + element.original_tag.length);
  std::uint32_t end = tag_end;
  if (element.original_end_tag.length != 0 && element.original_end_tag.data[0] == '<' &&
      same_name(written_name(element.original_end_tag), name)) {
    const auto end_tag_end = static_cast<std::uint32_t>(filtered_offset(element.original_end_tag.data) +
                                                        element.original_end_tag.length);
    end = end_tag_end > end ? end_tag_end : end;
  }
  builder_.place(builder_.current(), source_begin(tag_begin), source_end(end));
  if (is_inert_text(table_.rows[builder_.current()].tag)) add_raw_text(element, tag_end);
}

void Flattener::add_raw_text(const GumboElement& element, std::uint32_t start_tag_end) {
  const std::uint32_t begin = source_end(start_tag_end);
  std::uint32_t end = 0;
  if (element.original_end_tag.length != 0) {
    end = source_begin(filtered_offset(element.original_end_tag.data));
  } else {
    end = static_cast<std::uint32_t>(std::min(page_.cut_at, table_.source.size()));
  }
  if (end > begin) builder_.raw_text(begin, end - begin);
}

void Flattener::add_text(const GumboNode& node) {
  const GumboText& text = node.v.text;
  const std::string_view data = text.text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  if (text.original_text.data >= html_.data() && text.original_text.data <= html_.data() + html_.size()) {
    const std::uint32_t offset = filtered_offset(text.original_text.data);
    begin = source_begin(offset);
    end = source_end(static_cast<std::uint32_t>(offset + text.original_text.length));
    if (end < begin) end = begin;
  }
  if (!builder_.text(table_.pool.store(data), begin, end)) return;
  NodeRow& parent = table_.rows[builder_.current()];
  if (parent.source_begin < parent.source_end && end > parent.source_end && begin >= parent.source_begin) {
    parent.source_end = end;
  }
}

}  // namespace

FlattenResult flatten(const GumboOutput& output, const WithheldPage& page, const Limits& limits,
                      DocumentTable& table) {
  return Flattener(page, limits, table).run(*output.document);
}

}  // namespace pith
