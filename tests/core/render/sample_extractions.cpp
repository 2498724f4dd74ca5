#include "tests/core/render/sample_extractions.hpp"

#include <optional>

#include "tests/core/render/blocks.hpp"
#include "tests/core/render/random_article.hpp"

namespace pith::test {
namespace {

std::vector<Block> complete_body() {
  Block marked = p("Ships wait ");
  marked.spans.push_back({.text = "in a queue",
                          .emphasis = true,
                          .strong = true,
                          .code = true,
                          .superscript = true,
                          .subscript = true,
                          .href = "https://a.example/queue"});
  marked.citations = {1, 5};
  marked.source = {120, 240};
  return {marked,
          Block::heading(2, "The harbour"),
          bullets({item({p("one"), numbers(4, {item({p("two")})})})}),
          quote({p("said")}),
          figure({{"https://a.example/1.jpg", "Ships", 640, 480}, {"https://a.example/2.jpg", "", 0, 0}},
                 "The harbour at dusk.", "AFP"),
          figure({}, "", ""),
          table({{{cell("Year", true), cell("Ships", true, 2, 3)}}, {{cell("2024")}}, {}}),
          code("sh", "echo"),
          code("", "plain"),
          embed("youtube", "https://v.example/1"),
          embed("", ""),
          typed(BlockType::divider)};
}

Article complete_article() {
  Article article;
  article.title = "Ships wait";
  article.subtitle = "A queue off the coast";
  article.authors = {"Ann Lee", "Bo Chan"};
  article.published = day(2025, 8, 1);
  article.modified = day(2025, 8, 2);
  article.language = "en";
  article.url = "https://a.example/ships";
  article.canonical_url = "https://a.example/ships";
  article.site_name = "Harbour News";
  article.publisher = "Harbour Press";
  article.section = "Trade";
  article.topics = {"Shipping", "Ports"};
  article.summary = "Why ships wait.";
  article.image = Image{"https://a.example/1.jpg", "Ships", 640, 480};
  article.licence = "https://creativecommons.org/licenses/by/4.0/";
  article.is_accessible_for_free = true;
  article.syndicated_from = "Coast Wire";
  article.body = complete_body();
  article.origins = {{"title", "h1"}, {"published", "json-ld NewsArticle.datePublished"}};
  return article;
}

void add_every_removal(Extraction& extraction) {
  for (int kind = 0; kind <= static_cast<int>(Boilerplate::other); ++kind) {
    extraction.removals.push_back({static_cast<Boilerplate>(kind), "drop .x", {10, 20}, "Share this", 10});
  }
  extraction.removals.push_back({Boilerplate::other, "phrase", {}, "", 0});
}

Comment complete_comment() {
  Comment comment;
  comment.author = "Cy Dunn";
  comment.published = day(2025, 8, 4);
  comment.depth = 1;
  comment.body.push_back(Block::paragraph("Ours was."));
  return comment;
}

Link complete_link() {
  Link link;
  link.url = "https://a.example/next?utm_source=x";
  link.canonical_url = "https://a.example/next";
  link.title = "Next";
  link.authors = {"Ann Lee"};
  link.summary = "What is next.";
  link.published = day(2025, 8, 3);
  link.section = "Trade";
  link.publisher = "Harbour Press";
  link.age = "3 hours ago";
  link.image = Image{"https://a.example/3.jpg", "", 0, 0};
  link.relation = "related";
  return link;
}

Extraction feed() {
  Extraction extraction;
  extraction.status = Status::ok;
  extraction.kind = "feed";
  Channel channel;
  channel.title = "Latest";
  channel.url = "https://a.example/";
  channel.summary = "All news";
  channel.language = "en";
  channel.copyright = "Harbour Press";
  channel.updated = day(2025, 8, 3);
  channel.image = Image{"https://a.example/logo.png", "", 0, 0};
  extraction.channel = channel;
  extraction.links = {complete_link(), Link{}};
  return extraction;
}

Extraction index() {
  Extraction extraction = complete_extraction();
  extraction.kind = "index";
  extraction.channel = Channel{};
  extraction.articles.push_back({});
  extraction.articles.back().completeness = Completeness::excerpt;
  extraction.articles.push_back({});
  extraction.articles.back().completeness = Completeness::empty;
  return extraction;
}

}  // namespace

Extraction complete_extraction() {
  Extraction extraction;
  extraction.status = Status::ok;
  extraction.kind = "article";
  extraction.plugin = "harbour";
  extraction.recipe = "2024 layout";
  extraction.articles = {complete_article()};
  extraction.links = {complete_link()};
  add_every_removal(extraction);
  extraction.comments.push_back(complete_comment());
  extraction.notices = {{Notice::Kind::limit, "cut at 16777216 bytes"},
                        {Notice::Kind::charset, "3 bytes replaced"},
                        {Notice::Kind::data, "JSON-LD repaired"},
                        {Notice::Kind::fallback, "no recipe matched"}};
  return extraction;
}

Extraction documented_extraction() {
  Article article;
  article.title = "Ships wait off the coast";
  article.authors = {"Ann Lee", "Bo Chan"};
  article.published = day(2025, 8, 1);
  article.published->raw = "1 August 2025";
  article.language = "en";
  article.url = "https://harbour.example/trade/ships";
  article.canonical_url = article.url;
  article.site_name = "Harbour News";
  Block lead = p("Forty ships wait for a ");
  lead.spans.push_back({.text = "pilot", .href = "https://harbour.example/pilots"});
  lead.spans.push_back({.text = "."});
  lead.source = {512, 598};
  article.body = {lead, figure({}, "The harbour at dusk.", "AFP")};
  article.origins = {{"authors", ".byline a"}, {"published", "time"}, {"title", "h1"}};
  Extraction extraction;
  extraction.status = Status::ok;
  extraction.kind = "article";
  extraction.plugin = "harbour";
  extraction.recipe = "2024 layout";
  extraction.articles = {article};
  extraction.removals = {{Boilerplate::share, "drop .share-bar", {600, 742}, "Share this", 10}};
  return extraction;
}

std::vector<std::pair<std::string, Extraction>> sample_extractions() {
  std::vector<std::pair<std::string, Extraction>> samples{{"complete", complete_extraction()},
                                                          {"documented", documented_extraction()},
                                                          {"nothing", Extraction{}},
                                                          {"feed", feed()},
                                                          {"index", index()}};
  for (int status = 0; status <= static_cast<int>(Status::failed); ++status) {
    Extraction extraction;
    extraction.status = static_cast<Status>(status);
    extraction.reason = "a reason";
    samples.emplace_back(name_of(extraction.status), extraction);
  }
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    Extraction extraction;
    extraction.articles.push_back(RandomArticle(seed).hostile().article());
    samples.emplace_back("random " + std::to_string(seed), extraction);
  }
  return samples;
}

}  // namespace pith::test
