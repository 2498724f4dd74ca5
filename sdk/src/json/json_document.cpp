#include "pith/json.hpp"

#include <rapidjson/document.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <utility>

#include "charset/utf8.hpp"
#include "json/json_repair.hpp"
#include "json/script_json.hpp"

namespace pith {
namespace {

/// Brackets within brackets: more than any honest page has, few enough for whoever walks the values.
constexpr std::size_t deepest = 1000;

/// Stands between the reader and the document, and ends the parse where values go too deep or a string is
/// not well-formed UTF-8 (the reader lets lone surrogates through).
class Gate {
 public:
  explicit Gate(rapidjson::Document& document) : document_(document) {}

  // NOLINTBEGIN(readability-identifier-naming): the names are those that RapidJSON calls.
  bool Null() { return document_.Null(); }
  bool Bool(bool value) { return document_.Bool(value); }
  bool Int(int value) { return document_.Int(value); }
  bool Uint(unsigned value) { return document_.Uint(value); }
  bool Int64(std::int64_t value) { return document_.Int64(value); }
  bool Uint64(std::uint64_t value) { return document_.Uint64(value); }
  bool Double(double value) { return document_.Double(value); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool copy) {
    return document_.RawNumber(text, length, copy);
  }
  bool String(const char* text, rapidjson::SizeType length, bool copy) {
    return is_valid({text, length}) && document_.String(text, length, copy);
  }
  bool Key(const char* text, rapidjson::SizeType length, bool copy) {
    return is_valid({text, length}) && document_.Key(text, length, copy);
  }
  bool StartObject() { return ++depth_ <= deepest && document_.StartObject(); }
  bool StartArray() { return ++depth_ <= deepest && document_.StartArray(); }
  bool EndObject(rapidjson::SizeType members) {
    --depth_;
    return document_.EndObject(members);
  }
  bool EndArray(rapidjson::SizeType elements) {
    --depth_;
    return document_.EndArray(elements);
  }
  // NOLINTEND(readability-identifier-naming)

 private:
  static bool is_valid(std::string_view text) {
    const Utf8Census census = take_utf8_census(text);
    return census.invalid == 0 && !census.truncated;
  }

  rapidjson::Document& document_;
  std::size_t depth_ = 0;
};

constexpr unsigned strict = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
constexpr unsigned lenient = strict | rapidjson::kParseTrailingCommasFlag | rapidjson::kParseStopWhenDoneFlag;

template <unsigned flags>
bool parse_into(rapidjson::Document& document, std::string_view text) {
  bool parsed = false;
  // RapidJSON's own way to fill a document from events of somebody else.
  auto generate = [&](rapidjson::Document& target) {
    rapidjson::MemoryStream bytes(text.data(), text.size());
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    rapidjson::Reader reader;
    Gate gate(target);
    parsed = !reader.Parse<flags>(stream, gate).IsError();
    return parsed;
  };
  document.Populate(generate);
  return parsed;
}

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
  auto impl = std::make_unique<Impl>();
  if (parse_into<strict>(impl->document, text)) result.impl_ = std::move(impl);
  return result;
}

JsonDocument JsonDocument::parse_lenient(std::string_view text) {
  JsonDocument result = parse(text);
  if (result.impl_ || text.empty()) return result;
  const auto accept = [&](const std::string& candidate) {
    auto impl = std::make_unique<Impl>();
    impl->repaired = true;
    if (parse_into<lenient>(impl->document, candidate)) result.impl_ = std::move(impl);
    return static_cast<bool>(result.impl_);
  };
  const std::string bare = unwrap_json(text);
  const std::string mended = mend_json(bare);
  if (accept(mended) || accept(close_json(mended))) return result;
  const std::string requoted = mend_json_with_bare_quotes(bare);
  if (requoted != mended && !accept(requoted)) accept(close_json(requoted));
  return result;
}

JsonDocument JsonDocument::parse_assignment(std::string_view script, std::string_view variable) {
  for (const std::string& value : assigned_json(script, variable)) {
    if (JsonDocument document = parse_lenient(value)) return document;
  }
  return {};
}

std::string JsonDocument::next_flight_text(std::string_view script) {
  std::string text;
  for (const std::string_view argument : flight_arguments(script)) {
    const JsonDocument chunk = parse_lenient(argument);
    if (chunk.root().at(0).integer() == 1) text += chunk.root().at(1).string();
  }
  return text;
}

JsonValue JsonDocument::root() const noexcept {
  return impl_ ? JsonValue(&static_cast<const rapidjson::Value&>(impl_->document)) : JsonValue();
}

bool JsonDocument::repaired() const noexcept {
  return impl_ && impl_->repaired;
}

}  // namespace pith
