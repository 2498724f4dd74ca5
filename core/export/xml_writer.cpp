#include "core/export/xml_writer.hpp"

#include "core/render/utf8.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

void check(int result) {
  if (result < 0) throw Error("XML cannot be written: out of memory");
}

const xmlChar* bytes_of(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

/// Control characters go with what cannot be shown, and so do the two that are no characters.
std::string allowed(std::string_view text) {
  std::string kept = displayable(text);
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = kept.find(none); at != std::string::npos; at = kept.find(none, at)) {
      kept.erase(at, none.size());
    }
  }
  return kept;
}

}  // namespace

XmlWriter::XmlWriter() : buffer_(xmlBufferCreate(), xmlBufferFree), writer_(nullptr, xmlFreeTextWriter) {
  if (buffer_) writer_.reset(xmlNewTextWriterMemory(buffer_.get(), 0));
  check(writer_ ? 0 : -1);
}

void XmlWriter::declaration() {
  check(xmlTextWriterStartDocument(writer_.get(), "1.0", "UTF-8", nullptr));
}

void XmlWriter::open(const char* element) {
  check(xmlTextWriterStartElement(writer_.get(), reinterpret_cast<const xmlChar*>(element)));
}

void XmlWriter::attribute(const char* name, std::string_view value) {
  const std::string kept = allowed(value);
  check(xmlTextWriterWriteAttribute(writer_.get(), reinterpret_cast<const xmlChar*>(name), bytes_of(kept)));
}

void XmlWriter::close() {
  check(xmlTextWriterEndElement(writer_.get()));
}

void XmlWriter::text(std::string_view text) {
  const std::string kept = allowed(text);
  check(xmlTextWriterWriteString(writer_.get(), bytes_of(kept)));
}

void XmlWriter::new_line() {
  check(xmlTextWriterWriteRaw(writer_.get(), reinterpret_cast<const xmlChar*>("\n")));
}

void XmlWriter::element(const char* name, std::string_view text) {
  open(name);
  this->text(text);
  close();
}

std::string XmlWriter::take() {
  check(xmlTextWriterFlush(writer_.get()));
  const xmlChar* written = xmlBufferContent(buffer_.get());
  std::string text(reinterpret_cast<const char*>(written),
                   static_cast<std::size_t>(xmlBufferLength(buffer_.get())));
  xmlBufferEmpty(buffer_.get());
  return text;
}

}  // namespace pith
