#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/metadata.hpp"

namespace pith::metadata {

/// What a site is called: as it says itself, and as its host and its masthead read.
class SiteNames {
 public:
  SiteNames(const std::vector<Metadata::Value>& names, std::string_view page_url);

  /// The heading of a masthead names the site where it stands at the end of a title.
  void add_masthead(std::string_view heading);

  /// Whether the text is the name of the site or reads like its host ("The Daily Planet" of
  /// thedailyplanet.com).
  bool match(std::string_view text) const;

  /// Whether the last part of a title is the site: its name, its name and a little more ("Acme US"), or a few
  /// words of which the first names the host.
  bool match_tail(std::string_view text) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::string> mastheads_;
  std::string host_;
  std::string host_label_;
};

}  // namespace pith::metadata
