#include "parse/withhold.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "parse/atom_hash.hpp"
#include "parse/html_lexer.hpp"
#include "parse/open_elements.hpp"
#include "parse/parse_cost.hpp"
#include "parse/tag_traits.hpp"

namespace pith {
namespace {

constexpr auto npos = std::string_view::npos;

// Distinct formatting elements open at once, which the tree builder opens anew in every block.
constexpr std::uint32_t max_formatting = 48;

// Shorter values of attributes are not worth a cut.
constexpr std::size_t least_value = 12;

// Elements of whose attributes the tree builder reads, or compares, the values (HTML standard, 13.2.4.3,
// 13.2.6). Of links that are open there is never more than one to compare.
bool has_values_read(Tag tag, std::string_view name) noexcept {
  if (tag == Tag::other) return name == "annotation-xml";
  return tag == Tag::input || tag == Tag::isindex || (is_formatting(tag) && tag != Tag::a);
}

// Whether a value comes out of the tokenizer as it went in.
bool is_literal(std::string_view value) noexcept {
  bool literal = true;
  for (const char c : value) {
    const bool printed = c >= ' ' && c < '\x7F' && c != '&';
    literal = literal && (printed || c == '\n' || c == '\t');
  }
  return literal;
}

std::size_t count_odd(std::string_view text) noexcept {
  std::size_t odd = 0;
  for (const char c : text) odd += (c == '<' || c == '&' || c == '\0' || c == ']') ? 1U : 0U;
  return odd;
}

class Withholder {
 public:
  Withholder(std::string_view page, const WithholdRules& rules)
      : page_(page), rules_(rules), open_(rules.depth, rules.formatting ? max_formatting : 0) {}

  WithheldPage run() {
    while (at_ < page_.size() && read_text() && read_markup()) {
    }
    finish();
    return std::move(result_);
  }

 private:
  bool read_text();
  bool read_markup();
  void read_declaration();
  void read_comment();
  void read_bogus_comment(std::size_t from);
  bool read_start_tag();
  bool read_end_tag();
  void read_text_of(Tag tag, std::string_view name);
  void drop_surplus_attributes(const LexedTag& tag);
  void leave_out_values();
  std::uint32_t attributes_left(Tag tag) const noexcept;

  struct Name {
    std::string_view lower;
    Tag tag;
    std::uint32_t hash;
  };
  Name name_at(std::size_t begin, std::size_t end);

  // Everything up to `begin` is let through, everything from there to `end` is left out.
  void leave_out(std::size_t begin, std::size_t end);
  std::uint32_t filtered(std::size_t at) const noexcept { return static_cast<std::uint32_t>(at - left_out_); }
  bool within_budget();
  std::size_t affordable(std::string_view text, std::size_t formatting) const noexcept;
  void charge_text(ParseCost& cost, std::string_view text, std::size_t formatting) const noexcept;
  bool pass_text(std::size_t end, std::size_t formatting);
  std::size_t whole_characters(std::size_t begin, std::size_t end) const noexcept;
  void finish();

