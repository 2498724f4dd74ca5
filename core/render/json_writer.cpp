#include "core/render/json_writer.hpp"

#include <cmath>

#include "core/render/utf8.hpp"

namespace pith {

template <typename Writer>
void JsonWriter<Writer>::string(std::string_view text) {
  const std::string valid = valid_utf8(text);
  writer_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

template <typename Writer>
void JsonWriter<Writer>::raw(std::string_view json) {
  const std::string valid = valid_utf8(json);
  writer_.RawValue(valid.data(), valid.size(), rapidjson::kStringType);
}

template <typename Writer>
void JsonWriter<Writer>::text(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

template <typename Writer>
void JsonWriter<Writer>::known_text(std::string_view name, std::string_view value) {
  key(name);
  if (value.empty()) return null();
  string(value);
}

template <typename Writer>
void JsonWriter<Writer>::texts(std::string_view name, const std::vector<std::string>& values) {
  key(name);
  begin_array();
  for (const std::string& value : values) string(value);
  end_array();
}

template <typename Writer>
void JsonWriter<Writer>::texts(std::string_view name, const std::map<std::string, std::string>& values) {
  key(name);
  begin_object();
  for (const auto& [member, value] : values) text(valid_utf8(member), value);
  end_object();
}

template <typename Writer>
void JsonWriter<Writer>::time(std::string_view name, const std::optional<DateTime>& value) {
  known_text(name, value ? value->rfc3339() : std::string());
  known_text(std::string(name) + "_raw", value ? value->raw : std::string());
}

template <typename Writer>
void JsonWriter<Writer>::share(std::string_view name, const std::optional<double>& value) {
  constexpr double places = 1000;
  key(name);
  if (value) {
    writer_.Double(std::round(*value * places) / places);
  } else {
    null();
  }
}

template <typename Writer>
void JsonWriter<Writer>::image(std::string_view name, const std::optional<Image>& value) {
  key(name);
  if (!value) return null();
  image(*value);
}

template <typename Writer>
void JsonWriter<Writer>::image(const Image& value) {
  begin_object();
  text("url", value.url);
  known_text("alt", value.alt);
  key("width");
  value.width > 0 ? number(value.width) : null();
  key("height");
  value.height > 0 ? number(value.height) : null();
  end_object();
}

template <typename Writer>
void JsonWriter<Writer>::source(std::string_view name, SourceRange range) {
  key(name);
  if (range == SourceRange{}) return null();
  begin_array();
  number(range.begin);
  number(range.end);
  end_array();
}

template class JsonWriter<CompactJson>;
template class JsonWriter<PrettyJson>;

}  // namespace pith
