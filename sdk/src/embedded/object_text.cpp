#include "embedded/object_text.hpp"

#include "metadata/candidate.hpp"

namespace pith::embedded {

std::string text_in(JsonValue value) {
  for (int depth = 0; depth < 3; ++depth) {
    if (value.is_array()) value = value.at(0);
    if (!value.is_object()) break;
    JsonValue inner;
    for (const char* name : {"rendered", "basic", "default", "main", "text", "value", "title", "name",
                             "headline", "label", "plain", "html", "full", "short", "url", "src"}) {
      if (!inner && value[name]) inner = value[name];
    }
    value = inner;
  }
  return metadata::clean_value(value.scalar());
}

std::string first_text(JsonValue object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (auto text = text_in(object[name]); !text.empty()) return text;
  }
  return {};
}

}  // namespace pith::embedded
