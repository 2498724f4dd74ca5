#include "embedded/script_values.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "embedded/json_text.hpp"

namespace pith::embedded {
namespace {

constexpr std::size_t max_values = 64;
/// Shorter ones are settings, not articles.
constexpr std::size_t min_bytes = 16;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// One past the quote that ends the string beginning at `at`; the end of the text if none does.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      return at + 1;
    }
  }
  return text.size();
}

/// One past the bracket that closes the one at `at`; the end of the text if none does.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  std::size_t open = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at);
      continue;
    }
    if (c == '{' || c == '[') ++open;
    ++at;
    if ((c == '}' || c == ']') && --open == 0) return at;
  }
  return text.size();
}

/// The name left of an `=` at `equals`: "window.__DATA__", "x", "window[\"x\"]".
std::string_view name_before(std::string_view script, std::size_t equals) {
  std::size_t end = equals;
  while (end > 0 && is_space(script[end - 1])) --end;
  std::size_t begin = end;
  const bool quoted = end > 0 && script[end - 1] == ']';
  const auto belongs = [quoted](char c) {
    return is_name_char(c) || c == '.' || c == '[' || c == ']' || c == '"' || c == '\'' ||
           (quoted && c == '-');
  };
  while (begin > 0 && end - begin < 120 && belongs(script[begin - 1])) --begin;
  return script.substr(begin, end - begin);
}

bool is_assignment(std::string_view script, std::size_t equals) {
  if (equals == 0 || equals + 1 >= script.size()) return false;
  const char before = script[equals - 1];
  const char after = script[equals + 1];
  return after != '=' && after != '>' && before != '=' && before != '!' && before != '<' && before != '>';
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

using TextRows = std::unordered_map<std::string_view, std::string_view>;

/// The JSON with every "$id" of a text row replaced by the text.
std::string with_texts(std::string_view json, const TextRows& texts, std::size_t& budget) {
  std::string out;
  out.reserve(json.size());
  std::size_t at = 0;
  while (at < json.size()) {
    if (json[at] != '"') {
      out += json[at++];
      continue;
    }
    const auto end = end_of_string(json, at);
    const auto string = json.substr(at, end - at);
    at = end;
    const bool refers = string.size() > 3 && string.size() < 12 && string[1] == '$';
    const auto found = refers ? texts.find(string.substr(2, string.size() - 3)) : texts.end();
    if (found != texts.end() && found->second.size() <= budget) {
      budget -= found->second.size();
      append_json_string(out, found->second);
    } else {
      out.append(string);
    }
  }
  return out;
}

}  // namespace

std::vector<ScriptValue> script_values(std::string_view script) {
  static constexpr std::string_view parse_call = "JSON.parse(";
  std::vector<ScriptValue> values;
  std::size_t at = 0;
  while (values.size() < max_values && (at = script.find('=', at)) != std::string_view::npos) {
    const auto equals = at++;
    if (!is_assignment(script, equals)) continue;
    const auto begin = skip_space(script, equals + 1);
    if (begin >= script.size()) break;
    const auto rest = script.substr(begin);
    if (rest.starts_with(parse_call)) {
      const auto quote = skip_space(script, begin + parse_call.size());
      if (quote >= script.size() || (script[quote] != '"' && script[quote] != '\'')) continue;
      const auto name = name_before(script, equals);
      const auto end = end_of_string(script, quote);
      if (!name.empty() && end - quote >= min_bytes) {
        const auto start = static_cast<std::size_t>(name.data() - script.data());
        const auto stop = std::min(script.find(')', end), script.size() - 1) + 1;
        values.push_back({std::string(name), script.substr(start, stop - start), true});
      }
      at = end;
      continue;
    }
    if (rest.front() != '{' && rest.front() != '[') continue;
    // Keys of JSON are quoted; an object literal of a program is left alone.
    const auto inside = skip_space(script, begin + 1);
    if (inside >= script.size()) break;
    if (rest.front() == '{' && script[inside] != '"') continue;
    if (rest.front() == '[' && script[inside] != '{' && script[inside] != '[' && script[inside] != '"')
      continue;
    const auto end = end_of_value(script, begin);
    const auto name = name_before(script, equals);
    if (!name.empty() && end - begin >= min_bytes)
      values.push_back({std::string(name), script.substr(begin, end - begin), false});
    at = end;
  }
  return values;
}

std::vector<FlightRow> flight_rows(std::string_view flight) {
  TextRows texts;
  std::vector<std::pair<std::string_view, std::string_view>> rows;
  std::size_t at = 0;
  while (at < flight.size()) {
    std::size_t colon = at;
    while (colon < flight.size() && is_hex(flight[colon])) ++colon;
    if (colon >= flight.size() || flight[colon] != ':' || colon == at) {
      const auto line = flight.find('\n', at);
      if (line == std::string_view::npos) break;
      at = line + 1;
      continue;
    }
    const auto id = flight.substr(at, colon - at);
    const auto value = colon + 1;
    if (value < flight.size() && flight[value] == 'T') {
      std::size_t length = 0;
      std::size_t digit = value + 1;
      for (; digit < flight.size() && is_hex(flight[digit]) && digit - value < 9; ++digit)
        length = length * 16 + static_cast<std::size_t>(flight[digit] <= '9' ? flight[digit] - '0'
                                                                             : flight[digit] - 'a' + 10);
      if (digit < flight.size() && flight[digit] == ',') {
        length = std::min(length, flight.size() - digit - 1);
        texts.emplace(id, flight.substr(digit + 1, length));
        at = digit + 1 + length;
        continue;
      }
    }
    const auto line = std::min(flight.find('\n', value), flight.size());
    auto json = flight.substr(value, line - value);
    // A row of another kind has a letter before its value ("I[...]" is a module): no content.
    if (!json.empty() && (json.front() == '{' || json.front() == '[')) rows.emplace_back(id, json);
    at = line + 1;
  }
  std::size_t budget = 4 * flight.size();
  std::vector<FlightRow> out;
  for (const auto& [id, json] : rows) {
    if (json.size() >= min_bytes) out.push_back({std::string(id), with_texts(json, texts, budget)});
  }
  return out;
}

}  // namespace pith::embedded
