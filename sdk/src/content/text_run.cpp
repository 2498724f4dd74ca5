#include "content/text_run.hpp"

#include <string_view>

#include "body/class_words.hpp"
#include "body/element_kinds.hpp"
#include "content/content_names.hpp"
#include "content/text_hash.hpp"

namespace pith {
namespace {

/// From so many on a run without many links reads like a paragraph.
constexpr std::uint32_t paragraph_bytes = 80;
/// A price has fewer.
constexpr std::uint32_t price_bytes = 40;

constexpr std::size_t head_bytes = 96;

/// Names without the numbers that tell one of a kind from the next.
std::uint64_t hash_of_names(std::uint64_t hash, std::string_view names) {
  for (const char c : names) {
    if (c < '0' || c > '9') hash = mixed(hash, static_cast<unsigned char>(c));
  }
  return hash;
}

bool is_control(Tag tag) {
  return tag == Tag::select || tag == Tag::option || tag == Tag::textarea || tag == Tag::button ||
         tag == Tag::svg || tag == Tag::rp || is_fallback(tag);
}

class RunFinder {
 public:
  RunFinder(const Document& document, const TextMeasure& measure) : document_(document), measure_(measure) {}

  std::vector<TextRun> find() {
    const std::uint32_t size = document_.size();
    for (std::uint32_t row = 0; row < size;) {
      const Node at = document_.at(row);
      close_until(row);
      if (at.is_text()) {
        read(at);
      } else if (at.is_element()) {
        const Tag tag = at.tag();
        if (is_control(tag) || measure_.is_unseen(at)) {
          row = at.end_row();
          continue;
        }
        open(at, tag);
      }
      ++row;
    }
    border();
    return std::move(runs_);
  }

 private:
  struct Open {
    std::uint32_t row;
    std::uint32_t end;
    std::uint32_t container;
    bool block;
    std::uint64_t signature;
    RunScope scope;
  };

  void close_until(std::uint32_t row) {
    while (!open_.empty() && open_.back().end <= row) {
      if (open_.back().block) border();
      open_.pop_back();
    }
  }

  void open(Node at, Tag tag) {
    if (tag == Tag::br) {
      if (breaks_++ > 0) border();
      space_ = true;
      return;
    }
    const bool block = is_block(at);
    if (block || tag == Tag::hr || tag == Tag::iframe) border();
    Open next{at.row(), at.end_row(), at.row(), block, text_hash_basis, {}};
    if (!open_.empty()) {
      next.scope = open_.back().scope;
      if (!block) next.container = open_.back().container;
    }
    read_scope(at, tag, next.scope);
    if (block) {
      const std::uint64_t around = open_.empty() ? text_hash_basis : open_.back().signature;
      next.signature =
          hash_of_names(mixed(around * 31, static_cast<std::uint64_t>(tag)), at.attribute("class"));
    } else if (!open_.empty()) {
      next.signature = open_.back().signature;
    }
    open_.push_back(next);
  }

  static void read_scope(Node at, Tag tag, RunScope& scope) {
    const std::uint16_t depth = ++scope.depth;
    switch (tag) {
      case Tag::nav:
      case Tag::menu:
        scope.navigation = true;
        break;
      case Tag::footer:
        scope.footer = true;
        break;
      case Tag::aside:
        scope.aside = true;
        break;
      case Tag::header:
        scope.header = true;
        break;
      case Tag::form:
      case Tag::fieldset:
      case Tag::label:
        scope.form = true;
        break;
      case Tag::article:
        scope.article = depth;
        break;
      case Tag::main:
        scope.main = true;
        break;
      case Tag::ul:
      case Tag::ol:
      case Tag::dl:
        scope.list = true;
        break;
      case Tag::table:
        scope.table = true;
        break;
      case Tag::blockquote:
        scope.quote = true;
        break;
      case Tag::pre:
      case Tag::code:
        scope.code = true;
        break;
      case Tag::figcaption:
      case Tag::figure:
        scope.figure = true;
        break;
      case Tag::a:
        scope.link = true;
        break;
      case Tag::body:
      case Tag::html:
        return;
      default:
        if (const int level = heading_level(tag); level > 0) scope.heading = static_cast<std::uint8_t>(level);
        break;
    }
    read_names(at, depth, scope);
    const std::string_view role = at.attribute("role");
    if (!role.empty()) read_role(role, scope);
    if (at.attribute("itemprop").find("articleBody") != std::string_view::npos) scope.declared_body = true;
  }

