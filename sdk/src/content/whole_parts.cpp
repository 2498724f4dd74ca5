#include "content/whole_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "body/embed_reader.hpp"
#include "body/generic_cuts.hpp"
#include "body/table_shape.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// A longer table is not kept for its place alone: standings, prices of the day.
constexpr double most_short_table = 600;
/// A footnote is no longer.
constexpr std::uint32_t most_note_bytes = 1500;
/// Nor is its mark.
constexpr std::size_t most_mark_bytes = 4;
constexpr std::uint32_t most_note_rows = 200;

/// Runs [first, last).
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
  bool table = false;
};

struct Sum {
  double bytes = 0, links = 0, kept = 0, kept_links = 0;
};

class WholeParts {
 public:
  WholeParts(const std::vector<TextRun>& runs, PageContext& context, std::vector<bool>& kept)
      : runs_(runs), context_(context), kept_(kept) {}

  void keep() {
    count();
    find();
    fill_up();
    keep_headings();
    judge_wholes();
    keep_headings();
    keep_notes();
  }

 private:
  void count() {
    sums_.assign(runs_.size() + 1, {});
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      Sum sum = sums_[i];
      sum.bytes += runs_[i].bytes;
      sum.links += runs_[i].link_bytes;
      sum.kept += kept_[i] ? runs_[i].bytes : 0;
      sum.kept_links += kept_[i] ? runs_[i].link_bytes : 0;
      sums_[i + 1] = sum;
    }
    fills_.assign(runs_.size() + 1, 0);
  }

  Sum sum(Range range) const {
    const Sum& a = sums_[range.first];
    const Sum& b = sums_[range.last];
    return {b.bytes - a.bytes, b.links - a.links, b.kept - a.kept, b.kept_links - a.kept_links};
  }

  std::size_t first_from(std::uint32_t row) const {
    const auto at =
        std::lower_bound(runs_.begin(), runs_.end(), row,
                         [](const TextRun& run, std::uint32_t end) { return run.begin_row < end; });
    return static_cast<std::size_t>(at - runs_.begin());
  }
  Range range(Node node) const { return {first_from(node.row()), first_from(node.end_row()), false}; }

  bool is_amid_content(Range range) const {
    return range.first > 0 && range.last < runs_.size() && kept_[range.first - 1] && kept_[range.last];
  }

  void fill(Range range) {
    if (range.first >= range.last) return;
    ++fills_[range.first];
    --fills_[range.last];
  }
  void fill_up() {
    int open = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      open += fills_[i];
      if (open > 0) kept_[i] = true;
    }
  }

  void find() {
    const Document& document = context_.document();
    for (Node at = document.body(); at;) {
      at = !at.is_element() ? at.following() : context_.measure().is_unseen(at) ? at.after() : find_at(at);
    }
  }

  Node find_at(Node at) {
    switch (at.tag()) {
      case Tag::table:
        return is_data_table(at) ? whole(at) : at.following();
      case Tag::pre:
      case Tag::listing:
        return whole(at);
      case Tag::blockquote:
        return read_quoted_post(at, context_) ? whole(at) : at.following();
      case Tag::ul:
      case Tag::ol:
        judge_list(at);
        break;
      case Tag::dt:
        judge_term(at);
        break;
      case Tag::details:
        judge_details(at);
        break;
      default:
        break;
    }
    return at.following();
  }

  Node whole(Node at) {
    Range part = range(at);
    part.table = at.is(Tag::table);
    if (part.first < part.last && !declared_boilerplate(at)) wholes_.push_back(part);
    return at.after();
  }

  /// Of several in a row each stands amid content if all do.
  void judge_wholes() {
    for (std::size_t i = 0; i < wholes_.size();) {
      std::size_t end = i + 1;
      while (end < wholes_.size() && wholes_[end].first == wholes_[end - 1].last) ++end;
      const bool amid = is_amid_content({wholes_[i].first, wholes_[end - 1].last, false});
      for (; i < end; ++i) judge_whole(wholes_[i], amid);
    }
  }

  void judge_whole(Range part, bool amid) {
    const Sum sum = this->sum(part);
    // A list of links that is set as a table.
    if (sum.links * 2 > sum.bytes) return;
    const bool doubtful = part.table && sum.bytes > most_short_table;
    const bool keep = (amid && !doubtful) || sum.kept * 2 >= sum.bytes;
    for (std::size_t i = part.first; i < part.last; ++i) kept_[i] = keep;
  }

  void judge_list(Node list) {
    const Range all = range(list);
    if (all.first == all.last || runs_[all.first].scope.navigation) return;
    const Sum sum = this->sum(all);
    if (sum.kept * 2 <= sum.bytes) return;
    const bool of_links = sum.kept_links * 2 > sum.kept;
    for (Node item = list.first_element(); item; item = item.next_element()) fill_item(item, of_links);
  }

  /// An item of which nothing is kept, or its own text above a list in it.
  void fill_item(Node item, bool of_links) {
    const Range part = range(item);
    if (part.first == part.last) return;
    const Sum sum = this->sum(part);
    if (sum.links * 2 > sum.bytes && !of_links) return;
    if (sum.kept == 0) return fill(part);
    if (runs_[part.first].container == item.row()) fill({part.first, part.first + 1, false});
  }

  /// A term whose description is kept.
  void judge_term(Node term) {
    Node description = term.next_element();
    if (description.is(Tag::dt)) description = description.next_element();
    if (!description.is(Tag::dd)) return;
    const Sum sum = this->sum(range(description));
    if (sum.kept * 2 > sum.bytes) fill(range(term));
  }

  void judge_details(Node details) {
    const Node summary = details.first_element();
    if (!summary.is(Tag::summary)) return;
    const Range title = range(summary);
    const Sum rest = sum({title.last, first_from(details.end_row()), false});
    if (rest.kept * 2 > rest.bytes) fill(title);
  }

  /// Between text and text.
  void keep_headings() {
    for (std::size_t i = runs_.size(); i-- > 1;) {
      const TextRun& run = runs_[i];
      if (kept_[i] || run.scope.heading < 2 || run.link_bytes * 2 > run.bytes) continue;
      if (i + 1 >= runs_.size() || !kept_[i + 1]) continue;
      kept_[i] = kept_[i - 1];
    }
  }

  /// "1" and "*" in kept text, with a note elsewhere that links back.
  void keep_notes() {
    std::unordered_set<std::string_view> marked;
    const Document& document = context_.document();
    for (Node at = document.body(); at; at = at.following()) {
      if (at.is(Tag::a) && is_mark(at) && is_kept(at)) marked.insert(at.attribute("href").substr(1));
      if (marked.empty() || !at.is_element() || at.is(Tag::a) || at.id().empty()) continue;
      if (marked.contains(at.id()) && links_back(at)) {
        const Range note = range(at);
        for (std::size_t i = note.first; i < note.last; ++i) kept_[i] = true;
      }
    }
  }
  /// Whether the run that a link stands in is; it may begin before the link.
  bool is_kept(Node link) const {
    const std::size_t behind = first_from(link.end_row());
    return behind > 0 && kept_[behind - 1] && runs_[behind - 1].end_row > link.row();
  }
  static bool is_mark(Node link) {
    const std::string_view href = link.attribute("href");
    if (!href.starts_with('#') || href.size() < 2 || link.end_row() - link.row() > 4) return false;
    const std::string text = link.text_content();
    const std::string_view mark = trim(text);
    return !mark.empty() && mark.size() <= most_mark_bytes && mark.front() != '[';
  }
  bool links_back(Node note) const {
    if (context_.measure().text(note) > most_note_bytes || note.end_row() - note.row() > most_note_rows)
      return false;
    for (Node at = note.following(); at && at.row() < note.end_row(); at = at.following())
      if (at.is(Tag::a) && at.attribute("href").starts_with('#')) return true;
    return false;
  }

  const std::vector<TextRun>& runs_;
  PageContext& context_;
  std::vector<bool>& kept_;
  std::vector<Sum> sums_;
  std::vector<int> fills_;
  std::vector<Range> wholes_;
};

}  // namespace

void keep_parts_whole(const std::vector<TextRun>& runs, PageContext& context, std::vector<bool>& kept) {
  WholeParts(runs, context, kept).keep();
}

}  // namespace pith
