// What the fetching thread does about exceptions: a task that one takes away has its end, and the thread
// lives on; one that is of no task ends the thread, but never the process.
#include <new>
#include <utility>

#include "core/fetch/fetch_loop.hpp"

namespace pith {
namespace {

/// Short, since memory may be what there is none of.
std::string sentence_of(const std::exception& error) {
  return dynamic_cast<const std::bad_alloc*>(&error) != nullptr ? "out of memory" : error.what();
}

}  // namespace

void PoliteFetcher::Loop::end_lost(const std::exception& error) {
  while (const FetchTaskPtr task = lost_.next()) {
    // The pages that wait for it are lost with it, and have their turn here.
    if (task->is_robots()) waiting_for_robots_.erase(task->robots_of);
    if (task->host != nullptr) hosts_.leave(*task);
    if (!task->is_robots()) fail(task->request.id, error);
  }
}

void PoliteFetcher::Loop::fail(std::uint64_t id, const std::exception& error) {
  try {
    FetchOutcome outcome;
    outcome.id = id;
    outcome.reason = sentence_of(error);
    mailbox_.deliver(std::move(outcome));
  } catch (const std::bad_alloc&) {
    mailbox_.forget(1);  // or whoever waits for it would wait for ever
  }
}

/// Nobody knows what state things are in. What had no outcome yet is still to be fetched by another run.
void PoliteFetcher::Loop::break_down(const std::exception& error) {
  try {
    mailbox_.break_down("fetching broke down: " + sentence_of(error));
  } catch (const std::bad_alloc&) {
    mailbox_.break_down(sentence_of(std::bad_alloc()));
  }
}

}  // namespace pith
