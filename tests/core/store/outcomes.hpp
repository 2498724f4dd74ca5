#pragma once

#include <string>
#include <vector>

#include "core/store/store.hpp"

namespace pith {

// Short ways to say what tests put into a store.

/// A page to be fetched: `path` on a.example unless it is a whole URL.
NewPage page_at(const std::string& url);
/// An article of a page.
ArticleRecord article_at(const std::string& url, const std::string& title,
                         const std::string& completeness = "full");
/// The result of a page with these articles.
PageResult result_of(std::vector<ArticleRecord> articles);
/// A local page that is done: the whole of one article.
PageOutcome local_page(const std::string& url, const std::string& title, const std::string& order = "1");
/// The outcome of a page that was taken.
PageOutcome fetched_page(const WaitingPage& page, PageResult result);

/// Writes one outcome; the counts.
BatchCounts write_one(Store& store, PageOutcome outcome);
/// All titles, in the store's order.
std::vector<std::string> titles_of(Store& store, const ArticleFilter& filter = {});
/// "key: state" of all pages, sorted, with the reason behind it where there is one.
std::vector<std::string> states_of(Store& store);
/// Puts pages in and takes them.
std::vector<WaitingPage> taken_pages(Store& store, const std::vector<std::string>& urls);

}  // namespace pith
