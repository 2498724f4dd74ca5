#include "core/batch/batch_tally.hpp"

#include <algorithm>

#include "core/text/quantity.hpp"

namespace pith {
namespace {

std::string pages_in_words(std::uint64_t pages) {
  return grouped(pages) + (pages == 1 ? " page" : " pages");
}

std::string in_words(std::chrono::duration<double> time) {
  return duration_in_words(std::chrono::duration_cast<std::chrono::milliseconds>(time));
}

}  // namespace

void BatchTally::count(const OutputLine& line) {
  ++pages_;
  ++counts_.at(static_cast<std::size_t>(line.status));
  if (!is_success(line.status)) ++failures_;
  if (line.time > time_of_a_page_) ++late_;
  if (line.time > slowest_) {
    slowest_ = line.time;
    slowest_page_ = pages_;
  }
}

double BatchTally::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::string BatchTally::progress() const {
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(pages_) / std::max(0.001, seconds()));
  return pages_in_words(pages_) + ", " + grouped(rate) + " pages/s";
}

std::string BatchTally::summary() const {
  std::string text = pages_in_words(pages_) + " in " + in_words(std::chrono::duration<double>(seconds()));
  const char* separator = ": ";
  for (std::size_t i = 0; i < statuses; ++i) {
    if (counts_[i] == 0) continue;
    text += separator + grouped(counts_[i]) + " " + std::string(name_of(static_cast<Status>(i)));
    separator = ", ";
  }
  if (late_ > 0) {
    text += "; " + pages_in_words(late_) + " took longer than " + in_words(time_of_a_page_) +
            ", the slowest (result " + grouped(slowest_page_) + ") " + in_words(slowest_);
  }
  return text;
}

}  // namespace pith
