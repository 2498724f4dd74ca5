#include "core/export/atom_feed.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include "core/export/atom_time.hpp"
#include "core/export/one_line.hpp"
#include "core/export/stored_article_reader.hpp"
#include "core/export/xml_writer.hpp"
#include "core/render/html.hpp"
#include "core/render/html_writer.hpp"
#include "core/render/language.hpp"
#include "core/render/safe_url.hpp"
#include "pith/date_time.hpp"

namespace pith {
namespace {

/// A time as the feed says it, and its place in the order.
struct Moment {
  std::string text = "1970-01-01T00:00:00Z";
  std::int64_t key = DatedPieces::undated;
};

std::optional<Moment> moment_of(const std::optional<DateTime>& time) {
  if (!time) return std::nullopt;
  std::optional<std::string> text = atom_time(*time);
  if (!text) return std::nullopt;
  return Moment{*std::move(text), time->order_key()};
}

Moment updated_of(const StoredArticle& stored, const Article& article) {
  if (auto modified = moment_of(article.modified)) return *modified;
  if (auto published = moment_of(article.published)) return *published;
  return moment_of(parse_date(stored.fetched_at)).value_or(Moment());
}

/// An address as an IRI (RFC 3987): what safe_url lets stand and an IRI may not hold is encoded.
std::string iri_of(std::string_view address) {
  std::string iri;
  for (const char c : safe_url(address)) {
    switch (c) {
      case '\\':
        iri += "%5C";
        break;
      case '^':
        iri += "%5E";
        break;
      case '{':
        iri += "%7B";
        break;
      case '|':
        iri += "%7C";
        break;
      case '}':
        iri += "%7D";
        break;
      default:
        iri += c;
    }
  }
  return iri;
}

void write_link(XmlWriter& xml, const char* relation, const char* type, const std::string& address) {
  const std::string iri = iri_of(address);
  if (iri.empty()) return;
  xml.open("link");
  xml.attribute("rel", relation);
  xml.attribute("type", type);
  xml.attribute("href", iri);
  xml.close();
  xml.new_line();
}

void write_author(XmlWriter& xml, const std::string& name) {
  xml.open("author");
  xml.element("name", name);
  xml.close();
  xml.new_line();
}

void write_authors(XmlWriter& xml, const StoredArticle& stored, const Article& article) {
  bool any = false;
  for (const std::string& author : article.authors) {
    const std::string name = one_line(author);
    if (name.empty()) continue;
    write_author(xml, name);
    any = true;
  }
  if (any) return;
  for (const std::string* name : {&article.site_name, &article.publisher, &stored.host}) {
    const std::string line = one_line(*name);
    if (!line.empty()) return write_author(xml, line);
  }
  write_author(xml, "Unknown");
}

void write_categories(XmlWriter& xml, const Article& article) {
  std::vector<std::string> terms{article.section};
  terms.insert(terms.end(), article.topics.begin(), article.topics.end());
  for (const std::string& term : terms) {
    const std::string line = one_line(term);
    if (line.empty()) continue;
    xml.open("category");
    xml.attribute("term", line);
    xml.close();
    xml.new_line();
  }
}

void write_known(XmlWriter& xml, const char* element, const std::string& text) {
  const std::string line = one_line(text);
  if (line.empty()) return;
  xml.element(element, line);
  xml.new_line();
}

std::string content_of(const Article& article) {
  std::string body = render_html(article.body);
  const std::string direction = direction_of(article.language);
  if (direction.empty()) return body;
  HtmlWriter html;
  html.open("div", {{"lang", html_language(article.language)}, {"dir", direction}});
  return html.take() + "\n" + body + "</div>\n";
}

void write_content(XmlWriter& xml, const Article& article) {
  xml.open("content");
  xml.attribute("type", "html");
  xml.text(content_of(article));
  xml.close();
  xml.new_line();
}

std::string entry_of(const StoredArticle& stored, const Article& article, const std::string& id,
                     const Moment& updated) {
  XmlWriter xml;
  xml.open("entry");
  const std::string language = html_language(article.language);
  if (!language.empty()) xml.attribute("xml:lang", language);
  xml.new_line();
  write_known(xml, "id", id);
  write_known(xml, "title", title_or_first_words(article));
  write_link(xml, "alternate", "text/html", article.url.empty() ? stored.page_url : article.url);
  write_known(xml, "updated", updated.text);
  if (const auto published = moment_of(article.published)) write_known(xml, "published", published->text);
  write_authors(xml, stored, article);
  write_categories(xml, article);
  write_known(xml, "summary", article.summary);
  write_known(xml, "rights", article.licence);
  write_content(xml, article);
  xml.close();
  return xml.take() + "\n";
}

}  // namespace

AtomFeed::AtomFeed(const std::string& path, const ExportOptions& options)
    : output_(path),
      pieces_(path),
      title_(one_line(options.title)),
      url_(options.feed_url),
      origin_(options.origin) {}

void AtomFeed::write(const StoredArticle& stored) {
  const std::string id = identities_.of(stored).urn();
  const Article article = read_stored_article(stored);
  const Moment updated = updated_of(stored, article);
  pieces_.add(updated.key, updated.text, entry_of(stored, article, id, updated));
  ++counts_.articles;
}

void AtomFeed::finish() {
  pieces_.sort();
  XmlWriter xml;
  xml.declaration();
  xml.open("feed");
  xml.attribute("xmlns", "http://www.w3.org/2005/Atom");
  xml.new_line();
  write_known(xml, "id", identity_of_name(url_.empty() ? origin_ + title_ : url_).urn());
  write_known(xml, "title", title_.empty() ? "Articles" : title_);
  write_known(xml, "updated", pieces_.size() == 0 ? Moment().text : pieces_.head(0));
  write_known(xml, "generator", "Pith");
  write_link(xml, "self", "application/atom+xml", url_);
  output_.write(xml.take());
  for (std::size_t at = 0; at < pieces_.size(); ++at) output_.write(pieces_.body(at));
  xml.close();
  output_.write(xml.take() + "\n");
  output_.finish();
}

}  // namespace pith
