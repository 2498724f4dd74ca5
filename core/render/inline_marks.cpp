#include "core/render/inline_marks.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "core/render/safe_url.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

using Runs = std::vector<Span>;

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

bool same_marks(const Span& a, const Span& b) {
  return a.emphasis == b.emphasis && a.strong == b.strong && a.code == b.code &&
         a.superscript == b.superscript && a.subscript == b.subscript && a.href == b.href;
}

Span common_marks(const Span& a, const Span& b) {
  Span common;
  if (a.href != b.href) return common;
  common.href = a.href;
  common.emphasis = a.emphasis && b.emphasis;
  common.strong = a.strong && b.strong;
  common.code = a.code && b.code;
  common.superscript = a.superscript && b.superscript;
  common.subscript = a.subscript && b.subscript;
  return common;
}

bool is_space(const Span& run) {
  return run.text == " " || run.text == "\n";
}

/// Spaces stay runs of their own, so that marks can end before them.
void append(Runs& runs, Span run) {
  if (!runs.empty() && !is_space(runs.back()) && !is_space(run) && same_marks(runs.back(), run)) {
    runs.back().text += run.text;
  } else {
    runs.push_back(std::move(run));
  }
}

/// Collapses white space; a space gets only the marks that the words on both sides have.
class Collapser {
 public:
  void add(const Span& span) {
    Span run = span;
    run.href = safe_url(span.href);
    const std::string text = displayable(span.text);
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && is_space(text[end]) == is_space(text[at])) ++end;
      const std::string_view piece = std::string_view(text).substr(at, end - at);
      if (is_space(text[at])) {
        note_space(piece);
      } else {
        add_word(run, piece);
      }
      at = end;
    }
  }
  Runs take() { return std::move(runs_); }

 private:
  void note_space(std::string_view space) {
    const bool breaks = space_ == "\n" || space.find('\n') != std::string_view::npos;
    space_ = breaks ? "\n" : " ";
  }
  void add_word(Span& run, std::string_view word) {
    run.text = word;
    if (!space_.empty() && !runs_.empty()) {
      Span space = common_marks(runs_.back(), run);
      space.text = space_;
      if (space_ == "\n") space.code = false;  // no Markdown code span can hold a hard break
      append(runs_, std::move(space));
    }
    space_ = {};
    append(runs_, run);
  }
  Runs runs_;
  std::string_view space_;
};

bool has(const Span& run, Mark mark) {
  switch (mark) {
    case Mark::link:
      return !run.href.empty();
    case Mark::strong:
      return run.strong;
    case Mark::emphasis:
      return run.emphasis;
    case Mark::superscript:
      return run.superscript;
    case Mark::subscript:
      return run.subscript;
    case Mark::code:
      return run.code;
  }
  return false;
}

/// Opens marks as wide as they reach. Recursion ends after one level for each kind of mark.
class Nester {
 public:
  explicit Nester(const Runs& runs) : runs_(runs) {}

  std::vector<InlineEvent> take() {
    nest(0, runs_.size(), 0);
    return std::move(events_);
  }

 private:
  static unsigned bit(Mark mark) { return 1U << static_cast<unsigned>(mark); }

  std::size_t reach(std::size_t begin, std::size_t end, Mark mark) const {
    std::size_t at = begin;
    while (at < end && has(runs_[at], mark) && runs_[at].href == runs_[begin].href) ++at;
    return at;
  }

  bool wants(std::size_t at, Mark mark, unsigned open) const {
    return (open & bit(mark)) == 0 && has(runs_[at], mark);
  }

  /// Spaces at either end, left there by a mark that ended in between, stand outside.
  void wrap(std::size_t begin, std::size_t end, Mark mark, unsigned open) {
    const std::size_t whole_end = end;
    while (begin < end && is_space(runs_[begin])) add_text(runs_[begin++].text);
    while (begin < end && is_space(runs_[end - 1])) --end;
    if (begin < end) {
      const std::string url = mark == Mark::link ? runs_[begin].href : std::string();
      events_.push_back({InlineEvent::Kind::open, mark, url});
      nest(begin, end, open | bit(mark));
      events_.push_back({InlineEvent::Kind::close, mark, url});
    }
    while (end < whole_end) add_text(runs_[end++].text);
  }

  void add_text(const std::string& text) {
    if (!events_.empty() && events_.back().kind == InlineEvent::Kind::text) {
      events_.back().text += text;
    } else {
      events_.push_back({InlineEvent::Kind::text, Mark::link, text});
    }
  }

  /// The outermost mark to open at a run, if any is left.
  std::optional<Mark> outermost(std::size_t at, std::size_t end, unsigned open) const {
    if (wants(at, Mark::link, open)) return Mark::link;
    if (wants(at, Mark::strong, open) && wants(at, Mark::emphasis, open)) {
      return reach(at, end, Mark::emphasis) > reach(at, end, Mark::strong) ? Mark::emphasis : Mark::strong;
    }
    for (const Mark mark : {Mark::strong, Mark::emphasis, Mark::superscript, Mark::subscript, Mark::code}) {
      if (wants(at, mark, open)) return mark;
    }
    return std::nullopt;
  }

  void nest(std::size_t begin, std::size_t end, unsigned open) {
    for (std::size_t at = begin; at < end;) {
      if (const std::optional<Mark> mark = outermost(at, end, open)) {
        const std::size_t until = reach(at, end, *mark);
        wrap(at, until, *mark, open);
        at = until;
      } else {
        add_text(runs_[at++].text);
      }
    }
  }

  const Runs& runs_;
  std::vector<InlineEvent> events_;
};

}  // namespace

std::vector<InlineEvent> inline_events(const std::vector<Span>& spans) {
  Collapser collapser;
  for (const Span& span : spans) collapser.add(span);
  const Runs runs = collapser.take();
  return Nester(runs).take();
}

}  // namespace pith
