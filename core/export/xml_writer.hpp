#pragma once

#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

#include <memory>
#include <string>
#include <string_view>

namespace pith {

/// Writes XML into memory by libxml2's writer, which escapes. Names are literals of ours; texts and
/// attributes are made displayable (utf8.hpp), so that XML 1.0 (section 2.2) can hold them. Throws Error if
/// memory runs out.
class XmlWriter {
 public:
  XmlWriter();

  /// `<?xml version="1.0" encoding="UTF-8"?>`
  void declaration();
  void open(const char* element);
  void attribute(const char* name, std::string_view value);
  void close();
  void text(std::string_view text);
  /// A line break between elements.
  void new_line();
  /// An element with a text.
  void element(const char* name, std::string_view text);
  /// What has been written since it was last taken.
  std::string take();

 private:
  using Buffer = std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)>;
  using Writer = std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)>;
  Buffer buffer_;
  Writer writer_;
};

}  // namespace pith
