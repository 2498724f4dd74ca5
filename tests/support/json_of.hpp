#pragma once

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>

namespace pith {

/// A JSON text, parsed.
inline rapidjson::Document json_of(const std::string& text) {
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  EXPECT_FALSE(json.HasParseError()) << text;
  return json;
}

}  // namespace pith
