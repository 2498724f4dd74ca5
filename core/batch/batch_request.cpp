#include "core/batch/batch_request.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <exception>
#include <optional>
#include <string_view>
#include <utility>

#include "core/batch/id_finder.hpp"
#include "core/batch/lone_surrogates.hpp"
#include "core/input/base64.hpp"
#include "core/input/read_file.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using Json = rapidjson::Value;

const Json* member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  return found != object.MemberEnd() ? &found->value : nullptr;
}

std::string text_of(const Json& value) {
  return {value.GetString(), value.GetStringLength()};
}

/// The string of a member; empty if it is absent or null. Throws Error if it is anything else.
std::string optional_text(const Json& object, const char* name) {
  const Json* value = member(object, name);
  if (value == nullptr || value->IsNull()) return {};
  if (!value->IsString()) throw Error("'" + std::string(name) + "' is not a string");
  return text_of(*value);
}

void add_header(Page& page, std::string name, std::string value) {
  page.headers.emplace_back(std::move(name), std::move(value));
}

void read_headers(const Json& object, Page& page) {
  const Json* headers = member(object, "headers");
  if (headers == nullptr || headers->IsNull()) return;
  if (!headers->IsObject()) throw Error("'headers' is not an object");
  for (const auto& header : headers->GetObject()) {
    if (!header.value.IsString()) throw Error("'headers." + text_of(header.name) + "' is not a string");
    add_header(page, text_of(header.name), text_of(header.value));
  }
}

void read_status(const Json& object, Page& page) {
  const Json* status = member(object, "status");
  if (status == nullptr || status->IsNull()) return;
  if (!status->IsInt()) throw Error("'status' is not a whole number");
  page.status = status->GetInt();
}

/// A page that came as a string has been decoded by whoever wrote the line: whatever charset the page
/// itself still names is not that of the string.
void say_utf8(Page& page) {
  std::string type(page.header("content-type"));
  type = type.substr(0, type.find(';'));
  if (type.empty()) type = "text/html";
  page.headers.insert(page.headers.begin(), {"Content-Type", type + "; charset=utf-8"});
}

void read_bytes(const Json& object, const Limits& limits, Page& page) {
  const Json* html = member(object, "html");
  const Json* base64 = member(object, "html_base64");
  const Json* path = member(object, "path");
  const int ways = (html != nullptr) + (base64 != nullptr) + (path != nullptr);
  if (ways == 0) throw Error("no page in it: one of 'html', 'html_base64' and 'path' is needed");
  if (ways > 1) throw Error("only one of 'html', 'html_base64' and 'path' can be given");
  const char* name = html != nullptr ? "html" : base64 != nullptr ? "html_base64" : "path";
  const Json& value = html != nullptr ? *html : base64 != nullptr ? *base64 : *path;
  if (!value.IsString()) throw Error("'" + std::string(name) + "' is not a string");

  if (html != nullptr) {
    page.bytes = text_of(value);
    say_utf8(page);
  } else if (base64 != nullptr) {
    auto bytes = decode_base64({value.GetString(), value.GetStringLength()});
    if (!bytes) throw Error("'html_base64' is not Base64");
    page.bytes = *std::move(bytes);
  } else {
    page.bytes = read_regular_file(text_of(value), limits.bytes + 1);
  }
}

Page read_page(const Json& object, const Limits& limits) {
  Page page;
  page.url = without_credentials(optional_text(object, "url"));
  page.fetched_at = optional_text(object, "fetched_at");
  if (auto type = optional_text(object, "content_type"); !type.empty()) {
    add_header(page, "Content-Type", std::move(type));
  }
  read_headers(object, page);
  read_status(object, page);
  read_bytes(object, limits, page);
  return page;
}

void parse(std::string_view text, rapidjson::Document& json) {
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (json.HasParseError()) {
    throw Error("not JSON at column " + std::to_string(json.GetErrorOffset() + 1) + " (" +
                rapidjson::GetParseError_En(json.GetParseError()) + ")");
  }
  if (!json.IsObject()) throw Error("not a JSON object");
}

}  // namespace

BatchRequest read_batch_request(const InputLine& line, const Limits& limits) {
  BatchRequest request;
  request.where = "line " + std::to_string(line.number);
  try {
    const std::optional<std::string> mended = without_lone_surrogates(line.text);
    const std::string_view text = mended ? *mended : line.text;
    request.id = find_id(text);
    if (line.too_long) throw Error("longer than a line may be");
    rapidjson::Document json;
    parse(text, json);
    if (const Json* id = member(json, "id"); id != nullptr && request.id.empty() && !id->IsNull()) {
      throw Error("'id' is neither a string nor a number");
    }
    request.page = read_page(json, limits);
  } catch (const std::exception& error) {
    request.error = request.where + ": " + error.what();
  }
  return request;
}

bool is_blank(std::string_view line) noexcept {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace pith
