#include "core/job/page_identity.hpp"

#include <xxhash.h>

#include <cstdio>

#include "pith/url.hpp"

namespace pith {

std::string page_key(const std::string& url) {
  std::string key = canonical_url(url);
  return key.empty() ? url : key;
}

std::string digest_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  char text[40];
  std::snprintf(text, sizeof(text), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text;
}

}  // namespace pith
