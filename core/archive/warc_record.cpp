#include "core/archive/warc_record.hpp"

#include <charconv>

#include "pith/text.hpp"

namespace pith {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string_view WarcRecord::field(std::string_view name) const {
  return field_of(fields, name);
}

std::string WarcRecord::type() const {
  return lower_ascii(field("WARC-Type"));
}

std::string_view WarcRecord::target() const {
  std::string_view target = field("WARC-Target-URI");
  if (target.starts_with('<') && target.ends_with('>')) target = target.substr(1, target.size() - 2);
  return target;
}

std::optional<WarcRecord> read_warc_header(std::string_view lines) {
  if (!begins_warc_record(lines)) return std::nullopt;
  WarcRecord record;
  record.fields = read_named_fields(lines.substr(lines.find('\n') + 1));
  const auto length = number(record.field("Content-Length"));
  if (!length || record.field("WARC-Type").empty()) return std::nullopt;
  record.length = *length;
  return record;
}

bool begins_warc_record(std::string_view bytes) noexcept {
  constexpr std::string_view magic = "WARC/";
  if (!bytes.starts_with(magic)) return false;
  std::size_t at = magic.size();
  while (at < bytes.size() && (is_digit(bytes[at]) || bytes[at] == '.')) ++at;
  if (at == magic.size() || !is_digit(bytes[magic.size()])) return false;
  if (at < bytes.size() && bytes[at] == '\r') ++at;
  return at < bytes.size() && bytes[at] == '\n';
}

}  // namespace pith
