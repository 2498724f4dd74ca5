#include "core/job/page_supply.hpp"

#include <algorithm>
#include <utility>

namespace pith {
namespace {

using std::chrono::milliseconds;

// Pages of one host that are out of the store at once: a few, so that many hosts are; where these do not fill
// the room, as many as keep a fast host from waiting for the store.
constexpr std::size_t share_of_a_host = 8;
constexpr std::size_t most_of_a_host = 128;
// The store is not asked again and again for what it does not have.
constexpr milliseconds pause_of_taking{250};
constexpr std::size_t pages_between_takings = 32;
constexpr std::chrono::minutes longest_silence{1};

}  // namespace

std::vector<PageOutcome> PageSupply::give(JobPipeline& pipeline, UnixMs at) {
  const std::size_t room = std::max<std::size_t>(plan_.fetch.concurrency * 4, 256);
  const auto now = Clock::now();
  // A store that several jobs share has to hear of this one, or it gives its pages to another.
  if (now - last_take_ >= longest_silence) {
    last_take_ = now;
    store_.take(0, 1, {}, at);
  }
  if (open_ >= room / 2 + room / 4) return {};
  const bool had_all = now - last_take_ < pause_of_taking && settled_ < pages_between_takings;
  if (got_less_ && had_all) return {};
  last_take_ = now;
  settled_ = 0;
  std::size_t taken = take(pipeline, room, share_of_a_host, at);
  if (open_ < room) taken += take(pipeline, room, most_of_a_host, at);
  is_exhausted_ = taken == 0;
  got_less_ = open_ < room;
  return std::exchange(refused_, {});
}

/// Takes pages of hosts that have less than half of `most` under way; gives how many.
std::size_t PageSupply::take(JobPipeline& pipeline, std::size_t room, std::size_t most, UnixMs now) {
  std::vector<std::string> busy;
  for (const auto& [host, pages] : open_of_host_) {
    if (pages >= most / 2) busy.push_back(host);
  }
  const auto pages = store_.take(room - open_, most, busy, now);
  for (const WaitingPage& page : pages) {
    if (is_refused(page)) continue;
    const auto follow = follow_.find(page.source);
    ++open_;
    ++open_of_host_[page.host];
    host_of_[page.id] = page.host;
    pipeline.fetch({page, follow == follow_.end() || follow->second});
  }
  return pages.size();
}

bool PageSupply::is_refused(const WaitingPage& page) {
  // Another job that shares the store has a filter of its own.
  if (page.role != PageRole::article || !follow_.contains(page.source)) return false;
  std::string refusal = plan_.filter.refuses_url(page.url);
  if (refusal.empty()) return false;
  PageOutcome outcome;
  outcome.id = page.id;
  outcome.page.key = page.key;
  outcome.page.url = page.url;
  outcome.page.host = page.host;
  outcome.page.source = page.source;
  outcome.state = PageState::filtered;
  outcome.reason = std::move(refusal);
  refused_.push_back(std::move(outcome));
  ++settled_;
  return true;
}

bool PageSupply::settle(PageId id) {
  const auto host = host_of_.extract(id);
  if (host.empty()) return false;
  --open_;
  ++settled_;
  const auto pages = open_of_host_.find(host.mapped());
  if (--pages->second == 0) open_of_host_.erase(pages);
  return true;
}

}  // namespace pith
