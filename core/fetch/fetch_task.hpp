#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/fetch/polite_fetcher.hpp"
#include "core/fetch/target.hpp"

namespace pith {

struct FetchHost;
class LostTasks;

/// A page on its way, or a robots.txt that pages wait for. Whoever has it works on it: a host's queue, a
/// transfer, the pages between two tries.
struct FetchTask {
  FetchRequest request;   ///< of a page
  std::string robots_of;  ///< the origin whose robots.txt it is; empty for a page

  Target target;             ///< where it goes now, after redirects
  std::string first_origin;  ///< of where this try began
  /// The URLs of this try, `target` the last.
  std::vector<std::string> visited;
  FetchAttempt attempt;  ///< this try
  std::vector<FetchAttempt> attempts;
  FetchHost* host = nullptr;  ///< of `target`, as FetchHosts::enter() found it

  LostTasks* keeper = nullptr;  ///< who gets it if it is let go of before it is over; null: it is over
  FetchTask* next_lost = nullptr;

  bool is_robots() const { return !robots_of.empty(); }
  /// Begins a try at `target`.
  void set_out(Target to) {
    target = std::move(to);
    first_origin = target.origin;
    visited.assign(1, target.url);
  }
  bool is_redirected() const { return visited.size() > 1; }
  bool is_conditional() const {
    // What is known is known of the first URL: a redirect may lead to another page than it did.
    return !is_redirected() && !(request.etag.empty() && request.last_modified.empty());
  }
};

/// Gives a task that is let go of to its keeper; deletes one that has none.
struct LetGo {
  LetGo() = default;
  LetGo(std::default_delete<FetchTask>) {}  // NOLINT(google-explicit-constructor): as of std::make_unique
  void operator()(FetchTask* task) const noexcept;
};

using FetchTaskPtr = std::unique_ptr<FetchTask, LetGo>;

}  // namespace pith
