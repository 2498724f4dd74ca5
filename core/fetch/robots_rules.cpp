#include "core/fetch/robots_rules.hpp"

#include <string.h>

#include <algorithm>

#include "core/fetch/robots_parser.hpp"

namespace pith {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// RFC 3986, section 2.3.
bool is_unreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

/// RFC 3986, section 2.2: has a meaning as it stands, and another percent-encoded.
bool is_reserved(unsigned char c) {
  return c != '\0' && strchr(":/?#[]@!$&'()*+,;=", c) != nullptr;
}

void append_encoded(std::string& out, unsigned char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += {'%', digits[c >> 4U], digits[c & 0xFU]};
}

/// The byte that "%XX" at `at` stands for; -1 if there is none.
int encoded_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// memmem is linear whatever is looked for in what; std::string_view::find is not.
std::size_t find_from(std::string_view text, std::string_view wanted, std::size_t from) {
  const void* found = memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::string_view without_cut_line(std::string_view text) {
  if (text.size() <= RobotsRules::most_bytes) return text;
  const auto end = text.find_last_of("\r\n", RobotsRules::most_bytes);
  return text.substr(0, end == std::string_view::npos ? 0 : end);
}

}  // namespace

std::string normal_robots_path(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    const int encoded = encoded_byte(path, i);
    const auto byte = static_cast<unsigned char>(encoded >= 0 ? encoded : path[i]);
    if (encoded >= 0) i += 2;
    const bool stays = is_unreserved(byte) || (encoded < 0 && (is_reserved(byte) || byte == '%'));
    if (stays) {
      out += static_cast<char>(byte);
    } else {
      append_encoded(out, byte);
    }
  }
  return out;
}

bool robots_path_matches(std::string_view path, std::string_view pattern) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  const auto star = pattern.find('*');
  if (!path.starts_with(pattern.substr(0, star))) return false;
  if (star == std::string_view::npos) return !to_the_end || path.size() == pattern.size();

  // Each piece between stars where it comes first: if any choice leads to a match, that one does.
  std::size_t at = star;
  pattern.remove_prefix(star + 1);
  for (auto next = pattern.find('*'); next != std::string_view::npos; next = pattern.find('*')) {
    const std::string_view piece = pattern.substr(0, next);
    at = find_from(path, piece, at);
    if (at == std::string_view::npos) return false;
    at += piece.size();
    pattern.remove_prefix(next + 1);
  }
  if (to_the_end) return path.size() - at >= pattern.size() && path.ends_with(pattern);
  return find_from(path, pattern, at) != std::string_view::npos;
}

RobotsRules RobotsRules::parse(std::string_view text, std::string_view agent) {
  text = without_cut_line(text);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  RobotsParser parser(agent);
  while (!text.empty()) {
    const auto end = text.find_first_of("\r\n");
    parser.read_line(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parser.finish();
}

bool RobotsRules::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const std::string normal = normal_robots_path(path);
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const std::size_t size = rule.pattern.size();
    const bool counts = best == nullptr || size > best->pattern.size() ||
                        (size == best->pattern.size() && rule.allow && !best->allow);
    if (counts && robots_path_matches(normal, rule.pattern)) best = &rule;
  }
  return best == nullptr || best->allow;
}

std::size_t RobotsRules::bytes() const {
  std::size_t bytes = sizeof(*this);
  for (const Rule& rule : rules_) bytes += sizeof(Rule) + rule.pattern.size();
  for (const std::string& sitemap : sitemaps_) bytes += sizeof(std::string) + sitemap.size();
  return bytes;
}

}  // namespace pith
