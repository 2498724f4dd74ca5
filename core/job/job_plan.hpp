#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "core/export/article_writer.hpp"
#include "core/fetch/fetch_policy.hpp"
#include "core/isolate/extraction_workers.hpp"
#include "core/job/job_filter.hpp"
#include "core/job/job_log.hpp"
#include "core/job/job_metrics.hpp"
#include "core/job/shard.hpp"

namespace pith {

/// A place pages come from.
struct JobSource {
  std::string kind;      ///< one of source_kinds()
  std::string location;  ///< URL, path, or "-"
  /// Of a feed: fetch the pages it names (else the articles as they stand in the feed).
  bool follow = true;
  std::string named_at{};  ///< where in a job file: "asia.toml:4:8"; empty: on the command line
};

/// "feed", "sitemap", "url", "urls", "folder", "warc", "jsonl": the words of the job file.
const std::vector<std::string>& source_kinds();
/// Whether a source of that kind is itself a page to fetch, and not a file or folder to read.
bool is_fetched(const std::string& kind);

/// The least delay between two requests to one host that is not one's own: below it a site would notice.
inline constexpr std::chrono::milliseconds least_delay{200};

struct JobOutput {
  std::string format;  ///< one of export_formats()
  std::string path;    ///< a file; for "markdown" a folder
  bool originals_only = false;
  ExportOptions options;
  std::string named_at{};  ///< as of a JobSource
};

/// What a job is to do: the job file, and what the command line adds to it.
struct JobPlan {
  std::string store;
  std::vector<JobSource> sources;
  FetchPolicy fetch;
  JobFilter filter;
  std::vector<JobOutput> outputs;
  unsigned workers = 0;  ///< 0: one for each processor
  bool isolate = false;
  IsolationLimits isolation;
  bool keep_pages = false;
  std::vector<std::string> plugins;         ///< only these; empty: all
  std::vector<std::string> plugin_folders;  ///< looked into first
  Shard shard;
  JobLogOptions log;
  JobMetricsOptions metrics;

  std::string file;  ///< the job file; empty if there is none
  /// Where in it values stand that are looked at again when all is known, by their keys ("store", "log.path",
  /// "extract.plugins.0" ...). What the command line names has no place.
  std::map<std::string, std::string> places;

  /// How messages call a value: "asia.toml:1:9: store 'x'", or "--store 'x'" if it is of the command line.
  std::string called(const std::string& key, const std::string& option, const std::string& value) const;
};

/// The same of a source and of an output.
std::string called(const JobSource& source);
std::string called(const JobOutput& output);

/// What cannot be in one plan: no store, no source, a source twice or that can be none, a file that is
/// written twice, the store among the sources ... One line for each, with the place or option that names it;
/// empty if all is well.
std::vector<std::string> problems_of(const JobPlan& plan);

}  // namespace pith
