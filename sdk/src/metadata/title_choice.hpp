#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/metadata.hpp"

namespace pith::metadata {

/// Chooses the headline among what a page offers as titles, in order of trust.
///
/// A reader's headline is the h1; but a page may have several, or only the one of its masthead. So an h1 is
/// taken if another source agrees with it or if it is the only one and reads like a headline; else the most
/// trusted source counts. The name of the site and a kicker are stripped where they were put before or
/// after the headline.
class TitleChoice {
 public:
  TitleChoice(const std::vector<Metadata::Value>& titles, const std::vector<Metadata::Value>& site_names,
              std::string_view page_url);

  /// The chosen title and where it came from; empty if there is none.
  Metadata::Value choose() const;
  /// "Headline | Site", "Headline - Site" and "Site: Headline" without the site.
  std::string without_site(const std::string& title) const;

 private:
  bool is_site(std::string_view text) const;
  double support_of(const std::string& heading) const;
  Metadata::Value without_kicker(Metadata::Value chosen) const;

  const std::vector<Metadata::Value>& titles_;
  std::vector<std::string> plain_;  ///< of each title that is no heading: without_site()
  std::vector<std::string> site_keys_;
  std::string host_letters_;
  std::vector<std::string> heading_keys_;
};

/// Share of the words of the shorter text that are in the other too, 0 to 1.
double agreement(std::string_view a, std::string_view b);

}  // namespace pith::metadata
