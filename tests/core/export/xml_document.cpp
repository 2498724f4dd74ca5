#include "tests/core/export/xml_document.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>

namespace pith::test {
namespace {

std::string taken(xmlChar* text) {
  const std::unique_ptr<xmlChar, void (*)(void*)> owner(text, xmlFree);
  return text != nullptr ? reinterpret_cast<const char*>(text) : "";
}

}  // namespace

XmlDocument::XmlDocument(const std::string& text)
    : document_(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
                xmlFreeDoc) {
  const xmlError* error = xmlGetLastError();
  EXPECT_NE(document_, nullptr) << (error != nullptr ? error->message : "") << text.substr(0, 2000);
}

std::vector<xmlNode*> XmlDocument::all(std::string_view name) const {
  std::vector<xmlNode*> found;
  std::vector<xmlNode*> todo{root()};
  while (!todo.empty()) {
    xmlNode* node = todo.back();
    todo.pop_back();
    if (name == "*" || XmlDocument::name(node) == name) found.push_back(node);
    for (xmlNode* child = xmlLastElementChild(node); child != nullptr;
         child = xmlPreviousElementSibling(child)) {
      todo.push_back(child);
    }
  }
  return found;
}

std::string XmlDocument::attribute(xmlNode* node, const char* name) {
  return taken(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
}

std::string XmlDocument::text(xmlNode* node) {
  return taken(xmlNodeGetContent(node));
}

std::vector<xmlNode*> XmlDocument::children(xmlNode* node, std::string_view name) {
  std::vector<xmlNode*> found;
  for (xmlNode* child = xmlFirstElementChild(node); child != nullptr; child = xmlNextElementSibling(child)) {
    if (XmlDocument::name(child) == name) found.push_back(child);
  }
  return found;
}

}  // namespace pith::test
