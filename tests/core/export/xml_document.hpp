#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pith::test {

/// XML as libxml2 reads it, without the network and without mending anything.
class XmlDocument {
 public:
  /// Fails the test if the text is not well-formed.
  explicit XmlDocument(const std::string& text);

  xmlNode* root() const { return xmlDocGetRootElement(document_.get()); }
  /// All elements of a name, in order; of "*" all there are.
  std::vector<xmlNode*> all(std::string_view name) const;

  static std::string name(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }
  /// The attribute; empty if absent.
  static std::string attribute(xmlNode* node, const char* name);
  static std::string text(xmlNode* node);
  static std::vector<xmlNode*> children(xmlNode* node, std::string_view name);

 private:
  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
};

}  // namespace pith::test
