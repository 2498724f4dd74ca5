#include "pith/json.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <cmath>
#include <string>
#include <utility>

#include "json/json_repair.hpp"
#include "pith/charset.hpp"

namespace pith {
namespace {

using Value = rapidjson::Value;

const Value& as_value(const void* value) {
  return *static_cast<const Value*>(value);
}
std::string_view text_of(const Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

constexpr unsigned strict = rapidjson::kParseIterativeFlag;
constexpr unsigned lenient = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                             rapidjson::kParseTrailingCommasFlag | rapidjson::kParseNanAndInfFlag |
                             rapidjson::kParseStopWhenDoneFlag;

}  // namespace

struct JsonDocument::Impl {
  rapidjson::Document document;
  bool repaired = false;
};

JsonDocument::JsonDocument() = default;
JsonDocument::~JsonDocument() = default;
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;

JsonDocument JsonDocument::parse(std::string_view text) {
  JsonDocument result;
  if (json_nests_too_deeply(text)) return result;
  auto impl = std::make_unique<Impl>();
  impl->document.Parse<strict>(text.data(), text.size());
  if (!impl->document.HasParseError()) result.impl_ = std::move(impl);
  return result;
}

JsonDocument JsonDocument::parse_lenient(std::string_view text) {
  JsonDocument result = parse(text);
  if (result.impl_ || json_nests_too_deeply(text)) return result;
  auto impl = std::make_unique<Impl>();
  impl->repaired = true;
  std::string mended = mend_json(unwrap_json(text));
  impl->document.Parse<lenient>(mended.data(), mended.size());
  if (impl->document.HasParseError()) {
    mended = close_json(mended);
    impl->document.Parse<lenient>(mended.data(), mended.size());
  }
  if (!impl->document.HasParseError()) result.impl_ = std::move(impl);
  return result;
}

JsonDocument JsonDocument::parse_assignment(std::string_view script, std::string_view variable) {
  for (std::size_t at = script.find(variable); at != std::string_view::npos;
       at = script.find(variable, at + 1)) {
    const std::string value = assigned_json(script, at + variable.size());
    if (value.empty()) continue;
    if (JsonDocument document = parse_lenient(value)) return document;
  }
  return {};
}

std::string JsonDocument::next_flight_text(std::string_view script) {
  std::string text;
  constexpr std::string_view call = "__next_f.push(";
  for (std::size_t at = script.find(call); at != std::string_view::npos; at = script.find(call, at + 1)) {
    const std::string_view argument = balanced_json(script.substr(at + call.size()));
    const JsonDocument chunk = parse_lenient(argument);
    if (chunk.root().at(1).is_string()) text += chunk.root().at(1).string();
  }
  return text;
}

JsonValue JsonDocument::root() const noexcept {
  return impl_ ? JsonValue(&static_cast<const Value&>(impl_->document)) : JsonValue();
}

bool JsonDocument::repaired() const noexcept {
  return impl_ && impl_->repaired;
}

JsonValue::Kind JsonValue::kind() const noexcept {
  if (value_ == nullptr) return Kind::none;
  switch (as_value(value_).GetType()) {
    case rapidjson::kNullType:
      return Kind::null;
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return Kind::boolean;
    case rapidjson::kNumberType:
      return Kind::number;
    case rapidjson::kStringType:
      return Kind::string;
    case rapidjson::kArrayType:
      return Kind::array;
    case rapidjson::kObjectType:
      return Kind::object;
  }
  return Kind::none;
}

JsonValue JsonValue::operator[](std::string_view name) const noexcept {
  if (!is_object()) return {};
  const Value& object = as_value(value_);
  for (auto member = object.MemberBegin(); member != object.MemberEnd(); ++member) {
    if (text_of(member->name) == name) return JsonValue(&member->value);
  }
  return {};
}

JsonValue JsonValue::at(std::size_t index) const noexcept {
  if (index >= size()) return {};
  const Value& value = as_value(value_);
  if (is_array()) return JsonValue(&value[static_cast<rapidjson::SizeType>(index)]);
  return JsonValue(&(value.MemberBegin() + static_cast<std::ptrdiff_t>(index))->value);
}

std::string_view JsonValue::name_at(std::size_t index) const noexcept {
  if (!is_object() || index >= size()) return {};
  return text_of((as_value(value_).MemberBegin() + static_cast<std::ptrdiff_t>(index))->name);
}

std::size_t JsonValue::size() const noexcept {
  if (is_array()) return as_value(value_).Size();
  return is_object() ? as_value(value_).MemberCount() : 0;
}

JsonValue JsonValue::path(std::string_view dotted) const noexcept {
  JsonValue at = *this;
  while (!dotted.empty() && at) {
    const std::size_t dot = std::min(dotted.find('.'), dotted.size());
    const std::string_view name = dotted.substr(0, dot);
    if (at.is_array()) {
      std::size_t index = 0;
      for (const char c : name)
        index = c >= '0' && c <= '9' ? index * 10 + static_cast<std::size_t>(c - '0') : at.size();
      at = at.at(index);
    } else {
      at = at[name];
    }
    dotted.remove_prefix(std::min(dot + 1, dotted.size()));
  }
  return at;
}

std::string_view JsonValue::string() const noexcept {
  return is_string() ? text_of(as_value(value_)) : std::string_view();
}

std::optional<double> JsonValue::number() const noexcept {
  if (kind() != Kind::number) return std::nullopt;
  return as_value(value_).GetDouble();
}

std::optional<std::int64_t> JsonValue::integer() const noexcept {
  if (kind() != Kind::number) return std::nullopt;
  const Value& value = as_value(value_);
  if (value.IsInt64()) return value.GetInt64();
  const double number = value.GetDouble();
  if (!std::isfinite(number) || std::abs(number) > 9e15) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::optional<bool> JsonValue::boolean() const noexcept {
  if (kind() != Kind::boolean) return std::nullopt;
  return as_value(value_).GetBool();
}

std::string JsonValue::scalar() const {
  switch (kind()) {
    case Kind::string:
      return std::string(string());
    case Kind::boolean:
      return *boolean() ? "true" : "false";
    case Kind::number:
      if (const auto whole = integer(); whole && static_cast<double>(*whole) == *number())
        return std::to_string(*whole);
      return std::to_string(*number());
    default:
      return {};
  }
}

}  // namespace pith
