#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "pith/json.hpp"

namespace pith {
namespace {

const rapidjson::Value& as_value(const void* value) {
  return *static_cast<const rapidjson::Value*>(value);
}

std::string_view text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

/// The index a part of a path names; one that no array has if it is no number.
std::size_t index_of(std::string_view name) {
  std::size_t index = 0;
  const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), index);
  return problem == std::errc() && end == name.data() + name.size() ? index : static_cast<std::size_t>(-1);
}

std::string written_out(const rapidjson::Value& number) {
  if (number.IsInt64()) return std::to_string(number.GetInt64());
  if (number.IsUint64()) return std::to_string(number.GetUint64());
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number.GetDouble()).ptr;
  return {text.data(), end};
}

}  // namespace

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
  const rapidjson::Value& object = as_value(value_);
  for (auto member = object.MemberBegin(); member != object.MemberEnd(); ++member) {
    if (text_of(member->name) == name) return JsonValue(&member->value);
  }
  return {};
}

JsonValue JsonValue::at(std::size_t index) const noexcept {
  if (index >= size()) return {};
  const rapidjson::Value& value = as_value(value_);
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
    at = at.is_array() ? at.at(index_of(name)) : at[name];
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
  const rapidjson::Value& value = as_value(value_);
  if (value.IsInt64()) return value.GetInt64();
  constexpr double last_exact = 9007199254740992.0;  // 2^53
  const double number = value.GetDouble();
  if (std::abs(number) > last_exact || number != std::floor(number)) return std::nullopt;
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
      return written_out(as_value(value_));
    default:
      return {};
  }
}

}  // namespace pith
