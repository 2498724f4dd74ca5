#include "core/fetch/fetch_mailbox.hpp"

#include <utility>

namespace pith {
namespace {

std::size_t bytes_of(const FetchOutcome& outcome) {
  return outcome.page ? outcome.page->bytes.size() : 0;
}

}  // namespace

FetchMailbox::FetchMailbox(std::size_t most, std::function<void()> wake)
    : most_(most), wake_(std::move(wake)) {}

bool FetchMailbox::is_full() const {
  return outcomes_.size() >= most_ || outcome_bytes_ >= most_bytes;
}

void FetchMailbox::submit(FetchRequest request) {
  {
    const std::lock_guard lock(mutex_);
    if (finishing_) return;
    ++pending_;
    requests_.push_back(std::move(request));
    if (requests_.size() > 1) return;  // it is awake already
  }
  wake_();
}

std::optional<FetchOutcome> FetchMailbox::wait(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return !outcomes_.empty() || (finished_ && pending_ == 0); });
  if (outcomes_.empty()) return std::nullopt;
  const bool was_full = is_full();
  FetchOutcome outcome = std::move(outcomes_.front());
  outcomes_.pop_front();
  outcome_bytes_ -= bytes_of(outcome);
  --pending_;
  const bool last = finished_ && pending_ == 0;
  const bool room_now = was_full && !is_full();
  lock.unlock();
  if (last) changed_.notify_all();
  if (room_now) wake_();
  return outcome;
}

std::size_t FetchMailbox::pending() const {
  const std::lock_guard lock(mutex_);
  return pending_;
}

FetchActivity FetchMailbox::activity() const {
  const std::lock_guard lock(mutex_);
  FetchActivity activity = activity_;
  activity.queued += requests_.size();
  return activity;
}

void FetchMailbox::finish() {
  std::unique_lock lock(mutex_);
  finishing_ = true;
  wake_();
  changed_.wait(lock, [&] { return finished_ || ending_; });
}

void FetchMailbox::end() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  wake_();
}

std::vector<FetchRequest> FetchMailbox::take_requests() {
  const std::lock_guard lock(mutex_);
  return std::exchange(requests_, {});
}

void FetchMailbox::deliver(FetchOutcome outcome) {
  {
    const std::lock_guard lock(mutex_);
    const std::size_t bytes = bytes_of(outcome);
    outcomes_.push_back(std::move(outcome));
    outcome_bytes_ += bytes;
  }
  changed_.notify_one();
}

bool FetchMailbox::has_room() const {
  const std::lock_guard lock(mutex_);
  return !is_full();
}

bool FetchMailbox::is_finishing() const {
  const std::lock_guard lock(mutex_);
  return finishing_;
}

bool FetchMailbox::is_ending() const {
  const std::lock_guard lock(mutex_);
  return ending_;
}

void FetchMailbox::forget(std::size_t requests) {
  {
    const std::lock_guard lock(mutex_);
    pending_ -= requests;
  }
  changed_.notify_all();
}

void FetchMailbox::confirm_finish() {
  {
    const std::lock_guard lock(mutex_);
    pending_ -= requests_.size();
    requests_.clear();
    finished_ = true;
  }
  changed_.notify_all();
}

void FetchMailbox::break_down(std::string why) {
  {
    const std::lock_guard lock(mutex_);
    problem_ = std::move(why);
    requests_.clear();
    pending_ = outcomes_.size();
    finishing_ = finished_ = true;
  }
  changed_.notify_all();
}

std::string FetchMailbox::problem() const {
  const std::lock_guard lock(mutex_);
  return problem_;
}

void FetchMailbox::report(FetchActivity activity) {
  const std::lock_guard lock(mutex_);
  activity_ = std::move(activity);
}

}  // namespace pith
