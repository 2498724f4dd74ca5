#include "xml_feed_reader.hpp"

#include <algorithm>
#include <utility>

#include "feed_date.hpp"
#include "feed_links.hpp"
#include "pith/names.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"
#include "xml_names.hpp"

namespace feeds {
namespace {

using pith::Node;

Node root_of(const pith::Document& document) {
  return document.root().first_element();
}

/// The first of several elements that holds a date; one that cannot be read only where no other can.
std::optional<pith::DateTime> date_of(Node parent, std::initializer_list<std::string_view> names) {
  std::optional<pith::DateTime> unread;
  for (const auto name : names) {
    auto date = read_feed_date(child_text(parent, name));
    if (is_known(date)) return date;
    if (!unread) unread = std::move(date);
  }
  return unread;
}

int pixels(std::string_view text) {
  int size = 0;
  for (const char c : pith::trim(text)) {
    if (c < '0' || c > '9' || size > 100'000) break;
    size = size * 10 + (c - '0');
  }
  return size;
}

void add_names(std::vector<std::string>& names, std::string_view byline) {
  for (auto& name : pith::split_names(byline)) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
}

/// RSS 2.0, `author`: an address, with the name in parentheses: "ann@example.com (Ann Lee)". Some put only a
/// name.
void add_rss_author(std::vector<std::string>& names, const std::string& author) {
  const auto open = author.find('(');
  const auto close = author.rfind(')');
  if (author.find('@') == std::string::npos) return add_names(names, author);
  if (open != std::string::npos && close != std::string::npos && close > open)
    add_names(names, author.substr(open + 1, close - open - 1));
}

/// An author as elements, which is Atom's way, is read by its name.
std::string author_text(Node author) {
  for (const char* name : {"name", "atom:name"}) {
    if (auto text = plain(child_text(author, name)); !text.empty()) return text;
  }
  return plain(author.text_content());
}

/// Reads one feed; `base` follows xml:base as far as feeds use it, on the root and on entries.
class XmlFeedReader {
 public:
  XmlFeedReader(Node root, std::string_view page_url) : root_(root), base_(page_url) { rebase(root); }

  Feed read() {
    if (local_name(root_) == "feed") {
      read_atom();
    } else {
      read_rss();
    }
    return std::move(feed_);
  }

 private:
  void rebase(Node node) { base_ = base_of(node, base_); }

  std::string absolute(std::string_view reference) const { return absolute_url(base_, reference); }

  // ---- RSS ---------------------------------------------------------------------------------------
  void read_rss() {
    const bool rdf = local_name(root_) == "rdf";
    const auto version = root_.attribute("version");
    feed_.format = rdf ? "RSS 1.0" : "RSS " + (version.empty() ? std::string("2.0") : std::string(version));
    Node channel = child(root_, "channel");
    if (!channel) channel = root_;
    read_rss_channel(channel);
    // Items stand in the channel; in RSS 1.0, and where a broken feed closed its channel early, beside it.
    for (const Node parent : {channel, root_}) {
      for (const Node item : children(parent, "item")) feed_.entries.push_back(read_item(item));
      if (parent == root_ || channel == root_) break;
    }
  }

  void read_rss_channel(Node channel) {
    pith::Channel& about = feed_.channel;
    about.title = plain(child_text(channel, "title"));
    about.url = absolute(child_text(channel, "link"));
    about.summary = plain(child_text(channel, "description"));
    about.language = child_text(channel, "language");
    if (about.language.empty()) about.language = child_text(channel, "dc:language");
    about.copyright = plain(child_text(channel, "copyright"));
    if (about.copyright.empty()) about.copyright = plain(child_text(channel, "dc:rights"));
    about.updated = date_of(channel, {"lastBuildDate", "lastbuilddate", "pubDate", "pubdate", "dc:date"});
    Node image = child(channel, "image");
    if (!child(image, "url")) image = child(root_, "image");
    if (const auto url = absolute(child_text(image, "url")); !url.empty())
      about.image = pith::Image{url, plain(child_text(image, "title")), pixels(child_text(image, "width")),
                                pixels(child_text(image, "height"))};
    if (pith::is_web_url(about.url) && root_.attribute("xml:base").empty()) base_ = about.url;
  }

  Entry read_item(Node item) {
    const std::string outer = base_;
    rebase(item);
    Entry entry;
    entry.title = plain(child_text(item, "title"));
    entry.url = rss_link(item, base_);
    entry.base = base_;
    for (const Node creator : children(item, "dc:creator"))
      add_names(entry.authors, plain(creator.text_content()));
    for (const char* name : {"author", "atom:author", "itunes:author"}) {
      if (!entry.authors.empty()) break;
      for (const Node author : children(item, name)) add_rss_author(entry.authors, author_text(author));
    }
    entry.summary = child_html(item, "description");
    if (entry.summary.empty()) entry.summary = child_text(item, "itunes:summary");
    if (entry.summary.empty()) entry.summary = child_text(item, "media:description");
    entry.content = child_html(item, "content:encoded");
    // An old module: the text as elements of XHTML.
    if (entry.content.empty()) entry.content = inner_html(child(item, "body"));
    entry.published = date_of(item, {"pubDate", "pubdate", "dc:date", "dcterms:created", "dcterms:issued"});
    entry.modified = date_of(item, {"atom:updated", "dcterms:modified"});
    for (const char* name : {"category", "dc:subject"}) {
      for (const Node category : children(item, name)) {
        auto label = plain(category.text_content());
        if (!label.empty()) entry.categories.push_back(std::move(label));
      }
    }
    entry.publisher = plain(child_text(item, "source"));
    if (entry.publisher.empty()) entry.publisher = plain(child_text(item, "dc:publisher"));
    entry.language = child_text(item, "dc:language");
    entry.licence = child_text(item, "creativecommons:license");
    read_media(item, entry);
    base_ = outer;
    return entry;
  }

  /// Pictures in the order of how well they are described: media:content tells its size in pixels, while the
  /// `length` of an enclosure is a number of bytes (or, in some feeds, whatever else).
  void read_media(Node item, Entry& entry) {
    std::vector<Node> holders{item};
    for (const Node group : children(item, "media:group")) holders.push_back(group);
    for (const Node holder : holders) {
      for (const Node media : children(holder, "media:content")) read_media_content(media, entry);
    }
    for (const Node holder : holders) {
      for (const Node thumbnail : children(holder, "media:thumbnail")) {
        if (!entry.image) set_image(entry, thumbnail, "url");
      }
    }
    for (const Node enclosure : children(item, "enclosure")) read_file(enclosure, "url", entry);
    if (const Node picture = child(item, "itunes:image"); picture && !entry.image)
      set_image(entry, picture, "href");
  }

  void read_media_content(Node media, Entry& entry) {
    const std::string medium = pith::lower_ascii(media.attribute("medium"));
    const std::string type = pith::lower_ascii(media.attribute("type"));
    const bool picture = medium == "image" || type.starts_with("image/") || (medium.empty() && type.empty());
    if (picture) {
      if (!entry.image || pixels(media.attribute("width")) > entry.image->width)
        set_image(entry, media, "url");
      return;
    }
    read_file(media, "url", entry);
    if (const Node thumbnail = child(media, "media:thumbnail"); thumbnail && !entry.image)
      set_image(entry, thumbnail, "url");
  }

  void set_image(Entry& entry, Node node, std::string_view attribute) {
    auto url = absolute(node.attribute(attribute));
    if (!pith::is_web_url(url)) return;
    std::string alt = plain(child_text(node, "media:title"));
    if (alt.empty()) alt = plain(child_text(node, "media:description"));
    entry.image = pith::Image{std::move(url), std::move(alt), pixels(node.attribute("width")),
                              pixels(node.attribute("height"))};
  }

  void read_file(Node node, std::string_view attribute, Entry& entry) {
    const std::string type = pith::lower_ascii(node.attribute("type"));
    auto url = absolute(node.attribute(attribute));
    if (!pith::is_web_url(url)) return;
    if (type.starts_with("image/")) {
      if (!entry.image) entry.image = pith::Image{std::move(url), "", 0, 0};
      return;
    }
    for (const auto& known : entry.attachments) {
      if (known.url == url) return;
    }
    entry.attachments.push_back(
        {std::move(url), type.empty() ? pith::lower_ascii(node.attribute("medium")) : type});
  }

  // ---- Atom --------------------------------------------------------------------------------------
  void read_atom() {
    feed_.format = "Atom";
    pith::Channel& about = feed_.channel;
    about.title = plain(text_construct(child(root_, "title")));
    about.summary = plain(text_construct(child(root_, "subtitle")));
    if (about.summary.empty()) about.summary = plain(child_text(root_, "tagline"));
    about.copyright = plain(text_construct(child(root_, "rights")));
    about.language = root_.attribute("xml:lang");
    about.updated = date_of(root_, {"updated", "modified"});
    about.url = atom_link(root_, base_);
    for (const char* name : {"logo", "icon"}) {
      if (auto url = absolute(child_text(root_, name)); !about.image && pith::is_web_url(url))
        about.image = pith::Image{std::move(url), "", 0, 0};
    }
    if (root_.attribute("xml:base").empty() && pith::is_web_url(about.url)) base_ = about.url;
    std::vector<std::string> authors;
    add_people(root_, authors);
    for (const Node node : children(root_, "entry")) {
      feed_.entries.push_back(read_entry(node));
      // RFC 4287, section 4.2.1: the feed's author is that of entries without one.
      if (feed_.entries.back().authors.empty()) feed_.entries.back().authors = authors;
    }
  }

  Entry read_entry(Node node) {
    const std::string outer = base_;
    rebase(node);
    Entry entry;
    entry.title = plain(text_construct(child(node, "title")));
    entry.url = atom_entry_link(node, base_);
    entry.base = base_of(child(node, child(node, "content") ? "content" : "summary"), base_);
    add_people(node, entry.authors);
    const Node source = child(node, "source");
    if (entry.authors.empty()) add_people(source, entry.authors);
    if (entry.authors.empty()) add_names(entry.authors, plain(child_text(node, "dc:creator")));
    entry.publisher = plain(text_construct(child(source, "title")));
    entry.summary = text_construct(child(node, "summary"));
    entry.content = text_construct(child(node, "content"));
    entry.published = date_of(node, {"published", "issued", "created", "dc:date"});
    entry.modified = date_of(node, {"updated", "modified"});
    // Without a date of its own the last change is all that is known.
    if (!is_known(entry.published) && is_known(entry.modified)) entry.published = entry.modified;
    for (const Node category : children(node, "category")) {
      auto label = plain(category.attribute("label"));
      if (label.empty()) label = plain(category.attribute("term"));
      if (!label.empty()) entry.categories.push_back(std::move(label));
    }
    entry.language = node.attribute("xml:lang");
    entry.licence = atom_link(node, base_, "license");
    for (const Node link : children(node, "link")) {
      if (link.attribute("rel") == "enclosure") read_file(link, "href", entry);
    }
    read_media(node, entry);
    base_ = outer;
    return entry;
  }

  void add_people(Node parent, std::vector<std::string>& names) {
    for (const char* kind : {"author", "contributor"}) {
      for (const Node person : children(parent, kind))
        add_names(names, pith::name_in_order(plain(child_text(person, "name"))));
    }
  }

  /// RFC 4287, section 3.1: text is text, html is escaped, xhtml is a div of elements.
  static std::string text_construct(Node node) {
    const std::string type = pith::lower_ascii(node.attribute("type"));
    if (type == "xhtml" || type == "application/xhtml+xml") return inner_html(node);
    std::string text = node.text_content();
    if (type.empty() || type == "text" || type == "text/plain") {
      std::string escaped;
      for (const char c : text) {
        if (c == '<') {
          escaped += "&lt;";
        } else {
          escaped += c;
        }
      }
      return std::string(pith::trim(escaped));
    }
    return std::string(pith::trim(text));
  }

  Node root_;
  std::string base_;
  Feed feed_;
};

}  // namespace

bool is_xml_feed(const pith::Document& document) {
  if (!document.is_xml()) return false;
  const Node root = root_of(document);
  const std::string name = local_name(root);
  if (name == "rss" || name == "feed") return true;
  return name == "rdf" && (child(root, "channel") || child(root, "item"));
}

Feed read_xml_feed(const pith::Document& document, std::string_view page_url) {
  return XmlFeedReader(root_of(document), page_url).read();
}

}  // namespace feeds
