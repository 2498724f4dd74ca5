#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/site_names.hpp"
#include "pith/metadata.hpp"

namespace pith::metadata {

/// Chooses the headline among what a page offers as titles, in order of trust.
///
/// A reader's headline is the h1; but a page may have several, or only the one of its masthead, or, on a page
/// that is no article, a slogan. So an h1 is taken if another source agrees with it or if it is the only one
/// and reads like a headline; on a page that says it is no article the other source must agree with all of
/// it. Else the most trusted source counts. The name of the site and a kicker are stripped where they were
/// put before or after the headline.
class TitleChoice {
 public:
  /// `types` is what the page says it is ("NewsArticle", "website" ...). The vectors must outlive the choice.
  TitleChoice(const std::vector<Metadata::Value>& titles, const std::vector<Metadata::Value>& site_names,
              const std::vector<Metadata::Value>& types, std::string_view page_url);

  /// The chosen title and where it came from; empty if there is none.
  Metadata::Value choose() const;
  /// "Headline | Site", "Headline - Site" and "Site: Headline" without the site.
  std::string without_site(const std::string& title) const;

 private:
  struct Heading;

  Heading best_heading() const;
  bool is_headline(const Heading& heading) const;
  void cut_section(std::string& text, std::string_view separator) const;
  double support_of(const std::string& heading) const;
  bool is_confirmed(const Metadata::Value& chosen, const std::string& key) const;
  Metadata::Value without_appendix(Metadata::Value heading) const;
  Metadata::Value without_kicker(Metadata::Value chosen) const;

  const std::vector<Metadata::Value>& titles_;
  std::vector<std::string> plain_;       ///< of each title that is no heading: without_site()
  std::vector<std::string> plain_keys_;  ///< of each of these: comparison_key()
  SiteNames site_;
  std::vector<std::string> heading_keys_;
  bool article_ = false;  ///< the page says it is one
  bool website_ = false;  ///< it says it is something else
  bool shared_ = false;   ///< it has a title for others: OpenGraph, Twitter, a JSON-LD headline
};

}  // namespace pith::metadata
