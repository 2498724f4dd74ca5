#include "core/batch/id_finder.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <utility>

#include "core/render/utf8.hpp"

namespace pith {
namespace {

/// Stops the parse at the value of the outermost `id`.
class IdHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, IdHandler> {
 public:
  bool Default() { return !at_id_; }
  bool Key(const char* name, rapidjson::SizeType size, bool) {
    at_id_ = depth_ == 1 && std::string_view(name, size) == "id";
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (!at_id_) return true;
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    const std::string valid = valid_utf8({text, size});
    writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
    id_.assign(buffer.GetString(), buffer.GetSize());
    return false;
  }
  // With kParseNumbersAsStringsFlag: the number as written.
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    if (!at_id_) return true;
    id_.assign(text, size);
    return false;
  }
  bool StartObject() { return open(); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  std::string take() { return std::move(id_); }

 private:
  bool open() {
    ++depth_;
    return !at_id_;
  }
  bool close() {
    --depth_;
    return true;
  }

  std::string id_;
  int depth_ = 0;
  bool at_id_ = false;
};

}  // namespace

std::string find_id(std::string_view json) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::MemoryStream stream(json.data(), json.size());
  rapidjson::Reader reader;
  IdHandler handler;
  reader.Parse<flags>(stream, handler);
  return handler.take();
}

}  // namespace pith
