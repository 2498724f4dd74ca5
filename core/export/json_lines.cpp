#include "core/export/json_lines.hpp"

#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <string>
#include <string_view>
#include <utility>

#include "core/export/stored_article_reader.hpp"
#include "core/render/json_writer.hpp"

namespace pith {
namespace {

/// Hands the members of the outermost object on to a writer that has one open. On the way white space goes,
/// so that a line is one line however a store gives the JSON back.
class MembersInto : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, MembersInto> {
 public:
  MembersInto(CompactJson& writer, const std::string& syndicated_from)
      : writer_(writer), syndicated_from_(syndicated_from) {}

  /// What the page itself does not say the store may know of a near-copy.
  bool Null() {
    if (!std::exchange(is_syndicated_from_, false) || syndicated_from_.empty())
      return depth_ > 0 && writer_.Null();
    return writer_.String(syndicated_from_.data(), static_cast<rapidjson::SizeType>(syndicated_from_.size()));
  }
  bool Bool(bool value) { return depth_ > 0 && writer_.Bool(value); }
  bool Int(int value) { return depth_ > 0 && writer_.Int(value); }
  bool Uint(unsigned value) { return depth_ > 0 && writer_.Uint(value); }
  bool Int64(std::int64_t value) { return depth_ > 0 && writer_.Int64(value); }
  bool Uint64(std::uint64_t value) { return depth_ > 0 && writer_.Uint64(value); }
  bool Double(double value) { return depth_ > 0 && writer_.Double(value); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return depth_ > 0 && writer_.String(text, size);
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    is_syndicated_from_ = depth_ == 1 && std::string_view(text, size) == "syndicated_from";
    return writer_.Key(text, size);
  }
  bool StartObject() { return depth_++ == 0 || writer_.StartObject(); }
  bool EndObject(rapidjson::SizeType) { return --depth_ == 0 || writer_.EndObject(); }
  bool StartArray() { return depth_++ > 0 && writer_.StartArray(); }
  bool EndArray(rapidjson::SizeType) { return --depth_ > 0 && writer_.EndArray(); }

 private:
  CompactJson& writer_;
  const std::string& syndicated_from_;
  bool is_syndicated_from_ = false;  ///< the member whose value comes next
  int depth_ = 0;
};

void write_facts(JsonWriter<CompactJson>& json, const StoredArticle& stored) {
  json.text("schema", kArticleSchema);
  json.known_text("page_url", stored.page_url);
  json.known_text("host", stored.host);
  json.key("ordinal");
  json.number(stored.ordinal);
  json.key("source");
  json.begin_object();
  json.known_text("kind", stored.source_kind);
  json.known_text("location", stored.source_location);
  json.known_text("place", stored.source_place);
  json.end_object();
  json.key("id");
  stored.record_id.empty() ? json.null() : json.raw(stored.record_id);
  json.known_text("fetched_at", stored.fetched_at);
  json.known_text("plugin", stored.plugin);
  json.text("status", name_of(stored.status));
  json.key("words");
  json.number(stored.article.words);
  json.known_text("near_copy_of", stored.original_url);
}

void write_members(CompactJson& writer, const StoredArticle& stored) {
  MembersInto members(writer, stored.article.syndicated_from);
  rapidjson::Reader reader;
  rapidjson::MemoryStream bytes(stored.article.json.data(), stored.article.json.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
  reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(stream, members);
  if (!reader.HasParseError()) return;
  const bool refused = reader.GetParseErrorCode() == rapidjson::kParseErrorTermination;
  const std::string why = refused ? "is not a JSON object"
                                  : "not JSON at byte " + std::to_string(reader.GetErrorOffset()) + " (" +
                                        rapidjson::GetParseError_En(reader.GetParseErrorCode()) + ")";
  throw UnreadableArticle(stored, why);
}

}  // namespace

void JsonLines::write(const StoredArticle& article) {
  rapidjson::StringBuffer buffer;
  CompactJson writer(buffer);
  JsonWriter<CompactJson> json(writer);
  json.begin_object();
  write_facts(json, article);
  write_members(writer, article);
  json.end_object();
  buffer.Put('\n');
  output_.write({buffer.GetString(), buffer.GetSize()});
  ++counts_.articles;
}

}  // namespace pith
