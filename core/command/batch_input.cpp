#include "core/command/batch_input.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "core/archive/peeked_stream.hpp"
#include "core/render/json.hpp"
#include "core/source/source_input.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

/// A JSON Line begins with a brace, so that one byte of a pipe is enough to tell.
bool begins_as_warc(std::string_view bytes) {
  constexpr std::string_view magic = "WARC/";
  return !bytes.empty() && magic.starts_with(bytes.substr(0, magic.size()));
}

}  // namespace

BatchInput::BatchInput(std::vector<std::string> inputs, const Limits& limits, const StopSignal& stop)
    : inputs_(std::move(inputs)), limits_(limits), stop_(stop) {
  if (inputs_.empty()) inputs_.emplace_back("-");
  for (const auto& input : inputs_) {
    // A FIFO is not tried: it can be opened only once.
    std::error_code unknown;
    if (input != "-" && !std::filesystem::is_fifo(input, unknown)) RawInput::of_file(input);
  }
}

std::optional<BatchItem> BatchInput::next() {
  try {
    while (!stop_.came()) {
      if (!lines_ && !archive_ && !open_next()) return std::nullopt;
      auto item = lines_ ? next_line() : next_page();
      if (item) return item;
    }
  } catch (const InputStopped&) {
    // in the middle of what would have come next: half of it is nothing to work on
  }
  return std::nullopt;
}

bool BatchInput::open_next() {
  if (opened_ == inputs_.size()) return false;
  name_ = inputs_[opened_++];
  RawInput input = open_source_input(name_, stop_.descriptor());
  if (name_ == "-") name_ = "standard input";
  auto stream = std::make_unique<PeekedStream>(open_archive_stream(std::move(input), name_));
  if (begins_as_warc(stream->peek())) {
    archive_.emplace(std::move(stream), limits_);
  } else {
    auto bytes = std::make_unique<ArchiveBytes>(std::move(stream));
    bytes_ = bytes.get();
    lines_.emplace(std::move(bytes));
  }
  return true;
}

/// Nothing at the end of the input.
std::optional<BatchItem> BatchInput::next_line() {
  while (auto line = lines_->next()) {
    // The line that compressed data breaks off in is none.
    if (bytes_->at_end() && !bytes_->problem().empty()) break;
    if (!is_blank(line->text) || line->too_long) return line;
  }
  if (!bytes_->problem().empty()) {
    const bool damaged = bytes_->problem() == "damaged";
    throw Error(damaged ? "damaged compressed data" : "compressed data that breaks off", name_,
                "fetch it again");
  }
  lines_.reset();
  return std::nullopt;
}

std::optional<BatchItem> BatchInput::next_page() {
  auto found = archive_->next();
  if (!found) {
    close_archive();
    return std::nullopt;
  }
  BatchRequest request;
  if (!found->id.empty()) request.id = json_string(found->id);
  request.where = "record at " + found->where;
  if (!found->error.empty()) request.error = request.where + ": " + found->error;
  request.page = std::move(found->page);
  request.page.url = without_credentials(request.page.url);
  return request;
}

void BatchInput::close_archive() {
  lost_ += archive_->lost() - archive_->counts().unreadable;
  const std::string problem = archive_->problem();
  const std::string counts = archive_->counts().text();
  const std::string damage = archive_->counts().damage();
  for (const auto* note : {&problem, &counts, &damage}) {
    if (!note->empty()) notes_.push_back(name_ + ": " + *note);
  }
  archive_.reset();
}

}  // namespace pith
