#include "core/job/job_watch.hpp"

#include <cstdio>

#include "core/text/quantity.hpp"

namespace pith {
namespace {

std::string in_words(double rate) {
  char text[32];
  std::snprintf(text, sizeof(text), rate < 10 ? "%.1f" : "%.0f", rate);
  return text;
}

}  // namespace

std::string progress_line(const JobTally& tally, const JobGauges& gauges) {
  std::string line = grouped(tally.of(PageState::done)) + " done";
  if (tally.of(PageState::duplicate) > 0)
    line += ", " + grouped(tally.of(PageState::duplicate)) + " duplicate";
  if (tally.known() > 0) line += ", " + grouped(tally.known()) + " known before";
  if (tally.of(PageState::failed) > 0) line += ", " + grouped(tally.of(PageState::failed)) + " failed";
  line += ", " + in_words(tally.rate()) + " pages/s";
  if (gauges.hosts > 0) line += ", " + grouped(gauges.hosts) + (gauges.hosts == 1 ? " host" : " hosts");
  if (gauges.waiting > 0) {
    line += ", " + grouped(gauges.waiting) + " waiting";
    // Of a rate over a moment nothing can be told.
    if (tally.pages() >= 20 && tally.elapsed() > std::chrono::seconds(3)) {
      const double seconds = static_cast<double>(gauges.waiting) / tally.rate();
      line += ", about " + duration_in_words(std::chrono::seconds(static_cast<std::int64_t>(seconds) + 1)) +
              " left";
    }
  }
  return line;
}

}  // namespace pith
