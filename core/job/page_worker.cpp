#include "core/job/page_worker.hpp"

#include <exception>
#include <utility>

#include "core/job/page_identity.hpp"
#include "core/sitemap/sitemap.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

NewPage found_page(const PageTask& task, const std::string& url, PageRole role) {
  NewPage page;
  page.url = without_credentials(url);  // a page's password is none that Pith was given
  page.key = page_key(page.url);
  page.host = url_host(page.url);
  page.role = role;
  page.source = task.source;
  page.found_on = task.outcome.id;
  return page;
}

PageOutcome settled(NewPage page, PageState state, std::string reason) {
  PageOutcome outcome;
  outcome.page = std::move(page);
  outcome.state = state;
  outcome.reason = std::move(reason);
  return outcome;
}

}  // namespace

PageWork PageWorker::work(PageTask task) const {
  PageWork work;
  try {
    task.outcome.content_digest = digest_of(task.page->bytes);
    if (plan_.keep_pages) task.outcome.raw = task.page;
    if (task.role == PageRole::sitemap) {
      read_sitemap_page(task, work);
    } else {
      extract(task, work);
    }
  } catch (const std::exception& error) {
    // No memory, say: this page's end, not that of the job.
    work = {};
    task.outcome.state = PageState::failed;
    task.outcome.reason = error.what();
    task.outcome.result.reset();
    task.outcome.found.clear();
  }
  work.outcomes.insert(work.outcomes.begin(), std::move(task.outcome));
  return work;
}

void PageWorker::find(NewPage page, const std::string& published, PageOutcome& outcome,
                      PageWork& work) const {
  if (!is_web_url(page.url)) return;
  if (page.role == PageRole::article && !plan_.shard.has(page.host)) {
    ++work.in_other_shards;
    return;
  }
  std::string refusal = page.role == PageRole::article ? plan_.filter.refuses_url(page.url) : std::string();
  if (refusal.empty()) refusal = plan_.filter.refuses_date(published);
  if (refusal.empty()) {
    outcome.found.push_back(std::move(page));
  } else {
    work.outcomes.push_back(settled(std::move(page), PageState::filtered, std::move(refusal)));
  }
}

void PageWorker::read_sitemap_page(PageTask& task, PageWork& work) const {
  const SitemapContents sitemap = read_sitemap(*task.page);
  task.outcome.reason = sitemap.problem;
  if (sitemap.entries.empty() && !sitemap.problem.empty()) {
    task.outcome.state = PageState::failed;
    return;
  }
  for (const SitemapEntry& entry : sitemap.entries) {
    const PageRole role = sitemap.is_index ? PageRole::sitemap : PageRole::article;
    // `lastmod` is when the page changed, not when it was published: it must not fail a filter by date.
    find(found_page(task, entry.url, role), {}, task.outcome, work);
  }
}

void PageWorker::extract(PageTask& task, PageWork& work) const {
  PageResult result = extractor_.extract(*task.page);
  work.time = result.time;
  PageOutcome& outcome = task.outcome;
  outcome.reason = result.reason;
  if (result.status == Status::failed) outcome.state = PageState::failed;
  if (task.role == PageRole::feed && task.follow) {
    follow(task, result, outcome, work);
    // The pages are fetched: what the feed tells of them would be there twice.
    result.articles.clear();
  }
  outcome.result = std::move(result);
  filter(outcome);
}

void PageWorker::follow(const PageTask& task, const PageResult& result, PageOutcome& outcome,
                        PageWork& work) const {
  for (const LinkRecord& link : result.links) {
    if (link.relation != "item") continue;
    find(found_page(task, link.url, PageRole::article), link.published, outcome, work);
  }
  if (outcome.found.empty() && work.outcomes.empty() && outcome.state == PageState::done) {
    outcome.reason = outcome.reason.empty() ? "a feed without items" : outcome.reason;
  }
}

void PageWorker::filter(PageOutcome& outcome) const {
  std::vector<ArticleRecord>& articles = outcome.result->articles;
  if (articles.empty()) return;
  std::string refusal;
  std::vector<ArticleRecord> wanted;
  for (ArticleRecord& article : articles) {
    std::string why = plan_.filter.refuses(article);
    if (why.empty()) {
      wanted.push_back(std::move(article));
    } else if (refusal.empty()) {
      refusal = std::move(why);
    }
  }
  articles = std::move(wanted);
  if (!articles.empty()) return;
  outcome.state = PageState::filtered;
  outcome.reason = std::move(refusal);
  outcome.result.reset();
}

}  // namespace pith
