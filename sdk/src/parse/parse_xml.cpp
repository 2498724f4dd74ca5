#include "parse/parse_xml.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <memory>
#include <string>
#include <utility>

#include "parse/table_builder.hpp"
#include "parse/xml_mender.hpp"
#include "parse/xml_namespaces.hpp"

namespace pith {
namespace {

std::string_view view(const xmlChar* text) noexcept {
  return text != nullptr ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

struct ContextDeleter {
  void operator()(xmlParserCtxt* context) const noexcept { xmlFreeParserCtxt(context); }
};

/// Takes libxml2's events and builds rows of them.
class XmlReader {
 public:
  XmlReader(DocumentTable& table, const Limits& limits)
      : table_(table), limits_(limits), builder_(table, limits), mended_(mend_xml(table.source, limits)) {}

  void run() {
    table_.is_xml = true;
    if (!mended_.xml.empty()) parse();
    const bool full = builder_.is_full();
    builder_.finish();
    tell(full);
  }

 private:
  void parse();
  void tell(bool full);
  void start(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int attributes,
             const xmlChar** values);
  void end();
  void characters(std::string_view data) { text_ += data; }
  void flush_text(std::uint32_t next_markup);
  void add_attributes(int count, const xmlChar** values);
  std::string qualified_name(std::string_view local, std::string_view prefix, std::string_view uri) const;
  std::uint32_t offset() const noexcept {
    const xmlParserInput& input = *context_->input;
    return static_cast<std::uint32_t>(input.consumed + static_cast<unsigned long>(input.cur - input.base));
  }
  std::uint32_t markup_before(std::uint32_t offset) const noexcept {
    const std::size_t found = mended_.xml.rfind('<', offset);
    return found == std::string::npos ? 0 : static_cast<std::uint32_t>(found);
  }
  static xmlSAXHandler handler() noexcept;

  DocumentTable& table_;
  const Limits& limits_;
  TableBuilder builder_;
  MendedXml mended_;
  std::unique_ptr<xmlParserCtxt, ContextDeleter> context_;
  std::string text_;
  std::uint32_t text_begin_ = 0;
  std::uint32_t skipped_ = 0;  // elements that are open in the page but have no row
  const KnownNamespace* home_ = nullptr;
  bool has_root_ = false;
  bool ill_formed_ = false;
};

xmlSAXHandler XmlReader::handler() noexcept {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* self, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int,
                          const xmlChar**, int attributes, int, const xmlChar** values) {
    static_cast<XmlReader*>(self)->start(local, prefix, uri, attributes, values);
  };
  sax.endElementNs = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
    static_cast<XmlReader*>(self)->end();
  };
  const auto characters = [](void* self, const xmlChar* data, int length) {
    static_cast<XmlReader*>(self)->characters(
        {reinterpret_cast<const char*>(data), static_cast<std::size_t>(length)});
  };
  sax.characters = characters;
  sax.ignorableWhitespace = characters;
  sax.cdataBlock = characters;
  sax.serror = [](void* self, xmlErrorPtr error) {
    if (error->level == XML_ERR_FATAL) static_cast<XmlReader*>(self)->ill_formed_ = true;
  };
  return sax;
}

/// libxml2 makes its tables when they are first needed, in this way of using it without a lock: two threads
/// at their first feed would make them twice.
void make_tables_once() {
  static const bool made = (xmlInitParser(), true);
  static_cast<void>(made);
}

void XmlReader::parse() {
  make_tables_once();
  xmlSAXHandler sax = handler();
  context_.reset(xmlNewParserCtxt());
  if (context_ == nullptr) return;
  *context_->sax = sax;
  context_->userData = this;
  xmlCtxtUseOptions(context_.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE |
                                        XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  // The options may reset handlers that report errors.
  context_->sax->serror = sax.serror;
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(
      mended_.xml.data(), static_cast<int>(mended_.xml.size()), XML_CHAR_ENCODING_UTF8);
  if (buffer == nullptr) return;
  xmlParserInputPtr input = xmlNewIOInputStream(context_.get(), buffer, XML_CHAR_ENCODING_UTF8);
  if (input == nullptr) {
    xmlFreeParserInputBuffer(buffer);
    return;
  }
  inputPush(context_.get(), input);
  xmlParseDocument(context_.get());
}

std::string XmlReader::qualified_name(std::string_view local, std::string_view prefix,
                                      std::string_view uri) const {
  const KnownNamespace* const known = uri.empty() ? nullptr : find_namespace(uri);
  if (known != nullptr) prefix = known == home_ ? std::string_view{} : known->prefix;
  if (prefix.empty()) return std::string(local);
  return std::string(prefix).append(":").append(local);
}

void XmlReader::start(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int attributes,
                      const xmlChar** values) {
  const std::uint32_t here = offset();
  const std::uint32_t begin = markup_before(here);
  const bool empty = here < mended_.xml.size() && mended_.xml[here] == '/';
  flush_text(begin);
  if (!has_root_) {
    has_root_ = true;
    home_ = find_namespace(view(uri));
    if (home_ != nullptr && !home_->is_home) home_ = nullptr;
  }
  const std::string name = qualified_name(view(local), view(prefix), view(uri));
  const bool is_html = view(uri) == xhtml_namespace;
  text_begin_ = here + (empty ? 2 : 1);
  if (!builder_.open(table_.pool.store(name), is_html ? tag_of(name) : Tag::other, !is_html,
                     atom_hash(name))) {
    ++skipped_;
    if (builder_.is_full()) xmlStopParser(context_.get());
    return;
  }
  add_attributes(attributes, values);
  const std::uint32_t end = mended_.positions.end(text_begin_);
  builder_.place(builder_.current(), mended_.positions.begin(begin), end);
}

void XmlReader::add_attributes(int count, const xmlChar** values) {
  for (int i = 0; i < count; ++i, values += 5) {
    const std::string name = qualified_name(view(values[0]), view(values[1]), view(values[2]));
    const auto length = static_cast<std::size_t>(values[4] - values[3]);
    builder_.attribute(table_.pool.store(name),
                       table_.pool.store({reinterpret_cast<const char*>(values[3]), length}),
                       atom_hash(name));
  }
}

void XmlReader::end() {
  const std::uint32_t here = offset();
  flush_text(markup_before(here == 0 ? 0 : here - 1));
  text_begin_ = here;
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  NodeRow& row = table_.rows[builder_.current()];
  row.source_end = std::max(row.source_end, mended_.positions.end(here));
  builder_.close();
}

void XmlReader::flush_text(std::uint32_t next_markup) {
  if (text_.empty()) return;
  const std::uint32_t begin = mended_.positions.begin(text_begin_);
  const std::uint32_t end = std::max(begin, mended_.positions.end(next_markup));
  builder_.text(table_.pool.store(text_), begin, end);
  text_.clear();
}

void XmlReader::tell(bool full) {
  const auto add = [this](Notice::Kind kind, std::string text) {
    table_.notices.push_back({kind, std::move(text)});
  };
  if (mended_.repaired || ill_formed_)
    add(Notice::Kind::data, "the XML is ill-formed and was read as far as it makes sense");
  if (mended_.dropped_deep || builder_.too_deep()) {
    add(Notice::Kind::limit, "elements nested deeper than " + std::to_string(limits_.depth) +
                                 " were left out, their content kept");
  }
  if (mended_.dropped_attributes || builder_.dropped_attributes()) {
    add(Notice::Kind::limit,
        "attributes beyond " + std::to_string(limits_.attributes) + " of an element were left out");
  }
  if (full) {
    add(Notice::Kind::limit, "elements and texts beyond " + std::to_string(limits_.nodes) + " were left out");
  }
}

}  // namespace

void parse_xml(DocumentTable& table, const Limits& limits) {
  XmlReader(table, limits).run();
}

}  // namespace pith
