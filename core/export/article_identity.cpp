#include "core/export/article_identity.hpp"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <string_view>

namespace pith {
namespace {

// Crockford's base 32: no i, l, o and u.
constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int kShortDigits = 12;

std::string page_name(const StoredArticle& article) {
  if (!article.page_key.empty()) return article.page_key;
  if (!article.page_url.empty()) return article.page_url;
  return article.source_location + '\n' + article.article.json;
}

}  // namespace

std::string ArticleIdentity::urn() const {
  boost::uuids::uuid value{};
  std::copy(uuid.begin(), uuid.end(), value.begin());
  return "urn:uuid:" + boost::uuids::to_string(value);
}

std::string ArticleIdentity::short_name() const {
  // Bytes 6 and 8 hold the version and the variant.
  std::uint64_t bits = 0;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 4U, 5U, 9U, 10U}) bits = bits << 8U | uuid[at];
  std::string name;
  for (int digit = 0; digit < kShortDigits; ++digit, bits >>= 5U) name += kDigits[bits & 31U];
  return name;
}

ArticleIdentity identity_of_name(const std::string& name) {
  const boost::uuids::uuid value = boost::uuids::name_generator_sha1(boost::uuids::ns::url())(name);
  ArticleIdentity identity;
  std::copy(value.begin(), value.end(), identity.uuid.begin());
  return identity;
}

ArticleIdentity ArticleIdentities::of(const StoredArticle& article) {
  std::string page = page_name(article);
  if (page != page_) {
    page_ = std::move(page);
    seen_.clear();
  }
  const std::string& url = article.article.url.empty() ? article.article.canonical_url : article.article.url;
  std::string name = page_ + '\n' + url;
  const int before = seen_[url]++;
  if (before > 0) name += '\n' + std::to_string(before + 1);
  return identity_of_name(name);
}

}  // namespace pith
