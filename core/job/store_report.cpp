#include "core/job/store_report.hpp"

#include <algorithm>

#include "core/job/job_plan.hpp"
#include "core/render/json.hpp"
#include "core/text/quantity.hpp"
#include "pith/date_time.hpp"

namespace pith {
namespace {

constexpr std::size_t most_distinct_reasons = 10'000;

std::string padded(std::string text, std::size_t width) {
  text.insert(0, width - std::min(width, text.size()), ' ');
  return text;
}

/// Reasons name their page here and there: numbers and quoted parts are what differs.
std::string in_general(const std::string& reason) {
  std::string general;
  bool in_quotes = false;
  for (const char c : reason) {
    if (c == '\'') {
      if (!in_quotes) general += "'...'";
      in_quotes = !in_quotes;
    } else if (!in_quotes) {
      general += c;
    }
  }
  return general;
}

void add_pages(const StoreReport& report, std::string& text) {
  std::uint64_t all = 0;
  for (const auto& line : report.counts.pages) all += line.pages;
  text += padded(grouped(all), 12) + "  pages\n";
  for (const auto& line : report.counts.pages) {
    std::string what(name_of(line.state));
    if (!line.status.empty()) what += ": " + line.status;
    if (line.role != PageRole::article) what += " (" + std::string(name_of(line.role)) + ")";
    text += padded(grouped(line.pages), 14) + "  " + what + "\n";
  }
}

void add_sources(const StoreReport& report, std::string& text) {
  if (report.sources.empty()) return;
  text += "sources\n";
  for (const SourceRow& source : report.sources) {
    text += "  " + source.kind + " " + source.location;
    if (!is_fetched(source.kind))
      text += source.finished         ? ": read to its end"
              : source.cursor.empty() ? ": not begun"
                                      : ": in the middle";
    if (source.lost > 0)
      text += ", " + grouped(source.lost) + (source.lost == 1 ? " record" : " records") + " lost or damaged";
    if (!source.problem.empty()) text += " (" + source.problem + ")";
    text += "\n";
  }
}

std::string member(std::string_view name, std::uint64_t value) {
  return json_string(name) + ":" + std::to_string(value);
}

std::string member(std::string_view name, std::string_view value) {
  return json_string(name) + ":" + json_string(value);
}

}  // namespace

StoreReport report_of(Store& store, std::size_t most_reasons) {
  StoreReport report{store.name(), store.counts(), store.sources(), {}};
  std::map<std::string, std::uint64_t> reasons;
  for (const PageState state : {PageState::failed, PageState::refused}) {
    PageFilter filter;
    filter.state = state;
    store.for_each_page(filter, [&](const StoredPage& page) {
      const std::string reason = in_general(page.reason);
      if (reasons.size() < most_distinct_reasons || reasons.count(reason) != 0) ++reasons[reason];
    });
  }
  report.reasons.assign(reasons.begin(), reasons.end());
  std::stable_sort(report.reasons.begin(), report.reasons.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (report.reasons.size() > most_reasons) report.reasons.resize(most_reasons);
  return report;
}

std::string report_text(const StoreReport& report, UnixMs now) {
  const StoreCounts& counts = report.counts;
  std::string text = report.store + "\n";
  add_pages(report, text);
  text += padded(grouped(counts.articles), 12) + "  articles, " + grouped(counts.near_copies) +
          " of them near-copies\n";
  text += padded(grouped(counts.links), 12) + "  links\n";
  text += padded(grouped(counts.attempts), 12) + "  attempts\n";
  if (counts.raw_pages > 0) {
    text += padded(grouped(counts.raw_pages), 12) + "  pages kept as they came, " +
            grouped(counts.raw_bytes) + " bytes compressed\n";
  }
  if (counts.earliest_not_before > now) {
    text += "what waits may be tried from " + DateTime::from_unix_ms(counts.earliest_not_before).rfc3339() +
            " (in " + duration_in_words(std::chrono::milliseconds(counts.earliest_not_before - now)) + ")\n";
  }
  add_sources(report, text);
  if (!report.reasons.empty()) text += "why pages failed or were refused\n";
  for (const auto& [reason, pages] : report.reasons)
    text += padded(grouped(pages), 12) + "  " + reason + "\n";
  return text;
}

std::string report_json(const StoreReport& report) {
  std::string json = "{" + member("store", report.store) + ",\"pages\":[";
  const char* separator = "";
  for (const auto& line : report.counts.pages) {
    json += separator;
    json += "{" + member("role", name_of(line.role)) + "," + member("state", name_of(line.state)) + ",";
    if (!line.status.empty()) json += member("status", line.status) + ",";
    json += member("pages", line.pages) + "}";
    separator = ",";
  }
  const StoreCounts& counts = report.counts;
  json += "]," + member("articles", counts.articles) + "," + member("near_copies", counts.near_copies) + "," +
          member("links", counts.links) + "," + member("attempts", counts.attempts) + "," +
          member("raw_pages", counts.raw_pages) + "," + member("raw_bytes", counts.raw_bytes);
  if (counts.earliest_not_before > 0) {
    json += "," + member("earliest", DateTime::from_unix_ms(counts.earliest_not_before).rfc3339());
  }
  json += ",\"sources\":[";
  separator = "";
  for (const SourceRow& source : report.sources) {
    json += separator;
    json += "{" + member("kind", source.kind) + "," + member("location", source.location) +
            ",\"finished\":" + (source.finished ? "true" : "false") + "," + member("lost", source.lost);
    if (!source.problem.empty()) json += "," + member("problem", source.problem);
    json += "}";
    separator = ",";
  }
  json += "],\"reasons\":[";
  separator = "";
  for (const auto& [reason, pages] : report.reasons) {
    json += separator;
    json += "{" + member("reason", reason) + "," + member("pages", pages) + "}";
    separator = ",";
  }
  return json + "]}\n";
}

}  // namespace pith
