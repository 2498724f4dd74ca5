#include "core/command/library_versions.hpp"

#include <brotli/decode.h>
#include <curl/curl.h>
#include <libpq-fe.h>
#include <libxml/xmlversion.h>
#include <openssl/crypto.h>
#include <rapidjson/rapidjson.h>
#include <seccomp.h>
#include <spdlog/version.h>
#include <sqlite3.h>
#include <toml++/toml.h>
#include <unicode/uversion.h>
#include <xxhash.h>
#include <zlib.h>
#include <zstd.h>

#include <boost/version.hpp>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace pith {
namespace {

std::string dotted(std::initializer_list<std::uint64_t> numbers) {
  std::string text;
  for (const std::uint64_t number : numbers) text += (text.empty() ? "" : ".") + std::to_string(number);
  return text;
}

/// A version as one number, each part of it in as many digits as `base` has zeros.
std::string dotted(std::uint64_t number, std::uint64_t base) {
  return dotted({number / base / base, number / base % base, number % base});
}

std::string brotli_version() {
  const std::uint32_t version = BrotliDecoderVersion();
  return dotted({version >> 24U, version >> 12U & 0xfffU, version & 0xfffU});
}

std::string postgres_version() {
  const auto version = static_cast<std::uint64_t>(PQlibVersion());
  return dotted({version / 10'000, version % 10'000});
}

std::string seccomp_version_text() {
  const scmp_version* const version = seccomp_version();
  return version == nullptr ? "unknown" : dotted({version->major, version->minor, version->micro});
}

using Library = std::pair<const char*, std::string>;

std::string line_of(std::initializer_list<Library> libraries) {
  std::string line;
  for (const auto& [name, version] : libraries) line += (line.empty() ? "" : ", ") + (name + (" " + version));
  return line + "\n";
}

}  // namespace

std::string library_versions() {
  return line_of({{"gumbo", PITH_GUMBO_VERSION},
                  {"libxml2", LIBXML_DOTTED_VERSION},
                  {"uchardet", PITH_UCHARDET_VERSION},
                  {"icu", U_ICU_VERSION},
                  {"rapidjson", RAPIDJSON_VERSION_STRING},
                  {"boost",
                   dotted({BOOST_VERSION / 100'000, BOOST_VERSION / 100 % 1'000, BOOST_VERSION % 100})}}) +
         line_of({{"curl", curl_version_info(CURLVERSION_NOW)->version},
                  {"openssl", OpenSSL_version(OPENSSL_VERSION_STRING)},
                  {"zlib", zlibVersion()},
                  {"zstd", ZSTD_versionString()},
                  {"brotli", brotli_version()},
                  {"xxhash", dotted(XXH_versionNumber(), 100)}}) +
         line_of({{"sqlite", sqlite3_libversion()},
                  {"libpq", postgres_version()},
                  {"seccomp", seccomp_version_text()},
                  {"spdlog", dotted({SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH})},
                  {"tomlplusplus", dotted({TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH})},
                  {"prometheus-cpp", PITH_PROMETHEUS_VERSION}});
}

}  // namespace pith
