#include "metadata/meta_rules.hpp"

#include <unordered_map>

#include "pith/text.hpp"

namespace pith::metadata {
namespace {

using Rules = std::unordered_map<std::string_view, MetaRule>;

const Rules& rules() {
  static const Rules table{
      {"og:title", {Field::title, trust_open_graph}},
      {"parsely-title", {Field::title, trust_publisher_meta}},
      {"sailthru.title", {Field::title, trust_publisher_meta}},
      {"citation_title", {Field::title, trust_publisher_meta}},
      {"headline", {Field::title, trust_publisher_meta}},
      {"dc.title", {Field::title, trust_dublin_core}},
      {"dcterms.title", {Field::title, trust_dublin_core}},
      {"twitter:title", {Field::title, trust_twitter}},
      {"title", {Field::title, trust_plain_meta}},

      {"og:description", {Field::description, trust_open_graph}},
      {"sailthru.description", {Field::description, trust_publisher_meta}},
      {"dc.description", {Field::description, trust_dublin_core}},
      {"dcterms.abstract", {Field::description, trust_dublin_core}},
      {"dcterms.description", {Field::description, trust_dublin_core}},
      {"twitter:description", {Field::description, trust_twitter}},
      {"description", {Field::description, trust_plain_meta}},

      {"article:author", {Field::author, trust_open_graph}},
      {"og:article:author", {Field::author, trust_open_graph}},
      {"article:author_name", {Field::author, trust_open_graph}},
      {"og:author", {Field::author, trust_open_graph}},
      {"parsely-author", {Field::author, trust_publisher_meta}},
      {"sailthru.author", {Field::author, trust_publisher_meta}},
      {"citation_author", {Field::author, trust_publisher_meta}},
      {"cxenseparse:author", {Field::author, trust_publisher_meta}},
      {"byl", {Field::author, trust_publisher_meta}},
      {"dc.creator", {Field::author, trust_dublin_core}},
      {"dcterms.creator", {Field::author, trust_dublin_core}},
      {"author", {Field::author, trust_plain_meta}},
      {"authors", {Field::author, trust_plain_meta}},
      {"byline", {Field::author, trust_plain_meta}},

      {"article:published_time", {Field::published, trust_open_graph}},
      {"og:article:published_time", {Field::published, trust_open_graph}},
      {"article:published", {Field::published, trust_open_graph}},
      {"og:published_time", {Field::published, trust_open_graph}},
      {"og:pubdate", {Field::published, trust_open_graph}},
      {"parsely-pub-date", {Field::published, trust_publisher_meta}},
      {"sailthru.date", {Field::published, trust_publisher_meta}},
      {"citation_publication_date", {Field::published, trust_publisher_meta}},
      {"citation_online_date", {Field::published, trust_publisher_meta}},
      {"citation_date", {Field::published, trust_publisher_meta}},
      {"cxenseparse:recs:publishtime", {Field::published, trust_publisher_meta}},
      {"cxenseparse:publishtime", {Field::published, trust_publisher_meta}},
      {"prism.publicationdate", {Field::published, trust_publisher_meta}},
      {"rnews:datepublished", {Field::published, trust_publisher_meta}},
      {"shareaholic:article_published_time", {Field::published, trust_publisher_meta}},
      {"bt:pubdate", {Field::published, trust_publisher_meta}},
      {"dcterms.issued", {Field::published, trust_dublin_core}},
      {"dc.date.issued", {Field::published, trust_dublin_core}},
      {"dc.issued", {Field::published, trust_dublin_core}},
      {"dcterms.date", {Field::published, trust_dublin_core}},
      {"dc.date", {Field::published, trust_dublin_core}},
      {"dcterms.created", {Field::published, trust_dublin_core}},
      {"dc.date.created", {Field::published, trust_dublin_core}},
      {"dc.created", {Field::published, trust_dublin_core}},
      {"datepublished", {Field::published, trust_plain_meta}},
      {"pubdate", {Field::published, trust_plain_meta}},
      {"pub_date", {Field::published, trust_plain_meta}},
      {"publish-date", {Field::published, trust_plain_meta}},
      {"publish_date", {Field::published, trust_plain_meta}},
      {"publishdate", {Field::published, trust_plain_meta}},
      {"publication_date", {Field::published, trust_plain_meta}},
      {"publicationdate", {Field::published, trust_plain_meta}},
      {"publication-date", {Field::published, trust_plain_meta}},
      {"published_date", {Field::published, trust_plain_meta}},
      {"published-date", {Field::published, trust_plain_meta}},
      {"published", {Field::published, trust_plain_meta}},
      {"article_date_original", {Field::published, trust_plain_meta}},
      {"originalpublicationdate", {Field::published, trust_plain_meta}},
      {"article.published", {Field::published, trust_plain_meta}},
      {"article.created", {Field::published, trust_plain_meta}},
      {"release_date", {Field::published, trust_plain_meta}},
      {"datecreated", {Field::published, trust_plain_meta + 1}},
      {"date", {Field::published, trust_plain_meta + 1}},
      {"date.release", {Field::published, trust_plain_meta + 1}},

      {"article:modified_time", {Field::modified, trust_open_graph}},
      {"article:modified", {Field::modified, trust_open_graph}},
      {"og:article:modified_time", {Field::modified, trust_open_graph}},
      {"article:updated", {Field::modified, trust_open_graph}},
      {"og:updated_time", {Field::modified, trust_open_graph}},
      {"og:modified_time", {Field::modified, trust_open_graph}},
      {"dcterms.modified", {Field::modified, trust_dublin_core}},
      {"dc.date.modified", {Field::modified, trust_dublin_core}},
      {"datemodified", {Field::modified, trust_plain_meta}},
      {"last-modified", {Field::modified, trust_plain_meta}},
      {"lastmod", {Field::modified, trust_plain_meta}},
      {"lastmodified", {Field::modified, trust_plain_meta}},
      {"modified-date", {Field::modified, trust_plain_meta}},
      {"updated date", {Field::modified, trust_plain_meta}},
      {"revised", {Field::modified, trust_plain_meta}},

      {"og:locale", {Field::language, trust_open_graph}},
      {"dc.language", {Field::language, trust_dublin_core}},
      {"dcterms.language", {Field::language, trust_dublin_core}},
      {"citation_language", {Field::language, trust_publisher_meta}},
      {"content-language", {Field::language, trust_plain_meta}},
      {"language", {Field::language, trust_plain_meta}},

      {"og:url", {Field::canonical, trust_open_graph}},
      {"parsely-link", {Field::canonical, trust_publisher_meta}},
      {"twitter:url", {Field::canonical, trust_twitter}},

      {"og:site_name", {Field::site_name, trust_open_graph}},
      {"citation_journal_title", {Field::site_name, trust_publisher_meta}},
      {"dc.publisher", {Field::site_name, trust_dublin_core}},
      {"dcterms.publisher", {Field::site_name, trust_dublin_core}},
      {"application-name", {Field::site_name, trust_plain_meta}},
      {"apple-mobile-web-app-title", {Field::site_name, trust_plain_meta + 1}},

      {"article:section", {Field::section, trust_open_graph}},
      {"og:article:section", {Field::section, trust_open_graph}},
      {"parsely-section", {Field::section, trust_publisher_meta}},
      {"section", {Field::section, trust_plain_meta}},

      {"article:tag", {Field::topic, trust_open_graph, true}},
      {"og:article:tag", {Field::topic, trust_open_graph, true}},
      {"parsely-tags", {Field::topic, trust_publisher_meta, true}},
      {"sailthru.tags", {Field::topic, trust_publisher_meta, true}},
      {"citation_keywords", {Field::topic, trust_publisher_meta, true}},
      {"dc.subject", {Field::topic, trust_dublin_core, true}},
      {"dcterms.subject", {Field::topic, trust_dublin_core, true}},
      {"news_keywords", {Field::topic, trust_plain_meta, true}},
      {"keywords", {Field::topic, trust_plain_meta + 1, true}},

      {"dc.rights", {Field::licence, trust_dublin_core}},
      {"dcterms.license", {Field::licence, trust_dublin_core}},
      {"dcterms.rights", {Field::licence, trust_dublin_core}},

      {"og:image", {Field::image, trust_open_graph}},
      {"og:image:url", {Field::image, trust_open_graph}},
      {"og:image:secure_url", {Field::image, trust_open_graph}},
      {"parsely-image-url", {Field::image, trust_publisher_meta}},
      {"sailthru.image.full", {Field::image, trust_publisher_meta}},
      {"twitter:image", {Field::image, trust_twitter}},
      {"twitter:image:src", {Field::image, trust_twitter}},
      {"thumbnail", {Field::image, trust_plain_meta}},

      {"og:type", {Field::type, trust_open_graph}},
      {"parsely-type", {Field::type, trust_publisher_meta}},
      {"dc.type", {Field::type, trust_dublin_core}},
  };
  return table;
}

}  // namespace

std::string meta_key(std::string_view name) {
  std::string key = lower_ascii(trim(name));
  for (const std::string_view prefix : {"dc:", "dcterms:"}) {
    if (key.starts_with(prefix)) key[prefix.size() - 1] = '.';
  }
  return key;
}

const MetaRule* meta_rule(std::string_view key) {
  const auto found = rules().find(key);
  return found == rules().end() ? nullptr : &found->second;
}

Field field_of_property(std::string_view property) {
  // RDFa writes the vocabulary before the name: "schema:headline".
  if (const auto colon = property.rfind(':'); colon != std::string_view::npos)
    property.remove_prefix(colon + 1);
  static const std::unordered_map<std::string_view, Field> fields{
      {"headline", Field::title},
      {"description", Field::description},
      {"author", Field::author},
      {"creator", Field::author},
      {"datePublished", Field::published},
      {"dateCreated", Field::published},
      {"dateModified", Field::modified},
      {"inLanguage", Field::language},
      {"articleSection", Field::section},
      {"keywords", Field::topic},
      {"image", Field::image},
      {"license", Field::licence},
      {"publisher", Field::site_name},
  };
  const auto found = fields.find(property);
  return found == fields.end() ? Field::count_ : found->second;
}

}  // namespace pith::metadata
