#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Which articles of a store are near-copies of which (core/fingerprint/near_copies.hpp). Those that are
/// alike, also by way of others, are a cluster; one of it is the original.
///
/// Every article is compared once, when `link` comes to it. If one goes, the rest of its cluster is compared
/// anew, for it may have been what held the cluster together. Of one text on one host only the first article
/// is known by its bands, the others find it by its whole sketch: a text that is on every page of a site
/// costs no more than any other. Of the articles with one band no more than `most_of_a_band` are compared;
/// that bounds what a site with thousands of pages from one template costs, and it is the one case in which
/// the order of arrival could count.
///
/// Every call belongs into a transaction of the caller.
class NearCopyTable {
 public:
  static constexpr std::int64_t most_of_a_band = 100;

  explicit NearCopyTable(SqlDatabase& database) : database_(database) {}

  /// An article that is shown now; without a fingerprint it is passed over.
  void add(ArticleId article);
  /// An article that is not shown any more.
  void forget(ArticleId article);
  /// The same for those of a page, before they are removed.
  void forget_page(PageId page);

  /// Compares up to `most` articles that were not compared yet. Whether there are more.
  bool link(std::size_t most, std::uint64_t& new_links);

 private:
  struct Text {
    ArticleId article = 0;
    std::vector<std::uint32_t> fingerprint;
    std::string host;
    std::int64_t cluster = 0;  ///< 0: like no other so far
  };

  std::vector<Text> texts_of(const char* statement, std::int64_t value);
  void forget_text(const Text& text);
  void compare(Text& text);
  /// An article of the same text on the same host, if there is one that is known by its bands.
  std::optional<Text> same_text(const Text& text, std::int64_t band);
  std::int64_t cluster_of(ArticleId article);
  std::set<ArticleId> candidates_of(const Text& text, const std::vector<std::int64_t>& bands);
  void join(Text& a, const Text& b);
  void put_bands();
  std::uint64_t choose_original(std::int64_t cluster);

  SqlDatabase& database_;
  /// Of the articles that are being compared: not in the store before all of them are, in its order then.
  std::unordered_map<std::int64_t, std::vector<ArticleId>> new_bands_;
  std::set<std::int64_t> changed_clusters_;
};

}  // namespace pith
