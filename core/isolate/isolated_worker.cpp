#include "core/isolate/isolated_worker.hpp"

#include <cstring>
#include <utility>

#include "core/isolate/page_codec.hpp"
#include "core/isolate/page_result_codec.hpp"
#include "core/isolate/worker_death.hpp"
#include "core/plugin/plugin_header.hpp"
#include "core/text/quantity.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using Kind = MessageHeader::Kind;
using Outcome = WorkerChannel::Outcome;

/// To be confined takes milliseconds; a busy machine makes seconds of it.
constexpr std::chrono::seconds patience_to_be_ready{20};
/// What has shut its socket, or said its last words, is gone at once, unless it lies.
constexpr std::chrono::milliseconds patience_to_end{500};
constexpr std::size_t longest_first_words = 4096;
/// A page goes to one plugin, and to another where that one has lost its way.
constexpr int most_plugins_of_a_page = 8;
constexpr std::size_t longest_name = 100;

/// A worker that was taken over can say anything, and the name goes into the store and to a terminal.
bool is_name(const std::string& text) {
  return text.size() <= longest_name && is_plugin_name(text);
}

}  // namespace

IsolatedWorker::IsolatedWorker(Zygote& zygote, const IsolationLimits& limits)
    : zygote_(zygote), limits_(limits) {
  Zygote::Worker worker = zygote.start();
  channel_ = WorkerChannel(std::move(worker.socket));
  process_ = worker.process;
  try {
    await_ready();
  } catch (...) {
    end({});
    throw;
  }
}

IsolatedWorker::~IsolatedWorker() {
  if (!ended_) end({});
}

void IsolatedWorker::await_ready() {
  Kind kind = Kind::ready;
  std::string words;
  const auto deadline = WorkerChannel::Clock::now() + patience_to_be_ready;
  const Outcome outcome = channel_.receive(kind, words, longest_first_words, deadline);
  if (outcome == Outcome::done && kind == Kind::ready) return;
  if (outcome == Outcome::done && kind == Kind::unconfined) {
    throw Error(words, {},
                "allow system call filters (seccomp) where this runs, or extract without isolation");
  }
  const std::string reason = outcome == Outcome::closed ? end(patience_to_end) : "it does not begin";
  throw Error("a worker process cannot be started: " + reason);
}

std::string IsolatedWorker::end(std::chrono::milliseconds patience) {
  ended_ = true;
  const auto status = zygote_.end(process_, patience);
  return status ? reason_of_death(*status, plugin_)
                : "the process that worker processes are made from has gone";
}

bool IsolatedWorker::is_usable() const {
  return !ended_ && pages_ < limits_.pages && channel_.is_quiet();
}

PageResult IsolatedWorker::extract(const Page& page) {
  ++pages_;
  plugin_.clear();
  const auto deadline = WorkerChannel::Clock::now() + limits_.time;
  Outcome outcome = channel_.send(Kind::page, encode_page_front(page), page.bytes, deadline);
  Kind kind = Kind::result;
  std::string body;
  // A worker that went away while it was given the page may have left word why.
  if (outcome == Outcome::done || outcome == Outcome::closed) outcome = await_result(kind, body, deadline);
  return outcome == Outcome::done ? result_in(kind, body) : lost(outcome);
}

WorkerChannel::Outcome IsolatedWorker::await_result(Kind& kind, std::string& body,
                                                    WorkerChannel::Clock::time_point deadline) {
  for (int plugins = 0;; ++plugins) {
    const Outcome outcome = channel_.receive(kind, body, PageResultLimits{}.bytes, deadline);
    const bool is_name_of_plugin = outcome == Outcome::done && kind == Kind::asks_plugin && is_name(body);
    if (!is_name_of_plugin || plugins == most_plugins_of_a_page) return outcome;
    plugin_ = body;
  }
}

PageResult IsolatedWorker::result_in(Kind kind, const std::string& body) {
  if (kind == Kind::result || kind == Kind::last_result) {
    if (kind == Kind::last_result) end(patience_to_end);
    try {
      PageResult result = decode_page_result(body);
      const bool is_for_memory = kind == Kind::last_result && result.status == Status::failed;
      if (!is_for_memory || plugin_.empty()) return result;
      return failure("the plugin `" + plugin_ + "`: " + result.reason);
    } catch (const Error& error) {
      return garbage(error.problem());
    }
  }
  std::int64_t call = 0;
  if (kind != Kind::denied_call || body.size() != sizeof(call)) return garbage("it is of another kind");
  std::memcpy(&call, body.data(), sizeof(call));
  end(patience_to_end);
  return failure(reason_of_denial(call, plugin_));
}

PageResult IsolatedWorker::lost(Outcome outcome) {
  if (outcome == Outcome::closed) return failure(end(patience_to_end));
  if (outcome == Outcome::garbage) return garbage(channel_.problem());
  end({});
  return failure(reason_of_delay(duration_in_words(limits_.time), plugin_));
}

PageResult IsolatedWorker::garbage(const std::string& why) {
  if (!ended_) end({});
  return failure("what the worker process gave is no result: " + why);
}

PageResult IsolatedWorker::failure(std::string reason) const {
  PageResult result;
  result.reason = std::move(reason);
  result.plugin = plugin_;
  return result;
}

}  // namespace pith