  static void read_names(Node at, std::uint16_t depth, RunScope& scope) {
    const std::string_view classes = at.attribute("class");
    const std::string_view id = at.id();
    if (classes.empty() && id.empty()) return;
    if (const ClassEvidence evidence = class_evidence(at); evidence.boilerplate) {
      (evidence.weak ? scope.weak_boilerplate : scope.boilerplate) = depth;
      (evidence.weak ? scope.weak_kind : scope.kind) = *evidence.boilerplate;
    }
    if (says_content(classes) || says_content(id)) {
      scope.content = depth;
      ++scope.content_names;
    }
  }

  static void read_role(std::string_view role, RunScope& scope) {
    if (role == "navigation" || role == "menu" || role == "menubar") scope.navigation = true;
    if (role == "contentinfo") scope.footer = true;
    if (role == "complementary" || role == "dialog") scope.aside = true;
    if (role == "banner") scope.header = true;
    if (role == "main") scope.main = true;
    if (role == "search") scope.form = true;
  }

  void border() {
    breaks_ = 0;
    space_ = false;
    if (run_.bytes == 0) return;
    run_.words += in_word_ ? 1 : 0;
    in_word_ = false;
    run_.chrome = find_chrome_words(run_.head);
    runs_.push_back(std::move(run_));
    run_ = {};
  }

  void begin(Node text) {
    run_.begin_row = text.row();
    run_.offset = offset_;
    run_.hash = text_hash_basis;
    run_.container = open_.empty() ? 0 : open_.back().container;
    if (!open_.empty()) {
      run_.scope = open_.back().scope;
      run_.signature = open_.back().signature;
    }
  }

  void read(Node text) {
    const bool linked = !open_.empty() && open_.back().scope.link;
    bool seen = false;
    for (const char c : text.data()) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte <= ' ') {
        space_ = true;
        continue;
      }
      if (run_.bytes == 0 && !seen) begin(text);
      seen = true;
      take(c, byte, linked);
    }
    if (!seen) return;
    breaks_ = 0;
    run_.end_row = text.row() + 1;
  }

  void take(char c, unsigned char byte, bool linked) {
    if (space_ && run_.bytes > 0) {
      run_.words += in_word_ ? 1 : 0;
      in_word_ = false;
      if (run_.head.size() < head_bytes) run_.head += ' ';
    }
    space_ = false;
    const bool capital = c >= 'A' && c <= 'Z';
    const char lower = capital ? static_cast<char>(c + 32) : c;
    const bool letter = (lower >= 'a' && lower <= 'z') || byte >= 0x80;
    const bool digit = c >= '0' && c <= '9';
    if (letter || digit) in_word_ = true;
    // Scripts of East Asia leave no spaces: two signs, whose first of three bytes is one of these, are a
    // word.
    if (byte >= 0xE3 && byte <= 0xEC && ++wide_ == 2) {
      wide_ = 0;
      ++run_.words;
    }
    ++run_.bytes;
    ++offset_;
    run_.link_bytes += linked ? 1 : 0;
    run_.letters += letter ? 1 : 0;
    run_.capitals += capital ? 1 : 0;
    run_.digits += digit ? 1 : 0;
    run_.commas += c == ',' ? 1 : 0;
    run_.sentences += c == '.' || c == '!' || c == '?' ? 1 : 0;
    run_.hash = mixed(run_.hash, static_cast<unsigned char>(lower));
    run_.last = c;
    if (run_.head.size() < head_bytes) run_.head += lower;
  }

  const Document& document_;
  const TextMeasure& measure_;
  std::vector<Open> open_;
  std::vector<TextRun> runs_;
  TextRun run_;
  std::uint32_t offset_ = 0;
  int breaks_ = 0;
  int wide_ = 0;
  bool space_ = false;
  bool in_word_ = false;
};

}  // namespace

bool is_paragraph(const TextRun& run) {
  return run.bytes >= paragraph_bytes && run.link_bytes * 3 < run.bytes;
}

bool is_price(const TextRun& run) {
  if (run.bytes >= price_bytes || run.digits == 0) return false;
  for (const std::string_view sign : {"$", "\xe2\x82\xac", "\xc2\xa3"})
    if (run.head.find(sign) != std::string::npos) return true;
  return false;
}

std::vector<TextRun> find_text_runs(const Document& document, const TextMeasure& measure) {
  return RunFinder(document, measure).find();
}

}  // namespace pith
