#include "embedded/references.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "embedded/article_object.hpp"
#include "embedded/json_text.hpp"

namespace pith::embedded {
namespace {

constexpr std::size_t max_depth = 64;
/// References within what is referred to: an article's body, its parts, their pictures.
constexpr std::size_t max_nested = 5;
constexpr std::size_t no_key = static_cast<std::size_t>(-1);
/// Values that are looked at for a cache.
constexpr std::size_t max_searched = 5'000;

struct Resolved {
  JsonValue value;
  std::size_t key = no_key;  ///< which of the values referred to; no_key if nothing was
};
using Resolve = std::function<Resolved(JsonValue)>;

std::size_t most_bytes(std::size_t bytes) {
  return 4 * bytes + 4'096;
}

/// Writes a value with what it refers to in place of its references. A reference to what is being written is
/// null, and when `most` bytes are reached what is open is closed.
class Writer {
 public:
  Writer(const Resolve& resolve, std::size_t nested, std::size_t most)
      : resolve_(resolve), nested_(nested), most_(most) {}

  std::string write(JsonValue root) {
    put({root});
    while (!open_.empty()) {
      Frame& frame = open_.back();
      if (frame.next >= frame.value.size() || out_.size() >= most_) {
        out_ += frame.value.is_object() ? '}' : ']';
        open_.pop_back();
        continue;
      }
      const std::size_t i = frame.next++;
      const JsonValue value = frame.value;
      if (i > 0) out_ += ',';
      if (value.is_object()) {
        append_json_string(out_, value.name_at(i));
        out_ += ':';
      }
      put(resolve_(value.at(i)));
    }
    return std::move(out_);
  }

 private:
  struct Frame {
    JsonValue value;
    std::size_t key;
    std::size_t next;
  };

  void put(const Resolved& resolved) {
    const JsonValue value = resolved.value;
    if (value.is_string()) {
      append_json_string(out_, value.string());
    } else if (value.is_array() || value.is_object()) {
      open(resolved);
    } else {
      const std::string scalar = value.scalar();
      out_ += scalar.empty() ? "null" : scalar;
    }
  }

  void open(const Resolved& resolved) {
    std::size_t nested = 0;
    bool within_itself = false;
    for (const Frame& frame : open_) {
      nested += frame.key != no_key ? 1 : 0;
      within_itself = within_itself || (frame.key != no_key && frame.key == resolved.key);
    }
    if (within_itself || open_.size() >= max_depth || (resolved.key != no_key && nested >= nested_)) {
      out_ += "null";
      return;
    }
    out_ += resolved.value.is_object() ? '{' : '[';
    open_.push_back({resolved.value, resolved.key, 0});
  }

  const Resolve& resolve_;
  std::size_t nested_;
  std::size_t most_;
  std::vector<Frame> open_;
  std::string out_;
};

/// `["Reactive", 1]`: how the program is to hold the value, which is elsewhere.
bool is_wrapper(JsonValue value) {
  if (!value.is_array() || value.size() != 2 || !value.at(1).integer()) return false;
  const auto kind = value.at(0).string();
  return kind == "Reactive" || kind == "ShallowReactive" || kind == "Ref" || kind == "ShallowRef" ||
         kind == "Object";
}

Resolved in_flat_list(JsonValue list, JsonValue value) {
  constexpr int most_wrappers = 4;
  for (int i = 0; i < most_wrappers; ++i) {
    const auto place = is_wrapper(value) ? value.at(1).integer() : value.integer();
    if (!place) return {value, no_key};
    // Below zero stand what JSON has not: undefined, holes, infinity.
    if (*place < 0 || static_cast<std::size_t>(*place) >= list.size()) return {};
    const auto key = static_cast<std::size_t>(*place);
    value = list.at(key);
    if (value.is_array() && value.at(0).string() == "Date") return {value.at(1), key};
    if (!is_wrapper(value)) return {value, key};
  }
  return {};
}

std::string_view referred(JsonValue value) {
  if (!value.is_object()) return {};
  // As newer and as older versions write it.
  if (value.size() == 1) return value["__ref"].string();
  return value.size() <= 4 && value["type"].string() == "id" ? value["id"].string() : std::string_view();
}

JsonValue find_cache(JsonValue root) {
  std::vector<JsonValue> open{root};
  for (std::size_t at = 0; at < open.size() && at < max_searched; ++at) {
    const JsonValue value = open[at];
    if (value["ROOT_QUERY"].is_object()) return value;
    for (std::size_t i = 0; i < value.size() && open.size() < max_searched; ++i) {
      if (value.at(i).is_object() || value.at(i).is_array()) open.push_back(value.at(i));
    }
  }
  return {};
}

}  // namespace

std::string json_of_flat_list(JsonValue list, std::size_t bytes) {
  if (!list.is_array() || list.size() < 2) return {};
  const Resolve resolve = [list](JsonValue value) { return in_flat_list(list, value); };
  const JsonValue root = list.at(0);
  return Writer(resolve, max_depth, most_bytes(bytes)).write(is_wrapper(root) ? resolve(root).value : root);
}

std::string json_of_entities(JsonValue value, std::size_t bytes) {
  const JsonValue cache = find_cache(value);
  if (!cache) return {};
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < cache.size(); ++i) places.emplace(cache.name_at(i), i);
  bool refers = false;
  const Resolve resolve = [&](JsonValue member) -> Resolved {
    const auto name = referred(member);
    const auto found = name.empty() ? places.end() : places.find(name);
    if (found == places.end()) return {member, no_key};
    refers = true;
    return {cache.at(found->second), found->second};
  };
  std::string out = "{";
  for (std::size_t i = 0; i < cache.size() && out.size() < most_bytes(bytes); ++i) {
    if (!cache.at(i).is_object() || title_of_object(cache.at(i)).empty()) continue;
    if (out.size() > 1) out += ',';
    append_json_string(out, cache.name_at(i));
    // No entity takes the room of all others.
    out += ':' + Writer(resolve, max_nested, bytes).write(cache.at(i));
  }
  return refers ? out + '}' : std::string();
}

}  // namespace pith::embedded
