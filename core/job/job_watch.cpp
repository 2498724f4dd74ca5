#include "core/job/job_watch.hpp"

#include <cstdio>
#include <string_view>

#include "core/text/quantity.hpp"

namespace pith {
namespace {

std::string in_words(double rate) {
  char text[32];
  std::snprintf(text, sizeof(text), rate < 10 ? "%.1f" : "%.0f", rate);
  return text;
}

/// "about 3 min left"; empty if nothing can be told.
std::string time_left(const RecentRate& recent, const JobGauges& gauges, RecentRate::Time now) {
  constexpr std::uint64_t fewest_pages = 5;
  constexpr std::chrono::seconds longest_silence{5};
  if (gauges.waiting <= gauges.under_way) return {};
  if (recent.count(now) < fewest_pages || recent.silence(now) > longest_silence) return {};
  if (now - recent.start() < std::chrono::seconds(2)) return {};
  const double seconds = static_cast<double>(gauges.waiting) / recent.per_second(now);
  return "about " + duration_in_words(std::chrono::seconds(static_cast<std::int64_t>(seconds) + 1)) + " left";
}

}  // namespace

std::string progress_line(const JobTally& tally, const JobGauges& gauges, RecentRate::Time now) {
  std::string line = grouped(tally.of(PageState::done)) + " done";
  const auto add = [&line](std::uint64_t pages, std::string_view what) {
    if (pages > 0) line += ", " + grouped(pages) + " " + std::string(what);
  };
  add(tally.of(PageState::duplicate), "duplicate");
  add(tally.known(), "known before");
  for (const PageState state : {PageState::failed, PageState::refused, PageState::filtered})
    add(tally.of(state), name_of(state));
  line += ", " + in_words(tally.recent().per_second(now)) + " pages/s";
  add(gauges.hosts, gauges.hosts == 1 ? "host" : "hosts");
  add(gauges.waiting, "waiting");
  const std::string left = time_left(tally.recent(), gauges, now);
  return left.empty() ? line : line + ", " + left;
}

}  // namespace pith
