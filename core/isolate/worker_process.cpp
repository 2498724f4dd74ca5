#include "core/isolate/worker_process.hpp"

#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "core/extract/page_result.hpp"
#include "core/isolate/confinement.hpp"
#include "core/isolate/page_codec.hpp"
#include "core/isolate/page_result_codec.hpp"
#include "core/isolate/worker_message.hpp"
#include "core/text/quantity.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using Kind = MessageHeader::Kind;

/// Set when an allocation found no memory, whoever caught the exception.
bool memory_ran_out = false;

void note_no_memory() {
  memory_ran_out = true;
  throw std::bad_alloc();
}

// Without the host there is nothing to live for: both end the process then.

void read_all(int channel, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(channel, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) ::_exit(0);
    to += got;
    size -= static_cast<std::size_t>(got);
  }
}

void write_all(int channel, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(channel, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) ::_exit(0);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

void say(int channel, Kind kind, std::string_view body) {
  MessageHeader header;
  header.kind = kind;
  header.size = body.size();
  // Short enough for a socket to take at once, or else followed by what is long anyway.
  write_all(channel, std::string_view(reinterpret_cast<const char*>(&header), sizeof(header)));
  write_all(channel, body);
}

std::string failure(std::string reason) {
  PageResult result;
  result.reason = std::move(reason);
  return encode_page_result(result);
}

Page next_page(int channel) {
  MessageHeader header;
  read_all(channel, reinterpret_cast<char*>(&header), sizeof(header));
  std::string front(static_cast<std::size_t>(header.size), '\0');
  read_all(channel, front.data(), front.size());
  PageFront decoded = decode_page_front(front);
  decoded.page.bytes.resize(static_cast<std::size_t>(decoded.bytes));
  read_all(channel, decoded.page.bytes.data(), decoded.page.bytes.size());
  return std::move(decoded.page);
}

std::string result_of(int channel, const Registry& registry, const PageExtractionOptions& options) {
  const Page page = next_page(channel);
  try {
    const PageResult result = extract_page_result(page, registry, options);
    const bool is_for_memory = memory_ran_out && result.status == Status::failed;
    if (!is_for_memory) return encode_page_result(result);
  } catch (const Error& error) {
    return failure(error.what());
  }
  throw std::bad_alloc();
}

/// One page after another; returns when memory has run out.
void work(int channel, const WorkerTask& task) {
  PageExtractionOptions options = task.options;
  options.before_plugin = [channel](const std::string& plugin) { say(channel, Kind::asks_plugin, plugin); };
  while (!memory_ran_out) {
    const std::string result = result_of(channel, task.registry, options);
    say(channel, memory_ran_out ? Kind::last_result : Kind::result, result);
  }
}

}  // namespace

void run_worker(int channel, const WorkerTask& task) {
  // Made while there is memory.
  const std::string no_memory = failure("more memory than " + bytes_in_words(task.limits.memory));
  try {
    confine(channel, task.limits.memory);
  } catch (const Error& error) {
    say(channel, Kind::unconfined, error.problem());
    ::_exit(1);
  }
  std::set_new_handler(note_no_memory);
  say(channel, Kind::ready, {});
  try {
    work(channel, task);
  } catch (const std::bad_alloc&) {
    say(channel, Kind::last_result, no_memory);
  } catch (...) {
    ::_exit(1);
  }
  ::_exit(0);
}

}  // namespace pith
