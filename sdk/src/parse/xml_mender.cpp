#include "parse/xml_mender.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>
#include <vector>

#include "parse/feed_nesting.hpp"
#include "parse/html_lexer.hpp"
#include "parse/markup_kind.hpp"

namespace pith {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t max_namespaces = 256;

constexpr bool begins_name(char c) noexcept {
  return is_ascii_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool continues_name(char c) noexcept {
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}
constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

// A reference that every parser knows: one of the five, or a number.
bool is_xml_reference(std::string_view name) noexcept {
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return true;
  if (name.size() < 2 || name[0] != '#') return false;
  const bool hex = name[1] == 'x';
  std::uint32_t value = 0;
  const std::string_view digits = name.substr(hex ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return false;
  for (const char c : digits) {
    const char low = to_ascii_lower(c);
    if (!is_digit(c) && !(hex && low >= 'a' && low <= 'f')) return false;
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : low - 'a' + 10);
  }
  return value == 9 || value == 10 || value == 13 || (value >= 0x20 && value < 0xD800) ||
         (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value < 0x110000);
}

// What is meant by a number of a control character, as "&#146;": the character of windows-1252 (HTML
// standard, "numeric character reference end state"). Empty for all others.
std::string_view windows_character(std::string_view name) noexcept {
  static constexpr std::array<std::string_view, 32> characters{
      "\u20AC", "",       "\u201A", "\u0192", "\u201E", "\u2026", "\u2020", "\u2021",
      "\u02C6", "\u2030", "\u0160", "\u2039", "\u0152", "",       "\u017D", "",
      "",       "\u2018", "\u2019", "\u201C", "\u201D", "\u2022", "\u2013", "\u2014",
      "\u02DC", "\u2122", "\u0161", "\u203A", "\u0153", "",       "\u017E", "\u0178"};
  if (!name.starts_with('#')) return {};
  const bool hex = name.starts_with("#x") || name.starts_with("#X");
  name.remove_prefix(hex ? 2 : 1);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return whole && value >= 0x80 && value < 0xA0 ? characters[value - 0x80] : std::string_view{};
}

void append_utf8(std::string& text, unsigned int c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// The character that HTML means by a name; 0 if none.
unsigned int html_entity(std::string_view name) {
  std::array<xmlChar, 16> terminated{};
  if (name.size() >= terminated.size()) return 0;
  std::copy(name.begin(), name.end(), terminated.begin());
  const htmlEntityDesc* const entity = htmlEntityLookup(terminated.data());
  return entity != nullptr ? entity->value : 0;
}

class Mender {
 public:
  Mender(std::string_view page, const Limits& limits) : page_(page), limits_(limits) {
    result_.xml.reserve(page.size() + 64);
  }

  MendedXml run() {
    at_ = begin_of_feed(page_);
    result_.repaired = at_ > 0;
    while (at_ < page_.size() && !(had_root_ && open_.empty())) {
      if (page_[at_] == '<') {
        read_markup();
      } else {
        read_text();
      }
    }
    result_.repaired |= !open_.empty();
    drop_cut_address();
    while (!open_.empty()) close_last();
    return std::move(result_);
  }

 private:
  void read_markup();
  void read_text();
  void read_cdata();
  void read_start_tag();
  void read_end_tag();
  bool read_attribute(std::vector<std::string_view>& seen);
  void skip_doctype();
  void skip_past(std::string_view mark, std::size_t from);

  void write(std::string_view text, std::size_t source) {
    result_.positions.cut(static_cast<std::uint32_t>(result_.xml.size()), static_cast<std::uint32_t>(source));
    result_.xml += text;
  }
  void write_characters(std::size_t begin, std::size_t end, char quote);
  std::size_t write_reference(std::size_t begin, std::size_t end);
  void close_last();
  void close_before(std::string_view name);
  void drop_cut_address();
  void repaired() noexcept { result_.repaired = true; }

  struct Open {
    std::string_view name;
    bool dropped;
  };

  std::string_view page_;
  const Limits& limits_;
  MendedXml result_;
  std::vector<Open> open_;
  std::size_t depth_ = 0;
  std::size_t namespaces_ = 0;
  std::size_t at_ = 0;
  bool had_root_ = false;
  bool is_feed_ = false;
  std::size_t behind_tag_ = 0;  // in the result, behind the last start tag
};

void Mender::skip_past(std::string_view mark, std::size_t from) {
  const std::size_t found = page_.find(mark, from);
  if (found == npos) repaired();
  at_ = found == npos ? page_.size() : found + mark.size();
}

void Mender::read_markup() {
  const std::string_view rest = page_.substr(at_);
  if (rest.starts_with("<!--")) {
    skip_past("-->", at_ + 4);
  } else if (rest.starts_with("<![CDATA[")) {
    read_cdata();
  } else if (rest.starts_with("<?")) {
    skip_past("?>", at_ + 2);
  } else if (rest.starts_with("<!")) {
    skip_doctype();
  } else if (rest.size() > 2 && rest[1] == '/' && begins_name(rest[2])) {
    read_end_tag();
  } else if (rest.size() > 1 && begins_name(rest[1])) {
    read_start_tag();
  } else {
    repaired();
    if (!open_.empty()) write("&lt;", at_);
    ++at_;
  }
}

// With its internal subset, which may hold '>' in quotes and in brackets.
void Mender::skip_doctype() {
  char quote = '\0';
  int brackets = 0;
  for (; at_ < page_.size(); ++at_) {
    const char c = page_[at_];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (brackets > 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']') {
      --brackets;
    } else if (c == '>' && brackets <= 0) {
      ++at_;
      return;
    }
  }
}

void Mender::read_text() {
  const std::size_t end = std::min(page_.find('<', at_), page_.size());
  if (!open_.empty()) {
    write_characters(at_, end, '\0');
  } else if (page_.find_first_not_of(" \t\r\n\xEF\xBB\xBF", at_) < end) {
    repaired();  // before the root
  }
  at_ = end;
}

void Mender::read_cdata() {
  const std::size_t close = page_.find("]]>", at_ + 9);
  const std::size_t end = std::min(close, page_.size());
  if (close == npos) repaired();
  if (!open_.empty()) {
    write("<![CDATA[", at_);
    write(page_.substr(at_ + 9, end - at_ - 9), at_ + 9);
    write("]]>", end);
  }
  at_ = close == npos ? page_.size() : end + 3;
}

// The reference that begins at `begin`, mended; returns where it ends.
std::size_t Mender::write_reference(std::size_t begin, std::size_t end) {
  std::size_t stop = begin + 1;
  while (stop < end && stop - begin < 40 &&
         (is_ascii_letter(page_[stop]) || is_digit(page_[stop]) || page_[stop] == '#')) {
    ++stop;
  }
  const std::string_view name = page_.substr(begin + 1, stop - begin - 1);
  const bool closed = stop < end && page_[stop] == ';';
  if (const std::string_view meant = closed ? windows_character(name) : ""; !meant.empty()) {
    repaired();
    write(meant, begin);
    return stop + 1;
  }
  if (closed && is_xml_reference(name)) {
    write(page_.substr(begin, stop + 1 - begin), begin);
    return stop + 1;
  }
  repaired();
  if (const unsigned int character = closed ? html_entity(name) : 0; character != 0) {
    std::string utf8;
    append_utf8(utf8, character);
    write(utf8, begin);
    return stop + 1;
  }
  write("&amp;", begin);
  return begin + 1;
}

// Text, or an attribute's value, in which `quote` may not stand.
void Mender::write_characters(std::size_t begin, std::size_t end, char quote) {
  std::size_t plain = begin;
  const auto flush = [&](std::size_t to) {
    if (to > plain) write(page_.substr(plain, to - plain), plain);
  };
  for (std::size_t i = begin; i < end;) {
    const char c = page_[i];
    const bool ends_cdata = c == '>' && i >= begin + 2 && page_[i - 1] == ']' && page_[i - 2] == ']';
    if (c == '&') {
      flush(i);
      plain = i = write_reference(i, end);
    } else if (c == '<' || (c == quote && quote != '\0') || ends_cdata) {
      flush(i);
      write(c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : "&apos;", i);
      repaired();
      plain = ++i;
    } else {
      ++i;
    }
  }
  flush(end);
}

// One attribute, in double quotes. False at the end of the tag.
bool Mender::read_attribute(std::vector<std::string_view>& seen) {
  while (at_ < page_.size() && is_html_space(page_[at_])) ++at_;
  if (at_ >= page_.size() || page_[at_] == '>' || page_[at_] == '<') return false;
  if (page_[at_] == '/') {
    ++at_;
    return at_ < page_.size() && page_[at_] != '>';
  }
  const std::size_t begin = at_;
  while (at_ < page_.size() && continues_name(page_[at_])) ++at_;
  const std::string_view name = page_.substr(begin, at_ - begin);
  if (name.empty() || !begins_name(name.front())) {
    repaired();
    at_ = std::max(at_, begin + 1);
    return true;
  }
  while (at_ < page_.size() && is_html_space(page_[at_])) ++at_;
  std::size_t value = begin;
  std::size_t value_end = at_;
  if (at_ < page_.size() && page_[at_] == '=') {
    ++at_;
    while (at_ < page_.size() && is_html_space(page_[at_])) ++at_;
    const char quote = at_ < page_.size() ? page_[at_] : '>';
    if (quote == '"' || quote == '\'') {
      value = at_ + 1;
      value_end = std::min(page_.find(quote, value), page_.size());
      at_ = std::min(value_end + 1, page_.size());
      if (value_end == page_.size()) {  // half a value is none
        repaired();
        return false;
      }
    } else {
      repaired();
      value = at_;
      while (at_ < page_.size() && !is_html_space(page_[at_]) && page_[at_] != '>') ++at_;
      value_end = at_;
    }
  } else {
    repaired();
    value_end = value;
  }
  if (seen.size() >= limits_.attributes || (name.starts_with("xmlns") && ++namespaces_ > max_namespaces)) {
    result_.dropped_attributes = true;
    return true;
  }
  if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
    repaired();
    return true;
  }
  seen.push_back(name);
  write(" ", begin);
  write(name, begin);
  write("=\"", value);
  write_characters(value, value_end, '"');
  write("\"", value_end);
  return true;
}

void Mender::read_start_tag() {
  const std::size_t begin = at_++;
  while (at_ < page_.size() && continues_name(page_[at_])) ++at_;
  const std::string_view name = page_.substr(begin + 1, at_ - begin - 1);
  if (!had_root_) is_feed_ = is_feed_root(name);
  if (is_feed_) close_before(name);
  const std::size_t length_before = result_.xml.size();
  had_root_ = true;
  write("<", begin);
  result_.xml += name;
  std::vector<std::string_view> seen;
  while (read_attribute(seen)) {
  }
  const bool empty = at_ > begin && page_[at_ - 1] == '/';
  if (at_ < page_.size() && page_[at_] == '>') {
    ++at_;
  } else {
    repaired();
  }
  const bool drop = depth_ >= limits_.depth;
  if (drop) {
    result_.xml.resize(length_before);
    result_.positions.truncate(static_cast<std::uint32_t>(length_before));
    result_.dropped_deep = true;
  } else {
    write(empty ? "/>" : ">", at_ - (empty ? 2 : 1));
  }
  behind_tag_ = result_.xml.size();
  if (!empty) {
    open_.push_back({name, drop});
    depth_ += drop ? 0 : 1;
  }
}

void Mender::close_last() {
  const Open last = open_.back();
  open_.pop_back();
  if (last.dropped) return;
  --depth_;
  write("</", at_);
  result_.xml += last.name;
  result_.xml += '>';
}

// Closes elements of a feed whose end tags are missing before one that cannot stand in them.
void Mender::close_before(std::string_view name) {
  std::size_t keep = open_.size();
  if (keep > 0 && ends_feed_text(open_.back().name, name)) --keep;
  if (is_feed_entry(name)) {
    for (std::size_t i = keep, reach = limits_.depth; i > 0 && reach > 0; --i, --reach) {
      if (open_[i - 1].name == "content") break;  // an entry of Atom may carry another one as its content
      if (open_[i - 1].name == name) keep = i - 1;
    }
  }
  for (; open_.size() > keep; close_last()) repaired();
}

// Of a feed that ends within a URL nobody knows how it goes on: half of it would lead to another page.
void Mender::drop_cut_address() {
  if (!is_feed_ || open_.empty() || open_.back().dropped || !is_feed_address(open_.back().name)) return;
  result_.xml.resize(behind_tag_);
  result_.positions.truncate(static_cast<std::uint32_t>(behind_tag_));
}

// Closes what is still open inside; an end tag that matches nothing is left out.
void Mender::read_end_tag() {
  const std::size_t begin = at_;
  at_ += 2;
  while (at_ < page_.size() && continues_name(page_[at_])) ++at_;
  const std::string_view name = page_.substr(begin + 2, at_ - begin - 2);
  skip_past(">", at_);
  std::size_t match = open_.size();
  for (std::size_t reach = limits_.depth; match > 0 && reach > 0 && open_[match - 1].name != name; --match)
    --reach;
  if (match == 0 || open_[match - 1].name != name) {
    repaired();
    return;
  }
  const std::size_t end = at_;
  at_ = begin;
  for (; open_.size() > match; close_last()) repaired();
  at_ = end;
  const bool dropped = open_.back().dropped;
  open_.pop_back();
  if (dropped) return;
  --depth_;
  write(page_.substr(begin, 2), begin);
  result_.xml += name;
  write(">", end - 1);
}

// Characters that XML 1.0 does not allow become what a reader sees of them.
void replace_forbidden(std::string& xml) noexcept {
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const auto byte = static_cast<unsigned char>(xml[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') xml[i] = ' ';
    if (byte == 0xEF && i + 2 < xml.size() && static_cast<unsigned char>(xml[i + 1]) == 0xBF &&
        static_cast<unsigned char>(xml[i + 2]) >= 0xBE) {
      xml[i + 2] = static_cast<char>(0xBD);
    }
  }
}

}  // namespace

MendedXml mend_xml(std::string_view page, const Limits& limits) {
  MendedXml mended = Mender(page, limits).run();
  replace_forbidden(mended.xml);
  return mended;
}

}  // namespace pith
