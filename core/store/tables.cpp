#include "core/store/tables.hpp"

#include <string_view>
#include <utility>

namespace pith {
namespace {

// @id is a key that the database counts, @int a whole number, @real one with a fraction, @blob bytes, @text a
// text compared byte by byte, @rows what makes SQLite keep a table in the order of its key.
//
// Links and ledger of a page are one text of JSON each, not rows: some 65 rows for every page
// would be most of the work of writing it. For questions in SQL there are the views `links` and `ledger`.
constexpr std::string_view tables = R"(
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE sources (
  id @id,
  kind TEXT NOT NULL,
  location TEXT NOT NULL,
  cursor TEXT NOT NULL DEFAULT '',
  finished @int NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT '',
  lost @int NOT NULL DEFAULT 0,
  UNIQUE (kind, location)
);
CREATE TABLE pages (
  id @id,
  key @text NOT NULL UNIQUE,
  url TEXT NOT NULL,
  host @text NOT NULL,
  role TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  reason TEXT NOT NULL DEFAULT '',          -- for every state but done
  not_before @int NOT NULL DEFAULT 0,       -- ms since 1970
  same_as TEXT NOT NULL DEFAULT '',
  source @int REFERENCES sources (id),
  found_on @int REFERENCES pages (id),
  place @text,                              -- "order" of a local page; NULL: not local
  attempts @int NOT NULL DEFAULT 0,
  http_status @int NOT NULL DEFAULT 0,
  final_url TEXT NOT NULL DEFAULT '',
  fetched_at TEXT NOT NULL DEFAULT '',
  etag TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  content_digest TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',          -- of the extraction
  status_reason TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  plugin TEXT NOT NULL DEFAULT '',
  recipe TEXT NOT NULL DEFAULT '',
  confidence @real,
  extract_ms @int NOT NULL DEFAULT 0,
  articles @int NOT NULL DEFAULT 0,         -- how many it holds
  links @int NOT NULL DEFAULT 0,
  lease_owner TEXT NOT NULL DEFAULT '',     -- of stores that several jobs share
  lease_until @int NOT NULL DEFAULT 0
);
CREATE INDEX pages_waiting ON pages (host, not_before, id)
  WHERE state = 'waiting' AND place IS NULL;
CREATE TABLE page_details (
  page @int PRIMARY KEY REFERENCES pages (id),
  links @json NOT NULL,
  ledger @json NOT NULL
);
CREATE TABLE attempts (
  page @int NOT NULL REFERENCES pages (id),
  number @int NOT NULL,
  at @int NOT NULL,                         -- ms since 1970
  ms @int NOT NULL,
  http_status @int NOT NULL,
  bytes @int NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (page, number)
) @rows;
CREATE TABLE raw_pages (
  page @int PRIMARY KEY REFERENCES pages (id),
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  http_status @int NOT NULL,
  fetched_at TEXT NOT NULL,
  headers @json NOT NULL,                   -- [[name, value], ...]
  size @int NOT NULL,                       -- of the bytes before compression
  body @blob NOT NULL                       -- one zstd frame
);
CREATE TABLE articles (
  id @id,
  page @int NOT NULL REFERENCES pages (id),
  ordinal @int NOT NULL,
  identity @text NOT NULL,                  -- the URL that tells one article from another
  variant @int NOT NULL,                    -- articles of one URL that are different all the same; 0: no whole one
  sole @int NOT NULL,                       -- its page is about it alone
  shown @int NOT NULL,                      -- the best of its identity and variant
  url TEXT NOT NULL,
  canonical_url TEXT NOT NULL,
  title TEXT NOT NULL,
  authors @json NOT NULL,
  published TEXT NOT NULL,
  published_s @int,                         -- seconds since 1970, a zone that is not known taken as UTC
  modified TEXT NOT NULL,
  language TEXT NOT NULL,
  site_name TEXT NOT NULL,
  section TEXT NOT NULL,
  kind TEXT NOT NULL,
  completeness TEXT NOT NULL,
  syndicated_from TEXT NOT NULL,            -- as the page says
  words @int NOT NULL,
  fingerprint @blob NOT NULL,               -- 32-bit numbers, little-endian
  json TEXT NOT NULL,
  UNIQUE (page, ordinal)
);
CREATE INDEX articles_identity ON articles (identity, shown);
-- Of articles that are shown and have a fingerprint: those not compared with the others yet.
CREATE TABLE to_compare (
  article @int PRIMARY KEY
);
CREATE TABLE near_bands (
  band @int NOT NULL,
  article @int NOT NULL,
  PRIMARY KEY (band, article)
) @rows;
-- Articles that are like others.
CREATE TABLE near_copies (
  article @int PRIMARY KEY,
  cluster @int NOT NULL,                    -- the id of one of its members
  original @int                             -- NULL: it is the original itself
);
CREATE INDEX near_copies_cluster ON near_copies (cluster);
)";

constexpr std::string_view sqlite_views = R"(
CREATE VIEW links AS
  SELECT d.page AS page, j.value ->> 'url' AS url,
    coalesce(j.value ->> 'canonical_url', j.value ->> 'url') AS canonical_url,
    coalesce(j.value ->> 'title', '') AS title, coalesce(j.value ->> 'relation', '') AS relation,
    coalesce(j.value ->> 'published', '') AS published
  FROM page_details d, json_each(d.links) j;
CREATE VIEW ledger AS
  SELECT d.page AS page, j.value ->> 'kind' AS kind, j.value ->> 'rule' AS rule,
    j.value ->> 'removals' AS removals, j.value ->> 'text_bytes' AS text_bytes
  FROM page_details d, json_each(d.ledger) j;
)";

