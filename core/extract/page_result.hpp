#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/extract/page_extraction.hpp"
#include "core/plugin/registry.hpp"
#include "pith/extraction.hpp"
#include "pith/page.hpp"

namespace pith {

/// An article as it is kept: what is asked for often as columns, all of it as JSON.
struct ArticleRecord {
  std::string url;            ///< where the whole article is, absolute
  std::string canonical_url;  ///< its identity across pages; empty if not known
  std::string title;
  std::vector<std::string> authors;
  std::string published;  ///< RFC 3339 as DateTime::rfc3339() gives it; empty if not known
  std::string modified;   ///< the same
  std::string language;   ///< BCP 47; empty if not known
  std::string site_name;
  std::string section;
  std::string kind;             ///< Article::kind
  std::string completeness;     ///< "full", "excerpt", "empty"
  std::string syndicated_from;  ///< what the page itself says; empty if it says nothing
  std::uint32_t words = 0;      ///< of the body
  /// What near-duplicates are found by (core/fingerprint/text_fingerprint.hpp); empty for too short a text.
  std::vector<std::uint32_t> fingerprint;
  /// One member of `articles` of the schema pith-extraction/1.
  std::string json;
};

struct LinkRecord {
  std::string url;            ///< absolute
  std::string canonical_url;  ///< without tracking parameters
  std::string title;
  std::string relation;   ///< Link::relation
  std::string published;  ///< RFC 3339; empty if not known
};

/// What one rule cut from one page.
struct LedgerRecord {
  std::string kind;  ///< of Boilerplate
  std::string rule;
  std::uint32_t removals = 0;
  std::uint64_t text_bytes = 0;
};

/// What is kept of one page's extraction. A plain value that crosses threads and processes.
struct PageResult {
  Status status = Status::failed;
  std::string reason;  ///< one sentence for every status but `ok`
  std::string kind = "none";
  std::string plugin;
  std::string recipe;
  std::optional<double> confidence;
  std::vector<ArticleRecord> articles;
  std::vector<LinkRecord> links;
  std::vector<LedgerRecord> ledger;
  std::chrono::milliseconds time{0};  ///< how long the extraction took
};

/// Extracts a page and keeps of it what a job stores. Never throws but Error for a plugin that was asked for
/// by name and does not exist. Same page, plugin and options, same result but for `time`. Safe to call from
/// any number of threads.
PageResult extract_page_result(const Page& page, const Registry& registry,
                               const PageExtractionOptions& options = {});

}  // namespace pith
