#include "tests/core/store/outcomes.hpp"

#include <algorithm>
#include <utility>

#include "pith/url.hpp"

namespace pith {

NewPage page_at(const std::string& url) {
  NewPage page;
  page.key = url;
  page.url = url;
  page.host = url_host(url);
  return page;
}

ArticleRecord article_at(const std::string& url, const std::string& title, const std::string& completeness) {
  ArticleRecord article;
  article.url = url;
  article.canonical_url = url;
  article.title = title;
  article.kind = "article";
  article.completeness = completeness;
  article.json = R"({"title":")" + title + R"("})";
  return article;
}

PageResult result_of(std::vector<ArticleRecord> articles) {
  PageResult result;
  result.status = Status::ok;
  result.kind = articles.size() > 1 ? "index" : "article";
  result.plugin = "generic";
  result.articles = std::move(articles);
  return result;
}

PageOutcome local_page(const std::string& url, const std::string& title, const std::string& order) {
  PageOutcome outcome;
  outcome.page = page_at(url);
  outcome.order = order;
  outcome.result = result_of({article_at(url, title)});
  return outcome;
}

PageOutcome fetched_page(const WaitingPage& page, PageResult result) {
  PageOutcome outcome;
  outcome.id = page.id;
  outcome.http_status = 200;
  outcome.fetched_at = "2025-08-01T10:00:00Z";
  outcome.attempts = {{1'754'042'400'000, 12, 200, 1000, "fetched", ""}};
  outcome.result = std::move(result);
  return outcome;
}

BatchCounts write_one(Store& store, PageOutcome outcome) {
  StoreBatch batch;
  batch.outcomes.push_back(std::move(outcome));
  return store.write(batch);
}

std::vector<std::string> titles_of(Store& store, const ArticleFilter& filter) {
  std::vector<std::string> titles;
  store.for_each_article(filter, [&](const StoredArticle& stored) {
    titles.push_back(stored.article.title);
    return true;
  });
  return titles;
}

std::vector<std::string> states_of(Store& store) {
  std::vector<std::string> states;
  store.for_each_page({}, [&](const StoredPage& page) {
    std::string line = page.key + ": " + std::string(name_of(page.state));
    if (!page.reason.empty()) line += ": " + page.reason;
    states.push_back(std::move(line));
  });
  std::sort(states.begin(), states.end());
  return states;
}

std::vector<WaitingPage> taken_pages(Store& store, const std::vector<std::string>& urls) {
  StoreBatch batch;
  for (const auto& url : urls) batch.found.push_back(page_at(url));
  store.write(batch);
  auto pages = store.take(urls.size(), urls.size(), {}, 1);
  std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return pages;
}

}  // namespace pith
