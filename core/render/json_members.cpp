#include "core/render/json_members.hpp"

#include <utility>

#include "pith/error.hpp"

namespace pith {

std::string string_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

JsonMembers::JsonMembers(const rapidjson::Value& object, std::string place)
    : object_(object), place_(std::move(place)) {
  if (object_.IsObject()) return;
  throw Error(place_.empty() ? "is not a JSON object" : "'" + place_ + "' is not an object");
}

std::string JsonMembers::place_of(std::string_view name) const {
  std::string place = place_;
  if (!place.empty()) place += '.';
  return place.append(name);
}

std::string JsonMembers::place_of(std::string_view name, std::size_t index) const {
  return place_of(name) + '[' + std::to_string(index) + ']';
}

void JsonMembers::fail(std::string_view name, const std::string& problem) const {
  throw Error("'" + place_of(name) + "' " + problem);
}

const rapidjson::Value* JsonMembers::find(std::string_view name) const {
  const auto key = rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  const auto found = object_.FindMember(rapidjson::Value(key));
  return found == object_.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

std::string JsonMembers::text(std::string_view name) const {
  const rapidjson::Value* value = find(name);
  if (value == nullptr) return {};
  if (!value->IsString()) fail(name, "is not a string");
  return string_of(*value);
}

const rapidjson::Value* JsonMembers::list(std::string_view name) const {
  const rapidjson::Value* value = find(name);
  if (value != nullptr && !value->IsArray()) fail(name, "is not a list");
  return value;
}

std::vector<std::string> JsonMembers::texts(std::string_view name) const {
  std::vector<std::string> texts;
  const rapidjson::Value* values = list(name);
  if (values == nullptr) return texts;
  for (const rapidjson::Value& value : values->GetArray()) {
    if (!value.IsString()) throw Error("'" + place_of(name, texts.size()) + "' is not a string");
    texts.push_back(string_of(value));
  }
  return texts;
}

std::optional<bool> JsonMembers::boolean(std::string_view name) const {
  const rapidjson::Value* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (!value->IsBool()) fail(name, "is neither true nor false");
  return value->GetBool();
}

int JsonMembers::whole(std::string_view name, int if_absent) const {
  const rapidjson::Value* value = find(name);
  if (value == nullptr) return if_absent;
  if (!value->IsInt()) fail(name, "is not a whole number");
  return value->GetInt();
}

}  // namespace pith
