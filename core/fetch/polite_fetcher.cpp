#include "core/fetch/polite_fetcher.hpp"

#include <utility>

#include "core/fetch/fetch_loop.hpp"

namespace pith {

PoliteFetcher::PoliteFetcher(FetchPolicy policy) : loop_(std::make_unique<Loop>(std::move(policy))) {}
PoliteFetcher::~PoliteFetcher() = default;

void PoliteFetcher::submit(FetchRequest request) {
  loop_->mailbox().submit(std::move(request));
}

std::optional<FetchOutcome> PoliteFetcher::wait(std::chrono::milliseconds patience) {
  return loop_->mailbox().wait(patience);
}

std::size_t PoliteFetcher::pending() const {
  return loop_->mailbox().pending();
}

FetchActivity PoliteFetcher::activity() const {
  return loop_->mailbox().activity();
}

std::string PoliteFetcher::problem() const {
  return loop_->mailbox().problem();
}

void PoliteFetcher::finish() {
  loop_->mailbox().finish();
}

}  // namespace pith
