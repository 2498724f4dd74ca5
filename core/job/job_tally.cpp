#include "core/job/job_tally.hpp"

#include <algorithm>

#include "core/store/names.hpp"
#include "core/text/quantity.hpp"

namespace pith {
namespace {

/// "a: b, c; d": parts after the first with the separator that stands before them.
class Sentence {
 public:
  explicit Sentence(std::string start) : text_(std::move(start)) {}
  void add(std::uint64_t number, std::string_view what) {
    if (number == 0) return;
    text_ += separator_ + grouped(number) + " " + std::string(what);
    separator_ = ", ";
  }
  void next(std::string separator) { separator_ = std::move(separator); }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::string separator_ = ": ";
};

std::string counted(std::uint64_t number, const std::string& one) {
  return grouped(number) + " " + one + (number == 1 ? "" : "s");
}

}  // namespace

void JobTally::count(const PageOutcome& outcome, OutcomeEnd end) {
  if (outcome.result) ++extractions_.at(static_cast<std::size_t>(outcome.result->status));
  if (end == OutcomeEnd::left) return;
  ++pages_;
  const PageState state = end == OutcomeEnd::duplicate ? PageState::duplicate : outcome.state;
  ++states_.at(static_cast<std::size_t>(state));
  if (state == PageState::done && outcome.result) articles_ += outcome.result->articles.size();
}

void JobTally::settle(const std::vector<PageGroup>& groups) {
  pages_ = articles_ = not_modified_ = sitemaps_ = feeds_ = known_ = 0;
  states_ = {};
  statuses_ = {};
  for (const PageGroup& group : groups) {
    known_ += group.passed_over;
    if (!group.in_this_run) continue;
    pages_ += group.pages;
    articles_ += group.articles;
    states_.at(static_cast<std::size_t>(group.state)) += group.pages;
    if (group.state != PageState::done) continue;
    const bool has_result = !group.status.empty() || group.role == PageRole::sitemap;
    if (group.not_modified || !has_result) {
      not_modified_ += group.pages;
    } else if (group.role == PageRole::sitemap) {
      sitemaps_ += group.pages;
    } else if (group.role == PageRole::feed) {
      feeds_ += group.pages;
    } else {
      statuses_.at(static_cast<std::size_t>(status_named(group.status))) += group.pages;
    }
  }
}

std::chrono::milliseconds JobTally::elapsed() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start_);
}

double JobTally::rate() const {
  return static_cast<double>(pages_) / std::max(0.001, static_cast<double>(elapsed().count()) / 1e3);
}

std::string JobTally::summary() const {
  Sentence sentence(counted(pages_, "page") + " in " + duration_in_words(elapsed()));
  for (std::size_t i = 0; i < statuses_.size(); ++i) {
    sentence.add(statuses_[i], name_of(static_cast<Status>(i)));
  }
  sentence.add(feeds_, feeds_ == 1 ? "feed" : "feeds");
  sentence.add(sitemaps_, sitemaps_ == 1 ? "sitemap" : "sitemaps");
  sentence.add(not_modified_, "not modified");
  for (const PageState state :
       {PageState::failed, PageState::refused, PageState::filtered, PageState::duplicate}) {
    sentence.add(of(state), name_of(state));
  }
  sentence.add(of(PageState::waiting), "to be tried later");
  std::string text = sentence.take() + "; " + counted(articles_, "article");
  if (known_ > 0) text += "; " + counted(known_, "page") + " known before, passed over";
  if (in_other_shards_ > 0) text += "; " + counted(in_other_shards_, "page") + " of other shards";
  if (lost_ > 0) text += "; " + counted(lost_, "record") + " lost or damaged";
  return text;
}

}  // namespace pith
