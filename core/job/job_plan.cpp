#include "core/job/job_plan.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/fetch/url_fetcher.hpp"
#include "core/text/did_you_mean.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

std::string called(const JobSource& source) {
  return source.kind + " '" + source.location + "'";
}

}  // namespace

const std::vector<std::string>& source_kinds() {
  static const std::vector<std::string> kinds{"feed", "sitemap", "url", "urls", "folder", "warc", "jsonl"};
  return kinds;
}

bool is_fetched(const std::string& kind) {
  return kind == "feed" || kind == "sitemap" || kind == "url";
}

std::vector<std::string> problems_of(const JobPlan& plan) {
  std::vector<std::string> problems;
  if (plan.store.empty()) problems.emplace_back("no store: --store FILE says where the job keeps its work");
  if (plan.sources.empty()) {
    problems.emplace_back("no source: --feed URL, --sitemap URL, --urls FILE ... say where pages come from");
  }
  std::set<std::pair<std::string, std::string>> seen;
  std::size_t from_standard_input = 0;
  for (const JobSource& source : plan.sources) {
    if (source.location.empty())
      problems.push_back("a source of the kind " + source.kind + " without a place");
    if (!seen.insert({source.kind, source.location}).second)
      problems.push_back(called(source) + " is named twice");
    if (is_fetched(source.kind) && !is_web_url(source.location)) {
      problems.push_back(called(source) + " is not an http or https URL");
    }
    if (!is_fetched(source.kind) && looks_like_url(source.location)) {
      problems.push_back(called(source) +
                         " is a URL where a file is expected; a `url` source fetches one page");
    }
    if (source.location == "-") ++from_standard_input;
    if (source.location == plan.store && !plan.store.empty()) {
      problems.push_back(called(source) + " is the job's own store");
    }
  }
  if (from_standard_input > 1) problems.emplace_back("more than one source reads standard input");
  if (!plan.shard.is_whole() && looks_like_url(plan.store)) {
    problems.emplace_back(
        "a shard and a store that several jobs share: these share the hosts out by themselves, "
        "leave --shard away");
  }
  std::set<std::string> written;
  for (const JobOutput& output : plan.outputs) {
    if (!output.path.empty() && !written.insert(output.path).second) {
      problems.push_back("two outputs are written to '" + output.path + "'");
    }
    if (output.path == plan.store && !plan.store.empty()) {
      problems.push_back("the output '" + output.path + "' would overwrite the store");
    }
  }
  return problems;
}

}  // namespace pith
