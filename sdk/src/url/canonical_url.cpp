#include <algorithm>
#include <array>

#include "pith/text.hpp"
#include "pith/url.hpp"
#include "url/url_handle.hpp"

namespace pith {
namespace {

/// Parameters that tell who sent the reader and how, not what is read. In lower case.
constexpr std::array<std::string_view, 38> tracking_names = {
    "fbclid",  "gclid",         "dclid",       "gclsrc",  "gbraid",      "wbraid",     "msclkid", "mc_cid",
    "mc_eid",  "igshid",        "igsh",        "yclid",   "_hsenc",      "_hsmi",      "__hssc",  "__hstc",
    "__hsfp",  "hsctatracking", "ref_src",     "ref_url", "cmpid",       "cmp",        "ncid",    "ocid",
    "twclid",  "ttclid",        "li_fat_id",   "vero_id", "oly_anon_id", "oly_enc_id", "_ga",     "_gl",
    "srsltid", "at_medium",     "at_campaign", "s_cid",   "smid",        "wt_mc"};

bool is_tracking(std::string_view parameter) {
  const std::string name = lower_ascii(parameter.substr(0, parameter.find('=')));
  return name.substr(0, 4) == "utm_" ||
         std::find(tracking_names.begin(), tracking_names.end(), name) != tracking_names.end();
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !is_tracking(parameter)) {
      if (!kept.empty()) kept += '&';
      kept += parameter;
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  const UrlHandle parsed = parse_url(trim(url));
  if (!parsed) return {};
  const std::string query = without_tracking(url_part(parsed, CURLUPART_QUERY));
  curl_url_set(parsed.get(), CURLUPART_FRAGMENT, nullptr, 0);
  curl_url_set(parsed.get(), CURLUPART_QUERY, query.empty() ? nullptr : query.c_str(), 0);
  return url_text(parsed, CURLU_NO_DEFAULT_PORT);
}

}  // namespace pith
