#include "core/store/postgres_location.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr std::string_view default_schema = "pith";

struct OptionsCloser {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsCloser>;

/// Takes "schema=..." out of a URL; empty if it has none.
std::string take_schema(std::string& url) {
  std::string schema;
  const auto question = url.find('?');
  if (question == std::string::npos) return schema;
  std::string kept;
  for (std::size_t at = question + 1; at <= url.size();) {
    const auto end = std::min(url.find('&', at), url.size());
    const std::string option = url.substr(at, end - at);
    if (option.starts_with("schema=")) {
      schema = option.substr(7);
    } else if (!option.empty()) {
      kept += (kept.empty() ? '?' : '&') + option;
    }
    at = end + 1;
  }
  url.resize(question);
  url += kept;
  return schema;
}

bool is_plain_name(const std::string& name) {
  constexpr std::size_t longest = 63;  // of names in PostgreSQL
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.size() <= longest && !(name[0] >= '0' && name[0] <= '9') &&
         !name.starts_with("pg_") && std::all_of(name.begin(), name.end(), plain);
}

std::string option_of(const PQconninfoOption* options, std::string_view name) {
  for (; options->keyword != nullptr; ++options) {
    if (name == options->keyword) return options->val != nullptr ? options->val : "";
  }
  return {};
}

/// "user:pass/word@host": for libpq "pass" is the port and "word@host" the database.
bool has_slash_in_password(const std::string& url) {
  const auto slash = url.find('/', url.find("://") + 3);
  const auto at = url.find('@', std::min(slash, url.size()));
  return at != std::string::npos && at < url.find('?');
}

[[noreturn]] void refuse() {
  // Neither the URL nor what libpq says of it: both may hold a password.
  throw Error(
      "not a URL of a PostgreSQL database", "the store",
      "write postgresql://user@host/database, other characters than letters and digits of a password as "
      "%40 (@), %3A (:), %2F (/)");
}

}  // namespace

bool is_postgres_url(const std::string& location) {
  return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

PostgresLocation PostgresLocation::of(const std::string& location) {
  PostgresLocation place;
  place.url = location;
  place.schema = take_schema(place.url);
  if (place.schema.empty()) place.schema = default_schema;
  char* problem = nullptr;
  const Options options(PQconninfoParse(place.url.c_str(), &problem));
  PQfreemem(problem);
  if (!options || has_slash_in_password(place.url)) refuse();
  const std::string host = option_of(options.get(), "host");
  if (host.find('@') != std::string::npos) refuse();
  const std::string port = option_of(options.get(), "port");
  place.name =
      "postgresql://" + host + (port.empty() ? "" : ":" + port) + '/' + option_of(options.get(), "dbname");
  if (place.schema != default_schema) place.name += "?schema=" + place.schema;
  if (!is_plain_name(place.schema)) {
    throw Error("not a name for a schema: '" + place.schema + "'", place.name,
                "use lower-case letters, digits and underscores");
  }
  return place;
}

}  // namespace pith
