#include "core/export/reading_page.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/export/one_line.hpp"
#include "core/export/reading_page_style.hpp"
#include "core/export/stored_article_reader.hpp"
#include "core/render/html.hpp"
#include "core/render/html_writer.hpp"
#include "core/render/language.hpp"
#include "core/render/safe_url.hpp"

namespace pith {
namespace {

// Styles stand in the page, so they have to be allowed; pictures come from anywhere on the web.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; base-uri 'none'; "
    "form-action 'none'";
constexpr std::int64_t kMonth = 100'000'000;  ///< a month in a key: YYYYMM and DDhhmmss

/// The digits of date and time as the article shows them, whatever the zone: in this order the months
/// follow each other as they are read.
std::int64_t key_of(const Article& article) {
  if (!article.published || article.published->year <= 0) return DatedPieces::undated;
  const DateTime& time = *article.published;
  const std::int64_t day = (std::int64_t{time.year} * 100 + time.month) * 100 + time.day;
  return ((day * 100 + time.hour) * 100 + time.minute) * 100 + time.second;
}

std::string month_of(std::int64_t key) {
  constexpr std::array<std::string_view, 12> kNames{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
  if (key == DatedPieces::undated) return "Without a date";
  const std::int64_t month = key / kMonth;
  return std::string(kNames[static_cast<std::size_t>(month % 100 - 1)]) + ' ' + std::to_string(month / 100);
}

/// What is written from the right says so; of what has no language the first letters tell.
std::string direction(const Article& article) {
  if (html_language(article.language).empty()) return "auto";
  const std::string known = direction_of(article.language);
  return known.empty() ? "ltr" : known;
}

std::string site_of(const StoredArticle& stored, const Article& article) {
  for (const std::string* name : {&article.site_name, &article.publisher, &stored.host}) {
    std::string line = one_line(*name);
    if (!line.empty()) return line;
  }
  return {};
}

std::string line_of(const StoredArticle& stored, const Article& article, const std::string& id) {
  std::string details = site_of(stored, article);
  if (article.published && article.published->year > 0) {
    if (!details.empty()) details += ", ";
    details += article.published->rfc3339().substr(0, 10);
  }
  HtmlWriter html;
  html.open("li");
  html.open("a", {{"href", "#" + id}});
  html.element("bdi", title_or_first_words(article),
               {{"lang", html_language(article.language)}, {"dir", direction(article)}});
  html.close("a");
  if (!details.empty()) {
    html.text(" ");
    html.open("span");
    html.element("bdi", details);
    html.close("span");
  }
  html.close("li");
  html.new_line();
  return html.take();
}

/// The address as a link, or as text where it is not safe to follow.
void write_address(HtmlWriter& html, std::string_view words, const std::string& address) {
  const std::string url = safe_url(address);
  if (url.empty()) return html.element("bdi", words);
  html.open("a", {{"href", url}});
  html.element("bdi", words);
  html.close("a");
}

void write_footer(HtmlWriter& html, const StoredArticle& stored, const Article& article) {
  const std::string address = article.url.empty() ? stored.page_url : article.url;
  const std::string site = site_of(stored, article);
  html.open("footer", {{"lang", "en"}, {"dir", "ltr"}});
  if (!address.empty() || !site.empty()) {
    html.text("From ");
    write_address(html, site.empty() ? one_line(address) : site, address);
    html.text(". ");
  }
  if (!article.syndicated_from.empty()) {
    html.text("First published by ");
    html.element("bdi", one_line(article.syndicated_from));
    html.text(". ");
  }
  if (!stored.original_url.empty()) {
    html.text("A near-copy of ");
    write_address(html, one_line(stored.original_url), stored.original_url);
    html.text(". ");
  }
  html.element("a", "Contents", {{"href", "#contents"}});
  html.close("footer");
}

std::string section_of(const StoredArticle& stored, const Article& article, const std::string& id) {
  HtmlOptions options;
  options.lazy_pictures = true;
  HtmlWriter open;
  open.open("section", {{"id", id}, {"dir", direction(article)}});
  open.new_line();
  HtmlWriter close;
  write_footer(close, stored, article);
  close.new_line();
  close.close("section");
  close.new_line();
  return open.take() + render_html(article, options) + close.take();
}

std::string head_of(const std::string& title) {
  HtmlWriter html;
  html.open("html", {{"lang", "en"}});
  html.new_line();
  html.open("head");
  html.new_line();
  for (const HtmlWriter::Attributes& meta : {
           HtmlWriter::Attributes{{"charset", "utf-8"}},
           HtmlWriter::Attributes{{"http-equiv", "Content-Security-Policy"},
                                  {"content", std::string(kPolicy)}},
           HtmlWriter::Attributes{{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}},
           HtmlWriter::Attributes{{"name", "referrer"}, {"content", "no-referrer"}},
           HtmlWriter::Attributes{{"name", "color-scheme"}, {"content", "light dark"}},
       }) {
    html.empty("meta", meta);
    html.new_line();
  }
  html.element("title", title);
  html.new_line();
  std::string head = "<!DOCTYPE html>\n" + html.take();
  head.append("<style>").append(kReadingPageStyle).append("</style>\n</head>\n");
  return head;
}

std::string in_words(std::size_t articles) {
  if (articles == 0) return "No articles";
  return articles == 1 ? "One article" : std::to_string(articles) + " articles, the newest first";
}

}  // namespace

ReadingPage::ReadingPage(const std::string& path, const ExportOptions& options)
    : output_(path), pieces_(path), title_(one_line(options.title)) {}

void ReadingPage::write(const StoredArticle& stored) {
  const std::string id = "a-" + identities_.of(stored).short_name();
  const Article article = read_stored_article(stored);
  pieces_.add(key_of(article), line_of(stored, article, id), section_of(stored, article, id));
  ++counts_.articles;
}

void ReadingPage::write_contents() {
  output_.write("<nav id=\"contents\">\n<h2>Contents</h2>\n");
  std::optional<std::string> month;
  for (std::size_t at = 0; at < pieces_.size(); ++at) {
    if (const std::string next = month_of(pieces_.key(at)); next != month) {
      if (month) output_.write("</ul>\n");
      output_.write("<h3>" + next + "</h3>\n<ul>\n");
      month = next;
    }
    output_.write(pieces_.head(at));
  }
  if (month) output_.write("</ul>\n");
  output_.write("</nav>\n");
}

void ReadingPage::finish() {
  pieces_.sort();
  output_.write(head_of(title_));
  HtmlWriter header;
  header.open("header");
  header.element("h1", title_);
  header.element("p", in_words(pieces_.size()));
  header.close("header");
  output_.write("<body>\n" + header.take() + "\n");
  write_contents();
  output_.write("<main>\n");
  for (std::size_t at = 0; at < pieces_.size(); ++at) output_.write(pieces_.body(at));
  output_.write("</main>\n</body>\n</html>\n");
  output_.finish();
}

}  // namespace pith
