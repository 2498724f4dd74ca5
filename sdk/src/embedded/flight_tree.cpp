#include "embedded/flight_tree.hpp"

#include <string_view>
#include <unordered_map>

#include "pith/tag.hpp"
#include "pith/text.hpp"

namespace pith::embedded {
namespace {

constexpr std::size_t max_nodes = 300'000;
constexpr std::size_t max_depth = 500;
constexpr std::string_view row_origin = "__next_f ";

bool is_element_name(std::string_view name) {
  if (name.empty() || name.size() > 20) return false;
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// Not text, or no element of the page's body.
bool is_left_out(std::string_view name) {
  switch (tag_of(name)) {
    case Tag::head:
    case Tag::meta:
    case Tag::link:
    case Tag::title:
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::noscript:
    case Tag::svg:
      return true;
    default:
      return false;
  }
}

bool is_react_element(JsonValue value) {
  return value.is_array() && value.size() >= 4 && value.at(0).string() == "$" && value.at(1).is_string() &&
         value.at(3).is_object();
}

/// Writes rows of React elements as HTML.
class FlightWriter {
 public:
  explicit FlightWriter(const std::vector<EmbeddedData>& data) {
    for (const EmbeddedData& row : data) {
      const std::string_view origin = row.origin;
      if (!origin.starts_with(row_origin)) continue;
      rows_.emplace(origin.substr(row_origin.size()), rows_in_order_.size());
      rows_in_order_.push_back(row.json.root());
    }
    written_.resize(rows_in_order_.size());
  }

  std::string write() {
    for (std::size_t row = 0; row < rows_in_order_.size(); ++row) {
      push_row(row, 0, false);
      while (!open_.empty() && seen_++ < max_nodes) {
        const Step step = std::move(open_.back());
        open_.pop_back();
        if (!step.literal.empty()) {
          html_ += step.literal;
        } else {
          write_value(step);
        }
      }
    }
    return elements_ > 0 ? std::move(html_) : std::string();
  }

 private:
  struct Step {
    JsonValue value;
    std::string literal;
    std::size_t depth = 0;
    bool child = false;  ///< of an element: a string is text, and not a setting
  };

  void push_row(std::size_t row, std::size_t depth, bool child) {
    if (written_[row]) return;
    written_[row] = true;
    open_.push_back({rows_in_order_[row], {}, depth, child});
  }

  void write_value(const Step& step) {
    const JsonValue value = step.value;
    if (step.depth > max_depth) return;
    if (value.is_string()) {
      write_string(value.string(), step);
    } else if (value.kind() == JsonValue::Kind::number && step.child) {
      html_ += value.scalar();
    } else if (is_react_element(value)) {
      write_element(step);
    } else if (value.is_array() || (value.is_object() && !step.child)) {
      for (std::size_t i = value.size(); i-- > 0;)
        open_.push_back({value.at(i), {}, step.depth + 1, step.child && value.is_array()});
    }
  }

  /// Text, or "$L1a" and "$1a": another row.
  void write_string(std::string_view text, const Step& step) {
    if (!text.starts_with('$') || text.starts_with("$$")) {
      if (step.child) html_ += escape_html(text.starts_with('$') ? text.substr(1) : text);
      return;
    }
    text.remove_prefix(text.starts_with("$L") ? 2 : 1);
    const auto row = rows_.find(text);
    if (row != rows_.end()) push_row(row->second, step.depth + 1, step.child);
  }

  void write_element(const Step& step) {
    const auto name = step.value.at(1).string();
    const JsonValue props = step.value.at(3);
    if (is_left_out(name)) return;
    const bool root = name == "html" || name == "body";
    if (is_element_name(name) && !root) {
      ++elements_;
      html_ += '<' + std::string(name) + attributes(props) + '>';
      if (is_void_name(name)) return;
      open_.push_back({{}, "</" + std::string(name) + '>', 0, false});
    }
    // What a page writes as markup of its own.
    const auto markup = props["dangerouslySetInnerHTML"]["__html"].string();
    html_ += markup;
    if (markup.empty()) open_.push_back({props["children"], {}, step.depth + 1, true});
  }

  static bool is_void_name(std::string_view name) {
    return name == "img" || name == "br" || name == "hr" || name == "input" || name == "source" ||
           name == "wbr";
  }

  static std::string attributes(JsonValue props) {
    std::string out;
    const auto add = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) out += ' ' + std::string(name) + "=\"" + escape_html(value) + '"';
    };
    add("class", props["className"].string());
    for (const char* name : {"id", "href", "src", "alt", "role", "datetime"}) add(name, props[name].string());
    add("datetime", props["dateTime"].string());
    return out;
  }

  std::unordered_map<std::string_view, std::size_t> rows_;
  std::vector<JsonValue> rows_in_order_;
  std::vector<bool> written_;
  std::vector<Step> open_;
  std::size_t seen_ = 0;
  std::size_t elements_ = 0;
  std::string html_;
};

}  // namespace

std::string html_of_flight(const std::vector<EmbeddedData>& data) {
  return FlightWriter(data).write();
}

}  // namespace pith::embedded
