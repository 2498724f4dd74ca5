#include "core/export/xml_writer.hpp"

#include <libxml/entities.h>

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

/// xmlTextWriterWriteAttribute writes every character that is not ASCII as a number.
void XmlWriter::attribute(const char* name, std::string_view value) {
  const std::unique_ptr<xmlChar, void (*)(void*)> escaped(
      xmlEncodeSpecialChars(nullptr, bytes_of(displayable(value))), xmlFree);
  check(escaped ? 0 : -1);
  check(xmlTextWriterStartAttribute(writer_.get(), reinterpret_cast<const xmlChar*>(name)));
  check(xmlTextWriterWriteRaw(writer_.get(), escaped.get()));
  check(xmlTextWriterEndAttribute(writer_.get()));
}

void XmlWriter::close() {
  check(xmlTextWriterEndElement(writer_.get()));
}

void XmlWriter::text(std::string_view text) {
  check(xmlTextWriterWriteString(writer_.get(), bytes_of(displayable(text))));
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
