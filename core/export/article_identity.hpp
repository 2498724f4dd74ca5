#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "core/store/store.hpp"

namespace pith {

/// By what an exported article is known: a UUID of version 5 (RFC 4122, section 4.3), which is the same in
/// every export and of no other article.
struct ArticleIdentity {
  std::array<std::uint8_t, 16> uuid{};

  /// "urn:uuid:...", for a feed.
  std::string urn() const;
  /// 60 bits of it in twelve small letters and digits, none of which looks like another: for the names of
  /// files and fragments. Two articles of one site, day and title share a name once in 10^18 pairs.
  std::string short_name() const;
};

/// Of any name.
ArticleIdentity identity_of_name(const std::string& name);

/// Gives each article of a store its identity.
///
/// It is made of what the page is known by and of the article's own URL, so that neither what else is in
/// the store nor new entries above it on the same page change it. Should a page have several articles of one
/// URL, those after the first are counted. Of a page that is known by nothing the article itself is its name.
class ArticleIdentities {
 public:
  /// Articles of one page have to come one after another.
  ArticleIdentity of(const StoredArticle& article);

 private:
  std::string page_;
  std::map<std::string, int> seen_;  ///< on this page
};

}  // namespace pith