constexpr std::string_view postgres_views = R"(
CREATE VIEW links AS
  SELECT d.page AS page, j ->> 'url' AS url, coalesce(j ->> 'canonical_url', j ->> 'url') AS canonical_url,
    coalesce(j ->> 'title', '') AS title, coalesce(j ->> 'relation', '') AS relation,
    coalesce(j ->> 'published', '') AS published
  FROM page_details d, json_array_elements(d.links) j;
CREATE VIEW ledger AS
  SELECT d.page AS page, j ->> 'kind' AS kind, j ->> 'rule' AS rule,
    (j ->> 'removals')::bigint AS removals, (j ->> 'text_bytes')::bigint AS text_bytes
  FROM page_details d, json_array_elements(d.ledger) j;
)";

constexpr std::string_view shared_views = R"(
CREATE VIEW copies AS
  SELECT a.id AS article, a.url AS url, o.id AS original, o.url AS original_url,
    coalesce(nullif(a.syndicated_from, ''), nullif(o.site_name, ''), p.host) AS syndicated_from
  FROM near_copies n JOIN articles a ON a.id = n.article JOIN articles o ON o.id = n.original
    JOIN pages p ON p.id = o.page;
)";

struct Word {
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgres;
};
constexpr Word words[] = {
    {"@id", "INTEGER PRIMARY KEY", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"},
    {"@int", "INTEGER", "BIGINT"},
    {"@real", "REAL", "DOUBLE PRECISION"},
    {"@blob", "BLOB", "BYTEA"},
    {"@text", "TEXT", "TEXT COLLATE \"C\""},
    {"@json", "TEXT", "JSON"},
    {"@rows", "WITHOUT ROWID", ""},
};

void replace_all(std::string& text, std::string_view word, std::string_view by) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size())) {
    text.replace(at, word.size(), by);
  }
}

}  // namespace

std::string tables_of(SqlDialect dialect) {
  const bool sqlite = dialect == SqlDialect::sqlite;
  std::string text(tables);
  text += shared_views;
  text += sqlite ? sqlite_views : postgres_views;
  for (const Word& word : words) replace_all(text, word.name, sqlite ? word.sqlite : word.postgres);
  return text;
}

}  // namespace pith
