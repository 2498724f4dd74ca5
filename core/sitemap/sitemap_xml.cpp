#include "core/sitemap/sitemap_xml.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <memory>
#include <string>
#include <utility>

#include "core/sitemap/xml_repair.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// More text in one element is no URL and no date.
constexpr std::size_t longest_text = 32768;

std::string_view view(const xmlChar* text) noexcept {
  return text != nullptr ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

/// Builds entries of libxml2's events. Goes by the names alone, not by how they are nested: end tags that are
/// missing or wrong do not matter.
class EntryBuilder {
 public:
  explicit EntryBuilder(const TakeSitemapEntry& take) : take_(take) {}

  void start(std::string_view name, std::string_view prefix) {
    text_ = nullptr;
    if (name == "url" || name == "sitemap") {
      finish_entry();
      prefix_ = prefix;
      return;
    }
    // Not image:loc, video:player_loc and the like.
    if (prefix != prefix_) return;
    if (name == "loc" && entry_.url.empty()) text_ = &entry_.url;
    if (name == "lastmod" && entry_.lastmod.empty()) text_ = &entry_.lastmod;
  }
  void characters(std::string_view data) {
    if (text_ != nullptr && text_->size() <= longest_text) *text_ += data;
  }
  void end() { text_ = nullptr; }
  /// At the end of the text an element that is still open is not known to be whole.
  void finish() {
    if (text_ != nullptr) text_->clear();
    finish_entry();
  }
  bool wants_no_more() const noexcept { return done_; }

 private:
  void finish_entry() {
    SitemapEntry entry{std::string(trim(entry_.url)), std::string(trim(entry_.lastmod))};
    entry_ = {};
    if (!done_ && !entry.url.empty()) done_ = !take_(std::move(entry));
  }

  const TakeSitemapEntry& take_;
  SitemapEntry entry_;
  std::string* text_ = nullptr;  ///< where the text of the open element goes
  std::string prefix_;           ///< of the entry's element
  bool done_ = false;
};

struct FreeContext {
  void operator()(xmlParserCtxt* context) const noexcept { xmlFreeParserCtxt(context); }
};

xmlSAXHandler handler() noexcept {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar*, int,
                          const xmlChar**, int, int, const xmlChar**) {
    static_cast<EntryBuilder*>(self)->start(view(name), view(prefix));
  };
  sax.endElementNs = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<EntryBuilder*>(self)->end();
  };
  const auto characters = [](void* self, const xmlChar* data, int length) {
    static_cast<EntryBuilder*>(self)->characters(
        {reinterpret_cast<const char*>(data), static_cast<std::size_t>(length)});
  };
  sax.characters = characters;
  sax.ignorableWhitespace = characters;
  sax.cdataBlock = characters;
  // Without a handler errors would be printed. Whether there were any the context knows.
  sax.serror = [](void*, xmlErrorPtr) {};
  return sax;
}

/// libxml2 makes its tables when they are first needed, without a lock.
void make_tables_once() {
  static const bool made = (xmlInitParser(), true);
  static_cast<void>(made);
}

}  // namespace

bool read_sitemap_xml(std::string_view text, const TakeSitemapEntry& take) {
  make_tables_once();
  EntryBuilder builder(take);
  xmlSAXHandler sax = handler();
  const std::unique_ptr<xmlParserCtxt, FreeContext> parser(
      xmlCreatePushParserCtxt(&sax, &builder, nullptr, 0, nullptr));
  if (!parser) return false;
  // Without XML_PARSE_HUGE: depth and length of texts keep to libxml2's limits. What is pushed holds no
  // document type, so there are no entities to resolve.
  xmlCtxtUseOptions(parser.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  XmlRepair repair(text);
  while (!builder.wants_no_more()) {
    const std::string_view piece = repair.next();
    if (piece.empty()) break;
    xmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0);
    if (parser->disableSAX != 0) break;  // beyond repair
  }
  if (builder.wants_no_more()) return true;
  xmlParseChunk(parser.get(), nullptr, 0, 1);
  builder.finish();
  return parser->wellFormed != 0 && !repair.repaired();
}

}  // namespace pith
