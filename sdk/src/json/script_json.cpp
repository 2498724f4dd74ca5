#include "json/script_json.hpp"

#include <algorithm>

#include "json/json_escape.hpp"
#include "json/json_scan.hpp"
#include "pith/json.hpp"

namespace pith {
namespace {

/// An honest script assigns a variable once or twice; more candidates would cost more than they bring. Nor
/// are more bytes taken than the script has twice over: values may lie within values.
constexpr std::size_t most_candidates = 8;

constexpr bool is_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view skip_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// The string literal of JavaScript at the beginning of `text`, as a string of JSON with its quotes.
std::string json_string(std::string_view text) {
  const char quote = text.front();
  std::string literal = "\"";
  for (std::size_t at = 1; at < text.size() && text[at] != quote;) {
    const char c = text[at];
    if (c == '\\') {
      at += append_as_json_escape(text.substr(at), literal);
      continue;
    }
    if (c == '"') literal += '\\';
    literal += c;
    ++at;
  }
  return literal += '"';
}

std::string string_contents(std::string_view text) {
  return std::string(JsonDocument::parse_lenient(json_string(text)).root().string());
}

/// The JSON text that the right side of an assignment begins with; empty if there is none.
std::string right_side(std::string_view text) {
  constexpr std::string_view call = "JSON.parse(";
  if (text.substr(0, call.size()) == call) {
    text = skip_space(text.substr(call.size()));
    // A template literal without parts in it reads like any string.
    if (text.empty() || std::string_view("\"'`").find(text.front()) == std::string_view::npos) return {};
    return string_contents(text);
  }
  if (text.empty()) return {};
  if (text.front() == '{' || text.front() == '[') return std::string(balanced_json(text));
  if (text.front() != '"' && text.front() != '\'') return {};
  const std::string contents = string_contents(text);
  const std::string_view value = skip_space(contents);
  return value.substr(0, 1) == "{" || value.substr(0, 1) == "[" ? contents : std::string();
}

/// What is behind the equals sign, the name being just before `rest`; empty if nothing is assigned.
std::string_view behind_equals(std::string_view rest) {
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'' || rest.front() == ']'))
    rest.remove_prefix(1);
  rest = skip_space(rest);
  if (rest.substr(0, 1) != "=" || rest.substr(1, 1) == "=" || rest.substr(1, 1) == ">") return {};
  return skip_space(rest.substr(1));
}

void find_assignments(std::string_view script, std::string_view name, std::vector<std::string>& found) {
  if (name.empty()) return;
  std::size_t tried = 0;
  std::size_t taken = 0;
  for (std::size_t at = script.find(name); at != std::string_view::npos;
       at = script.find(name, at + name.size())) {
    if (at > 0 && is_word(script[at - 1]) && is_word(name.front())) continue;
    const std::string_view value = behind_equals(script.substr(at + name.size()));
    if (value.empty()) continue;
    if (++tried > most_candidates || taken > 2 * script.size()) return;
    std::string json = right_side(value);
    taken += json.size();
    if (!json.empty()) found.push_back(std::move(json));
  }
}

}  // namespace

std::vector<std::string> assigned_json(std::string_view script, std::string_view variable) {
  std::vector<std::string> found;
  find_assignments(script, variable, found);
  const std::size_t dot = variable.find_last_of('.');
  if (found.empty() && dot != std::string_view::npos)
    find_assignments(script, variable.substr(dot + 1), found);
  return found;
}

std::vector<std::string_view> flight_arguments(std::string_view script) {
  constexpr std::string_view call = "__next_f.push(";
  std::vector<std::string_view> arguments;
  for (std::size_t at = script.find(call); at != std::string_view::npos; at = script.find(call, at)) {
    at += call.size();
    const std::string_view rest = skip_space(script.substr(at));
    if (rest.substr(0, 1) != "[") continue;
    arguments.push_back(balanced_json(rest));
    // Behind the argument: what looks like a call within it is text.
    at = static_cast<std::size_t>(rest.data() - script.data()) + arguments.back().size();
  }
  return arguments;
}

}  // namespace pith
