#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/block.hpp"
#include "pith/date_time.hpp"
#include "pith/source_range.hpp"

namespace pith {

/// RapidJSON's writers with the habits of the schema: what is not known is null, text is made valid
/// UTF-8, lists are lists even if empty. `Writer` is rapidjson::Writer or PrettyWriter.
template <typename Writer>
class JsonWriter {
 public:
  explicit JsonWriter(Writer& writer) : writer_(writer) {}

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void null() { writer_.Null(); }
  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void number(std::int64_t value) { writer_.Int64(value); }
  void boolean(bool value) { writer_.Bool(value); }
  void string(std::string_view text);
  /// A complete JSON value.
  void raw(std::string_view json);

  /// Members of an object:
  void text(std::string_view name, std::string_view value);        ///< a string, also if empty
  void known_text(std::string_view name, std::string_view value);  ///< null if empty
  void texts(std::string_view name, const std::vector<std::string>& values);
  void texts(std::string_view name, const std::map<std::string, std::string>& values);
  /// `name` in RFC 3339 form and `name`_raw as the page has it.
  void time(std::string_view name, const std::optional<DateTime>& value);
  /// Between 0 and 1, to three places; null if not known.
  void share(std::string_view name, const std::optional<double>& value);
  void image(std::string_view name, const std::optional<Image>& value);
  void image(const Image& value);
  /// [begin, end], or null where nothing in the page corresponds.
  void source(std::string_view name, SourceRange range);

 private:
  Writer& writer_;
};

using CompactJson = rapidjson::Writer<rapidjson::StringBuffer>;
using PrettyJson = rapidjson::PrettyWriter<rapidjson::StringBuffer>;
extern template class JsonWriter<CompactJson>;
extern template class JsonWriter<PrettyJson>;

}  // namespace pith
