#include "core/fingerprint/near_copies.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "pith/text.hpp"

namespace pith {
namespace {

/// The letters and digits of a name, as a host name could hold them: "The Guardian" is "theguardian".
std::string run_together(std::string_view name) {
  std::string letters;
  for (const char c : comparison_key(name)) {
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    if (!ascii || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
  }
  return letters;
}

bool has_label(std::string_view host, std::string_view label) {
  for (std::size_t at = 0; at < host.size();) {
    const std::size_t dot = std::min(host.find('.', at), host.size());
    if (host.substr(at, dot - at) == label) return true;
    at = dot + 1;
  }
  return false;
}

/// Whether a host has the name of a site: "The Guardian" and "www.theguardian.com".
bool is_name_of_host(const std::string& name, std::string_view host) {
  const std::string label = run_together(name);
  // Short labels ("www", "news", "com") are not names.
  return label.size() >= 3 && label != "www" && label != "com" && label != "news" && has_label(host, label);
}

/// Whether `name`, as one page gives it, is the site of another article.
bool is_site_of(const std::string& name, const NearCopy& article) {
  const std::string key = comparison_key(name);
  if (key.empty()) return false;
  return key == comparison_key(article.site_name) || key == article.host ||
         is_name_of_host(name, article.host);
}

std::string_view without_www(std::string_view host) {
  constexpr std::string_view www = "www.";
  return host.starts_with(www) ? host.substr(www.size()) : host;
}

/// "m.example.com" is of the site of "www.example.com".
bool is_below(std::string_view host, std::string_view site) {
  return host == site || (host.ends_with(site) && host[host.size() - site.size() - 1] == '.');
}

bool are_of_one_site(std::string_view a, std::string_view b) {
  a = without_www(a);
  b = without_www(b);
  return is_below(a, b) || is_below(b, a);
}

/// Whether a page gives another site's URL as the canonical one: it says that it is a copy.
bool says_it_is_a_copy(const NearCopy& article) {
  return !article.canonical_host.empty() && !article.host.empty() &&
         !are_of_one_site(article.canonical_host, article.host);
}

/// What the articles say of others' sites, each once; not what a page says of its own.
struct OthersNamed {
  std::set<std::string> sources;          ///< `syndicated_from`
  std::set<std::string> canonical_hosts;  ///< without "www."
  std::set<std::string> sites;            ///< names of sites on pages whose hosts are called otherwise

  void add(const NearCopy& article) {
    if (!article.syndicated_from.empty() && !is_site_of(article.syndicated_from, article))
      sources.insert(article.syndicated_from);
    if (says_it_is_a_copy(article)) canonical_hosts.insert(std::string(without_www(article.canonical_host)));
    if (!is_name_of_host(article.site_name, article.host)) sites.insert(article.site_name);
  }

  bool name(const NearCopy& article) const {
    return std::any_of(sources.begin(), sources.end(),
                       [&](const std::string& source) { return is_site_of(source, article); }) ||
           canonical_hosts.count(std::string(without_www(article.host))) > 0 ||
           std::any_of(sites.begin(), sites.end(),
                       [&](const std::string& site) { return is_name_of_host(site, article.host); });
  }
};

}  // namespace

std::vector<std::int64_t> near_copy_bands(const std::vector<std::uint32_t>& fingerprint) {
  std::vector<std::int64_t> bands;
  if (fingerprint.size() != fingerprint_size) return bands;
  bands.reserve(band_count);
  for (std::size_t band = 0; band < band_count; ++band) {
    // FNV-1a's step (Fowler, Noll, Vo), a member at a time, with MurmurHash3's first mixing between.
    std::uint64_t hash = 0xcbf29ce484222325U ^ band;
    for (std::size_t row = 0; row < band_rows; ++row) {
      hash = (hash ^ fingerprint[band * band_rows + row]) * 0x100000001b3U;
      hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdU;
    }
    bands.push_back(static_cast<std::int64_t>(hash ^ (hash >> 33)));
  }
  return bands;
}

bool are_near_copies(const std::vector<std::uint32_t>& a, const std::string& host_of_a,
                     const std::vector<std::uint32_t>& b, const std::string& host_of_b) {
  const bool one_host = !host_of_a.empty() && host_of_a == host_of_b;
  const double least = one_host ? near_copy_similarity_of_one_host : near_copy_similarity;
  return fingerprint_similarity(a, b) >= least;
}

std::size_t original_of(const std::vector<NearCopy>& copies) {
  OthersNamed named;
  for (const NearCopy& copy : copies) named.add(copy);
  const auto rank = [&](std::size_t i) {
    const NearCopy& article = copies[i];
    return std::make_tuple(!named.name(article), says_it_is_a_copy(article),
                           article.published.value_or(std::numeric_limits<std::int64_t>::max()),
                           !article.full, std::string_view(article.url), std::string_view(article.place));
  };
  std::size_t best = 0;
  auto best_rank = rank(0);
  for (std::size_t i = 1; i < copies.size(); ++i) {
    auto other = rank(i);
    if (other < best_rank) {
      best = i;
      best_rank = std::move(other);
    }
  }
  return best;
}

}  // namespace pith
