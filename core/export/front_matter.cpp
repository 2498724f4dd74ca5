#include "core/export/front_matter.hpp"

#include <cstdint>
#include <vector>

#include "core/export/one_line.hpp"
#include "core/export/record_id.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

/// Embeddings, overrides and isolates (Unicode Standard Annex 9), and the byte order mark, which some
/// readers drop.
bool is_escaped(std::int32_t character) {
  return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069) ||
         character == 0xfeff;
}

std::string escape_of(std::int32_t character) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string escape = "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    escape += kDigits[static_cast<std::uint32_t>(character) >> static_cast<unsigned>(shift) & 15U];
  }
  return escape;
}

class YamlWriter {
 public:
  void text(std::string_view name, std::string_view value) {
    const std::string line = one_line(value);
    if (!line.empty()) yaml_.append(name).append(": ").append(yaml_string(line)) += '\n';
  }
  void texts(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    yaml_.append(name) += ":\n";
    for (const std::string& value : values) yaml_.append("  - ").append(yaml_string(value)) += '\n';
  }
  void time(std::string_view name, const std::optional<DateTime>& value) {
    if (value) text(name, value->rfc3339());
  }
  void boolean(std::string_view name, const std::optional<bool>& value) {
    if (value) yaml_.append(name).append(*value ? ": true\n" : ": false\n");
  }
  std::string take() { return "---\n" + yaml_ + "---\n"; }

 private:
  std::string yaml_;
};

}  // namespace

std::string yaml_string(std::string_view text) {
  const std::string line = one_line(text);
  std::string quoted = "\"";
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const std::int32_t character = next_character(line, at);
    if (is_escaped(character)) {
      quoted += escape_of(character);
      continue;
    }
    if (character == '"' || character == '\\') quoted += '\\';
    quoted.append(line, begin, at - begin);
  }
  return quoted + '"';
}

std::string front_matter(const StoredArticle& stored, const Article& article) {
  YamlWriter yaml;
  yaml.text("title", article.title);
  yaml.text("subtitle", article.subtitle);
  yaml.texts("authors", article.authors);
  yaml.time("published", article.published);
  yaml.time("modified", article.modified);
  yaml.text("url", article.url);
  yaml.text("canonical_url", article.canonical_url);
  yaml.text("site", article.site_name);
  yaml.text("publisher", article.publisher);
  yaml.text("section", article.section);
  yaml.texts("topics", article.topics);
  yaml.text("language", article.language);
  yaml.text("kind", article.kind);
  yaml.text("completeness", name_of(article.completeness));
  if (stored.status != Status::ok) yaml.text("status", name_of(stored.status));
  yaml.text("summary", article.summary);
  yaml.text("image", article.image ? article.image->url : std::string());
  yaml.text("licence", article.licence);
  yaml.boolean("is_accessible_for_free", article.is_accessible_for_free);
  yaml.text("syndicated_from", article.syndicated_from);
  yaml.text("near_copy_of", stored.original_url);
  // What has a URL is known by that; its file may lie elsewhere tomorrow.
  if (stored.page_url.empty()) yaml.text("file", stored.source_place);
  yaml.text("id", record_id_text(stored.record_id));
  return yaml.take();
}

}  // namespace pith
