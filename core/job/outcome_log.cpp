#include "core/job/outcome_log.hpp"

#include "core/store/names.hpp"
#include "pith/extraction.hpp"

namespace pith {

std::string log_outcome(JobLog& log, const PageOutcome& outcome) {
  const NewPage& page = outcome.page;
  const std::string& address = !page.url.empty() ? page.url : page.place.empty() ? page.key : page.place;
  if (outcome.page.role == PageRole::sitemap && outcome.state == PageState::done && !outcome.reason.empty()) {
    log.write(JobLog::Level::warning, "not all was read", {{"url", address}, {"reason", outcome.reason}});
    return address + ": " + outcome.reason;
  }
  switch (outcome.state) {
    case PageState::failed:
      log.write(JobLog::Level::warning, "failed", {{"url", address}, {"reason", outcome.reason}});
      break;
    case PageState::refused:
      log.write(JobLog::Level::warning, "not fetched", {{"url", address}, {"reason", outcome.reason}});
      break;
    case PageState::waiting:
      log.write(JobLog::Level::info, "to be tried later", {{"url", address}, {"reason", outcome.reason}});
      break;
    default:
      if (!log.wants(JobLog::Level::info)) break;
      log.write(JobLog::Level::info, name_of(outcome.state),
                {{"url", address},
                 {"status", outcome.result ? std::string(name_of(outcome.result->status)) : std::string()},
                 {"plugin", outcome.result ? outcome.result->plugin : std::string()},
                 {"reason", outcome.reason}});
  }
  return {};
}

}  // namespace pith
