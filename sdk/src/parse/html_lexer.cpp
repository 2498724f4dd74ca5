#include "parse/html_lexer.hpp"

#include <cstring>

namespace pith {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t find_byte(std::string_view html, char byte, std::size_t from) noexcept {
  if (from >= html.size()) return npos;
  const void* const found = std::memchr(html.data() + from, byte, html.size() - from);
  return found == nullptr ? npos : static_cast<std::size_t>(static_cast<const char*>(found) - html.data());
}

constexpr bool ends_tag_name(char c) noexcept {
  return is_html_space(c) || c == '/' || c == '>';
}

// Whether `name` in any case, then the end of a name, stands at `at`.
bool name_at(std::string_view html, std::size_t at, std::string_view name) noexcept {
  if (html.size() - at <= name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (to_ascii_lower(html[at + i]) != name[i]) return false;
  }
  return ends_tag_name(html[at + name.size()]);
}

bool same_name(std::string_view written, std::string_view name) noexcept {
  if (written.size() != name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (to_ascii_lower(written[i]) != name[i]) return false;
  }
  return true;
}

class TagLexer {
 public:
  TagLexer(std::string_view html, std::size_t name, std::uint32_t limit,
           std::vector<QuotedValue>* values) noexcept
      : html_(html), at_(name), limit_(limit), values_(values) {}

  LexedTag run() {
    while (at_ < html_.size() && !ends_tag_name(html_[at_])) ++at_;
    tag_.name_end = at_;
    while (before_attribute()) read_attribute();
    return tag_;
  }

 private:
  // 13.2.5.32 and 13.2.5.40. True at the first byte of an attribute's name.
  bool before_attribute() noexcept {
    for (; at_ < html_.size(); ++at_) {
      const char c = html_[at_];
      if (c == '>') {
        tag_.self_closing = html_[at_ - 1] == '/' && slash_counts_;
        tag_.end = at_ + 1;
        return false;
      }
      if (c == '/') slash_counts_ = true;
      if (!is_html_space(c) && c != '/') return true;
    }
    tag_.end = npos;
    return false;
  }

  // 13.2.5.33: a name may begin with '=', and holds quotes and '<' as they are.
  void read_attribute() {
    slash_counts_ = false;
    const std::size_t begin = at_++;
    while (at_ < html_.size() && html_[at_] != '=' && !ends_tag_name(html_[at_])) ++at_;
    count(html_.substr(begin, at_ - begin), begin);
    std::size_t next = at_;
    while (next < html_.size() && is_html_space(html_[next])) ++next;
    if (next < html_.size() && html_[next] == '=') {
      at_ = next + 1;
      read_value();
    }
  }

  void count(std::string_view name, std::size_t begin) noexcept {
    if (++tag_.attributes > limit_ && tag_.surplus == 0) tag_.surplus = begin;
    if ((name.size() == 4 || name.size() == 5) &&
        (same_name(name, "color") || same_name(name, "face") || same_name(name, "size"))) {
      tag_.leaves_foreign_font = true;
    }
  }

  // 13.2.5.35 to 13.2.5.39.
  void read_value() {
    while (at_ < html_.size() && is_html_space(html_[at_])) ++at_;
    if (at_ >= html_.size() || html_[at_] == '>') return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t close = find_byte(html_, quote, at_ + 1);
      if (values_ != nullptr && close != npos && tag_.surplus == 0) values_->push_back({at_ + 1, close});
      at_ = close == npos ? html_.size() : close + 1;
      return;
    }
    while (at_ < html_.size() && !is_html_space(html_[at_]) && html_[at_] != '>') ++at_;
  }

  std::string_view html_;
  std::size_t at_;
  std::uint32_t limit_;
  std::vector<QuotedValue>* values_;
  LexedTag tag_;
  bool slash_counts_ = false;  // a '/' right before '>' that is no part of a value
};

// Script text that holds "<!--": the states from 13.2.5.18 on.
class ScriptLexer {
 public:
  ScriptLexer(std::string_view html, std::size_t text) noexcept : html_(html), at_(text) {}

  std::size_t run() noexcept {
    for (;;) {
      at_ = find_byte(html_, '<', at_);
      if (at_ == npos) return html_.size();
      if (is_end_tag()) return at_;
      if (html_.substr(at_, 4) != "<!--") {
        ++at_;
        continue;
      }
      at_ += 4;
      dashes_ = 2;
      if (leave_escaped()) return at_;
      if (at_ >= html_.size()) return html_.size();
    }
  }

 private:
  bool is_end_tag() const noexcept {
    return at_ + 1 < html_.size() && html_[at_ + 1] == '/' && name_at(html_, at_ + 2, "script");
  }

  // The letters at `at_`, and whether they spell "script" before the end of a name. Moves behind the
  // letters, and behind that end if there is one.
  bool skip_script_word() noexcept {
    const std::size_t begin = at_;
    while (at_ < html_.size() && is_ascii_letter(html_[at_])) ++at_;
    if (at_ >= html_.size() || !ends_tag_name(html_[at_])) return false;
    const bool is_script = same_name(html_.substr(begin, at_ - begin), "script");
    ++at_;
    dashes_ = 0;
    return is_script;
  }

  // Script data escaped and double escaped, until "-->" leads back to script data (false) or the end
  // tag comes (true).
  bool leave_escaped() noexcept {
    bool is_double = false;
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '-') {
        ++dashes_;
        ++at_;
      } else if (c == '>' && dashes_ >= 2) {
        ++at_;
        return false;
      } else if (c == '<') {
        dashes_ = 0;
        if (!is_double && is_end_tag()) return true;
        ++at_;
        is_double = is_double ? !ends_double_escape() : begins_double_escape();
      } else {
        dashes_ = 0;
        ++at_;
      }
    }
    return false;
  }

  bool begins_double_escape() noexcept {
    return at_ < html_.size() && is_ascii_letter(html_[at_]) && skip_script_word();
  }

  bool ends_double_escape() noexcept {
    if (at_ >= html_.size() || html_[at_] != '/') return false;
    ++at_;
    return skip_script_word();
  }

  std::string_view html_;
  std::size_t at_;
  int dashes_ = 0;
};

}  // namespace

LexedTag lex_tag(std::string_view html, std::size_t name, std::uint32_t limit,
                 std::vector<QuotedValue>* values) {
  return TagLexer(html, name, limit, values).run();
}

LexedComment lex_comment(std::string_view html, std::size_t data) noexcept {
  if (html.substr(data, 1) == ">") return {data, data + 1};
  if (html.substr(data, 2) == "->") return {data, data + 2};
  for (std::size_t close = data; (close = find_byte(html, '>', close)) != npos; ++close) {
    if (close >= data + 2 && html[close - 1] == '-' && html[close - 2] == '-') return {close - 2, close + 1};
    if (close >= data + 3 && html[close - 1] == '!' && html[close - 2] == '-' && html[close - 3] == '-') {
      return {close - 3, close + 1};
    }
  }
  return {html.size(), html.size()};
}

std::size_t find_raw_text_end(std::string_view html, std::size_t text, std::string_view name) noexcept {
  for (std::size_t at = text; (at = find_byte(html, '<', at)) != npos; ++at) {
    if (at + 1 < html.size() && html[at + 1] == '/' && name_at(html, at + 2, name)) return at;
  }
  return html.size();
}

std::size_t find_script_end(std::string_view html, std::size_t text) noexcept {
  return ScriptLexer(html, text).run();
}

}  // namespace pith
