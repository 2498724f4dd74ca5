#pragma once

#include <string>
#include <vector>

#include "core/export/article_writer.hpp"
#include "core/input/read_file.hpp"
#include "core/render/json.hpp"
#include "core/store/store.hpp"
#include "pith/article.hpp"
#include "tests/core/render/blocks.hpp"
#include "tests/support/temporary_folder.hpp"

/// Articles as a store gives them, and what the writers make of them.
namespace pith::test {

/// As it is stored of a page at `page_url`.
inline StoredArticle stored(const Article& article, const std::string& page_url = "https://a.example/ships") {
  StoredArticle stored;
  stored.page_key = page_url;
  stored.page_url = page_url;
  stored.host = page_url.empty() ? "" : "a.example";
  stored.source_kind = "feed";
  stored.source_location = "https://a.example/feed";
  stored.fetched_at = "2025-08-05T06:07:08Z";
  stored.plugin = "harbour";
  stored.article.url = article.url;
  stored.article.canonical_url = article.canonical_url;
  stored.article.words = 3;
  stored.article.json = render_article_json(article);
  return stored;
}

inline Article titled(std::string title, std::string text = "Forty ships wait.") {
  Article article;
  article.title = std::move(title);
  article.body = {p(std::move(text))};
  return article;
}

/// Titles that have broken one program or another.
inline const std::vector<std::string>& hostile_titles() {
  static const std::vector<std::string> titles{std::string("nul \0 bell \a escape \x1B[31m", 25),
                                               "line\nbreak\r\nand\ttab",
                                               "\u202Eright to left\u202C and \u2066isolate",
                                               "../../../../etc/passwd",
                                               "/absolute\\and\\back",
                                               "..",
                                               "CON",
                                               "\"double\" 'single' `back`",
                                               "]]> <![CDATA[ --> <!--",
                                               "</script><script>alert(1)</script>",
                                               "</title></style><img src=x onerror=alert(1)>",
                                               "--- \n---\n...",
                                               "key: [value] # no comment & *alias !tag",
                                               "=HYPERLINK(\"https://evil.example\")",
                                               "\xFF\xFE broken \xC3",
                                               "\uFFFE\uFFFF\uFEFF\u2028\u2029\u0085",
                                               "\U0001F468\u200D\U0001F469\u200D\U0001F467 \u2764\uFE0F",
                                               std::string(5000, 'x'),
                                               "\u0E01\u0E33\u0E25\u0E31\u0E07\u0E23\u0E2D",
                                               ""};
  return titles;
}

/// What is in a file.
inline std::string contents_of(const std::string& path) {
  return read_file(path, std::size_t{64} << 20);
}

/// What a writer makes of the articles, as a file.
inline std::string exported(const std::string& format, const std::vector<StoredArticle>& articles,
                            const ExportOptions& options = {}) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "out").string();
  const auto writer = make_article_writer(format, path, options);
  for (const StoredArticle& article : articles) writer->write(article);
  writer->finish();
  return contents_of(path);
}

}  // namespace pith::test
