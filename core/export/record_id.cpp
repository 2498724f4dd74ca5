#include "core/export/record_id.hpp"

#include <rapidjson/document.h>

namespace pith {

std::string record_id_text(const std::string& json) {
  // A number stays as it was written: 9007199254740993 would not survive being read.
  if (json.empty() || json.front() != '"') return json;
  rapidjson::Document value;
  value.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  return value.IsString() ? std::string(value.GetString(), value.GetStringLength()) : json;
}

}  // namespace pith