  std::string_view page_;
  const WithholdRules& rules_;
  OpenElements open_;
  ParseCost cost_;
  WithheldPage result_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;
  std::size_t left_out_ = 0;
  std::uint32_t root_attributes_ = 0;
  std::vector<QuotedValue> values_;  // of the start tag that is being read
  std::array<char, 24> lower_name_{};
  bool frames_ = false;
};

void Withholder::leave_out(std::size_t begin, std::size_t end) {
  if (end <= begin) return;
  if (left_out_ == 0) result_.storage.reserve(page_.size() / 2 + 64);
  result_.storage.append(page_, copied_, begin - copied_);
  copied_ = end;
  left_out_ += end - begin;
  result_.positions.cut(static_cast<std::uint32_t>(result_.storage.size()), static_cast<std::uint32_t>(end));
}

void Withholder::finish() {
  const std::size_t end = std::min(result_.cut_at, page_.size());
  result_.nodes = cost_.nodes();
  result_.page = page_.substr(0, end);
  result_.left_out = left_out_ != 0;
  if (result_.left_out && end > copied_) result_.storage.append(page_, copied_, end - copied_);
}

bool Withholder::within_budget() {
  if (cost_.work() <= rules_.work && cost_.memory() <= rules_.memory) return true;
  result_.cut_at = at_;
  return false;
}

// How many bytes of a text the budget allows.
std::size_t Withholder::affordable(std::string_view text, std::size_t formatting) const noexcept {
  if (cost_.work() > rules_.work || cost_.memory() > rules_.memory) return 0;
  ParseCost whole = cost_;
  charge_text(whole, text, formatting);
  if (whole.work() <= rules_.work && whole.memory() <= rules_.memory) return text.size();
  const auto share = [&](std::uint64_t left, std::uint64_t needed) {
    return static_cast<double>(left) / static_cast<double>(std::max<std::uint64_t>(needed, 1));
  };
  const double part = std::min({1.0, share(rules_.work - cost_.work(), whole.work() - cost_.work()),
                                share(rules_.memory - cost_.memory(), whole.memory() - cost_.memory())});
  return static_cast<std::size_t>(part * static_cast<double>(text.size()));
}

void Withholder::charge_text(ParseCost& cost, std::string_view text, std::size_t formatting) const noexcept {
  cost.text(text.size(), open_.depth(), formatting);
  cost.odd_characters(count_odd(text));
}

// Lets the text from `at_` to `end` through, or as much of it as the budget allows. False if cut off.
bool Withholder::pass_text(std::size_t end, std::size_t formatting) {
  const std::string_view text = page_.substr(at_, end - at_);
  const std::size_t length = affordable(text, formatting);
  if (length < text.size()) {
    at_ = whole_characters(at_, at_ + length);
    result_.cut_at = at_;
    return false;
  }
  charge_text(cost_, text, formatting);
  at_ = end;
  return true;
}

// The last place up to `end` where no character is cut in two.
std::size_t Withholder::whole_characters(std::size_t begin, std::size_t end) const noexcept {
  while (end > begin && (static_cast<unsigned char>(page_[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

// Text up to the next '<' that begins markup. False if the page ends or is cut off before.
bool Withholder::read_text() {
  std::size_t end = at_;
  for (;; ++end) {
    const void* const found = std::memchr(page_.data() + end, '<', page_.size() - end);
    end = found == nullptr ? page_.size()
                           : static_cast<std::size_t>(static_cast<const char*>(found) - page_.data());
    if (end + 1 >= page_.size()) {
      end = page_.size();
      break;
    }
    const char next = page_[end + 1];
    if (is_ascii_letter(next) || next == '/' || next == '!' || next == '?') break;
  }
  if (end == at_) return true;
  return pass_text(end, open_.formatting()) && at_ < page_.size();
}

bool Withholder::read_markup() {
  const char next = page_[at_ + 1];
  if (next == '!') {
    read_declaration();
  } else if (next == '?') {
    read_bogus_comment(at_ + 2);
  } else if (next != '/') {
    return read_start_tag() && within_budget();
  } else if (at_ + 2 >= page_.size()) {
    at_ = page_.size();
  } else if (is_ascii_letter(page_[at_ + 2])) {
    return read_end_tag() && within_budget();
  } else if (page_[at_ + 2] == '>') {
    at_ += 3;
  } else {
    read_bogus_comment(at_ + 3);
  }
  return result_.cut_at == npos && within_budget();
}

void Withholder::read_bogus_comment(std::size_t from) {
  const std::size_t close = page_.find('>', from);
  const std::size_t end = close == npos ? page_.size() : close + 1;
  cost_.tag(end - at_, 0, open_.depth(), 0);
  at_ = end;
}

void Withholder::read_declaration() {
  if (page_.substr(at_, 4) == "<!--") {
    read_comment();
    return;
  }
  if (page_.substr(at_, 9) != "<![CDATA[") {
    read_bogus_comment(at_ + 2);  // a document type ends at the first '>' as well
    return;
  }
  if (!open_.in_foreign_namespace()) {
    result_.cdata_comments.push_back(filtered(at_));
    read_bogus_comment(at_ + 2);
    return;
  }
  result_.cdata_sections.push_back(filtered(at_));
  const std::size_t close = page_.find("]]>", at_ + 9);
  const std::size_t end = close == npos ? page_.size() : close + 3;
  pass_text(end, 0);
}

void Withholder::read_comment() {
  const std::size_t data = at_ + 4;
  const LexedComment comment = lex_comment(page_, data);
  // "<!-->" and "<!--->" are whole comments without data.
  if (rules_.inert_text && comment.data_end > data) leave_out(data, comment.data_end);
  cost_.tag(8, 0, open_.depth(), 0);
  cost_.withheld(comment.end - data);
  at_ = comment.end;
}

Withholder::Name Withholder::name_at(std::size_t begin, std::size_t end) {
  const std::size_t length = end - begin;
  std::uint32_t hash = 0x811c9dc5U;
  if (length > lower_name_.size()) {
    for (std::size_t i = begin; i < end; ++i) {
      hash = (hash ^ static_cast<unsigned char>(to_ascii_lower(page_[i]))) * 0x01000193U;
    }
    return {{}, Tag::other, hash == 0 ? 1U : hash};
  }
  for (std::size_t i = 0; i < length; ++i) lower_name_[i] = to_ascii_lower(page_[begin + i]);
  const std::string_view lower(lower_name_.data(), length);
  return {lower, tag_of(lower), atom_hash(lower)};
}

// Repeated html and body tags add their attributes to the first; so all of them share one allowance.
std::uint32_t Withholder::attributes_left(Tag tag) const noexcept {
  if (tag != Tag::html && tag != Tag::body) return rules_.attributes;
  return rules_.attributes - std::min(rules_.attributes, root_attributes_);
}

void Withholder::drop_surplus_attributes(const LexedTag& tag) {
  leave_out(tag.surplus, tag.end - (tag.self_closing ? 2 : 1));
  result_.dropped_attributes = true;
}

void Withholder::leave_out_values() {
  for (const QuotedValue& value : values_) {
    const std::size_t length = value.end - value.begin;
    if (length >= least_value && is_literal(page_.substr(value.begin, length)))
      leave_out(value.begin, value.end);
  }
}

bool Withholder::read_start_tag() {
  std::size_t name_end = at_ + 1;
  while (name_end < page_.size() && !is_html_space(page_[name_end]) && page_[name_end] != '/' &&
         page_[name_end] != '>') {
    ++name_end;
  }
  const Name name = name_at(at_ + 1, name_end);
  const std::uint32_t allowed = attributes_left(name.tag);
  values_.clear();
  const LexedTag tag = lex_tag(page_, at_ + 1, allowed, &values_);
  if (tag.end == npos) {  // the tokenizer drops a tag that the page's end cuts short
    at_ = page_.size();
    return false;
  }
  const std::uint32_t attributes = std::min(tag.attributes, allowed);
  if (name.tag == Tag::html || name.tag == Tag::body) root_attributes_ += attributes;
  if (name.tag == Tag::frameset) frames_ = true;
  StartTag start{name.tag, name.hash, 0, tag.self_closing, tag.leaves_foreign_font};
  if (is_formatting(name.tag)) start.text_hash = atom_hash(page_.substr(at_, tag.end - at_));
  const std::size_t depth = open_.depth();
  const bool is_foreign = open_.in_foreign_namespace();
  const OpenElements::Verdict verdict = open_.start(start);
  if (verdict.drop) {
    cost_.withheld(tag.end - at_);
    leave_out(at_, tag.end);
    (is_formatting(name.tag) && !verdict.ignored ? result_.dropped_formatting : result_.dropped_deep) = true;
    at_ = tag.end;
    return true;
  }
  cost_.tag((tag.surplus != 0 ? tag.surplus : tag.end) - at_, attributes, depth, open_.formatting());
  if (is_foreign) cost_.foreign_start_tag(attributes);
  const std::uint32_t place = filtered(at_);
  if (rules_.inert_text && !has_values_read(name.tag, name.lower)) leave_out_values();
  if (tag.surplus != 0) drop_surplus_attributes(tag);
  const bool opens_text =
      text_kind(name.tag) != TextKind::normal && !verdict.ignored && (!frames_ || name.tag == Tag::noframes);
  if (opens_text) result_.text_elements.push_back(place);
  at_ = tag.end;
  if (opens_text) read_text_of(name.tag, name.lower);
  return at_ < page_.size() && result_.cut_at == npos;
}

void Withholder::read_text_of(Tag tag, std::string_view name) {
  std::size_t end = page_.size();
  switch (text_kind(tag)) {
    case TextKind::script:
      end = find_script_end(page_, at_);
      break;
    case TextKind::raw_text:
    case TextKind::rcdata:
      end = find_raw_text_end(page_, at_, name);
      break;
    default:
      break;
  }
  if (!rules_.inert_text || !is_inert_text(tag)) {
    pass_text(end, 0);
    return;
  }
  leave_out(at_, end);
  cost_.withheld(end - at_);
  at_ = end;
}

bool Withholder::read_end_tag() {
  const LexedTag tag = lex_tag(page_, at_ + 2, rules_.attributes);
  if (tag.end == npos) {
    at_ = page_.size();
    return false;
  }
  const Name name = name_at(at_ + 2, tag.name_end);
  cost_.tag(tag.end - at_, std::min<std::uint32_t>(tag.attributes, rules_.attributes), open_.depth(),
            open_.formatting());
  if (open_.in_foreign_namespace()) cost_.foreign_end_tag(open_.depth());
  if (open_.end(name.tag, name.hash)) {
    leave_out(at_, tag.end);
  } else if (tag.surplus != 0) {
    drop_surplus_attributes(tag);
  }
  at_ = tag.end;
  return at_ < page_.size();
}

}  // namespace

WithheldPage withhold(std::string_view page, const WithholdRules& rules) {
  return Withholder(page, rules).run();
}

}  // namespace pith
