#include "core/job/job_plan.hpp"

#include <set>
#include <utility>

#include "core/fetch/url_fetcher.hpp"
#include "core/job/source_spelling.hpp"
#include "core/job/value_check.hpp"

namespace pith {
namespace {

/// Collects what is wrong with a plan.
class PlanCheck {
 public:
  explicit PlanCheck(const JobPlan& plan) : plan_(plan) {}

  std::vector<std::string> problems() {
    check_that_all_is_there();
    for (const JobSource& source : plan_.sources) check(source);
    if (from_standard_input_ > 1) {
      problems_.push_back(last_from_standard_input_ + " is not the only source that reads standard input");
    }
    check_targets();
    check_dates();
    if (!plan_.shard.is_whole() && looks_like_url(plan_.store)) {
      problems_.emplace_back(
          "--shard and a store that several jobs share: these share the hosts out by themselves, leave "
          "--shard "
          "away");
    }
    return std::move(problems_);
  }

 private:
  std::string in_file(const std::string& problem) const {
    return plan_.file.empty() ? problem : plan_.file + ": " + problem;
  }

  void check_that_all_is_there() {
    if (plan_.store.empty()) {
      const auto place = plan_.places.find("store");
      problems_.push_back(
          place != plan_.places.end()
              ? place->second + ": store '' is empty"
              : in_file(
                    plan_.file.empty()
                        ? "no store: --store FILE says where the job keeps its work"
                        : "no store: store = \"articles.db\" or --store says where the job keeps its work"));
    }
    if (plan_.sources.empty()) {
      problems_.push_back(
          in_file(plan_.file.empty()
                      ? "no source: --feed URL, --sitemap URL, --urls FILE ... say where pages come from"
                      : "no source: [[source]] tables say where pages come from"));
    }
  }

  void check(const JobSource& source) {
    if (source.location.empty()) {
      problems_.push_back(called(source) + " is empty");
      return;
    }
    if (!seen_.insert({source.kind, place_of(source)}).second)
      problems_.push_back(called(source) + " is named twice");
    if (is_fetched(source.kind)) {
      const std::string problem = url_problem(source.location);
      if (!problem.empty()) problems_.push_back(called(source) + " " + problem);
    } else if (looks_like_url(source.location)) {
      problems_.push_back(called(source) +
                          " is a URL where a file is expected; a `url` source fetches one page");
    }
    if (source.kind == "folder" && source.location == "-") {
      problems_.push_back(called(source) + " is standard input, which is no folder");
    } else if (source.location == "-") {
      ++from_standard_input_;
      last_from_standard_input_ = called(source);
    }
    if (source.location == plan_.store) problems_.push_back(called(source) + " is the job's own store");
  }

  /// What is written must neither be read nor be written by another hand.
  void check_targets() {
    std::set<std::string> written;
    if (!plan_.store.empty()) written.insert(plan_.store);
    for (const JobOutput& output : plan_.outputs) check_target(called(output), output.path, written);
    check_target(plan_.called("log.path", "--log", plan_.log.path), plan_.log.path, written);
    check_target(plan_.called("metrics.path", "--metrics-file", plan_.metrics.path), plan_.metrics.path,
                 written);
    for (const JobOutput& output : plan_.outputs) {
      if (output.format == "markdown" && output.path == "-")
        problems_.push_back(called(output) + " is standard output, and Markdown needs a folder");
    }
  }

  void check_target(const std::string& name, const std::string& path, std::set<std::string>& written) {
    if (path.empty() || path == "-") return;
    if (looks_like_url(path)) {
      problems_.push_back(name + " is a URL where a file is expected");
    } else if (path == plan_.store) {
      problems_.push_back(name + " would overwrite the store");
    } else if (!written.insert(path).second) {
      problems_.push_back(name + " is written twice");
    }
    for (const JobSource& source : plan_.sources) {
      const bool is_read = !is_fetched(source.kind) && source.kind != "folder" && source.location == path;
      if (is_read) problems_.push_back(name + " would overwrite a source");
    }
  }

  void check_dates() {
    const JobFilter& filter = plan_.filter;
    if (!filter.published_from || !filter.published_until) return;
    if (filter.published_from->order_key() < filter.published_until->order_key()) return;
    const auto place = plan_.places.find("filter.published_until");
    problems_.push_back((place == plan_.places.end() ? std::string() : place->second + ": ") +
                        "nothing is published from " + filter.published_from->rfc3339() + " on and before " +
                        filter.published_until->rfc3339() + ": published_until has to be the later one");
  }

  const JobPlan& plan_;
  std::vector<std::string> problems_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::size_t from_standard_input_ = 0;
  std::string last_from_standard_input_;
};

}  // namespace

const std::vector<std::string>& source_kinds() {
  static const std::vector<std::string> kinds{"feed", "sitemap", "url", "urls", "folder", "warc", "jsonl"};
  return kinds;
}

bool is_fetched(const std::string& kind) {
  return kind == "feed" || kind == "sitemap" || kind == "url";
}

std::string JobPlan::called(const std::string& key, const std::string& option,
                            const std::string& value) const {
  const auto place = places.find(key);
  return (place == places.end() ? option : place->second + ": " + key) + " " + in_quotes(value);
}

std::string called(const JobSource& source) {
  return (source.named_at.empty() ? "--" : source.named_at + ": ") + source.kind + " " +
         in_quotes(source.location);
}

std::string called(const JobOutput& output) {
  return (output.named_at.empty() ? "--output " : output.named_at + ": output ") + in_quotes(output.path);
}

std::vector<std::string> problems_of(const JobPlan& plan) {
  return PlanCheck(plan).problems();
}

}  // namespace pith
