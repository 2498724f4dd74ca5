#include "pith/metadata.hpp"

#include <algorithm>
#include <utility>

#include "metadata/json_ld_reader.hpp"
#include "metadata/markup_reader.hpp"
#include "metadata/meta_rules.hpp"
#include "metadata/metadata_impl.hpp"
#include "pith/text.hpp"

namespace pith {

using metadata::Candidates;
using metadata::Field;

Metadata::Metadata() : impl_(std::make_unique<Impl>()) {}
Metadata::~Metadata() = default;
Metadata::Metadata(Metadata&&) noexcept = default;
Metadata& Metadata::operator=(Metadata&&) noexcept = default;

namespace {

/// "ann lee", where another place writes "Ann Lee".
bool is_lower_case(std::string_view text) {
  return lower_ascii(text) == text;
}

/// The first of every name or topic stays.
void drop_repeated(std::vector<Metadata::Value>& values) {
  std::vector<std::string> seen;
  const auto repeated = [&](const Metadata::Value& value) {
    std::string key = comparison_key(value.text);
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) return true;
    seen.push_back(std::move(key));
    return false;
  };
  values.erase(std::remove_if(values.begin(), values.end(), repeated), values.end());
}

/// A name in small letters is written as elsewhere in the same source.
void spell_like_others(std::vector<Metadata::Value>& names) {
  for (auto& name : names) {
    if (!is_lower_case(name.text)) continue;
    const std::string key = comparison_key(name.text);
    const auto better = std::find_if(names.begin(), names.end(), [&](const Metadata::Value& other) {
      return other.origin == name.origin && !is_lower_case(other.text) && comparison_key(other.text) == key;
    });
    if (better != names.end()) name.text = better->text;
  }
}

}  // namespace

Metadata Metadata::read(const Document& document, std::string_view page_url) {
  Metadata metadata;
  Candidates candidates;
  metadata::MarkupReader markup(document, page_url, candidates);
  markup.read();

  std::vector<std::string> addresses{std::string(page_url)};
  metadata.canonical_urls = candidates.take(Field::canonical);
  for (const auto& url : metadata.canonical_urls) addresses.push_back(url.text);

  Impl& impl = *metadata.impl_;
  for (const auto script : markup.json_ld) {
    auto json = JsonDocument::parse_lenient(script);
    if (json) impl.json_ld.push_back(std::move(json));
  }
  metadata::JsonLdReader json_ld(markup.base, addresses, candidates);
  json_ld.read(impl.json_ld);

  metadata.titles = candidates.take(Field::title);
  metadata.descriptions = candidates.take(Field::description);
  metadata.authors = candidates.take(Field::author);
  metadata.published = candidates.take(Field::published);
  metadata.modified = candidates.take(Field::modified);
  metadata.languages = candidates.take(Field::language);
  for (auto& url : candidates.take(Field::canonical)) metadata.canonical_urls.push_back(std::move(url));
  metadata.site_names = candidates.take(Field::site_name);
  metadata.sections = candidates.take(Field::section);
  metadata.topics = candidates.take(Field::topic);
  metadata.licences = candidates.take(Field::licence);
  metadata.images = candidates.take(Field::image);
  metadata.types = candidates.take(Field::type);
  metadata.article_bodies = candidates.take(Field::article_body);
  metadata.part_bodies = candidates.take(Field::part_body);
  spell_like_others(metadata.authors);
  drop_repeated(metadata.authors);
  drop_repeated(metadata.sections);
  drop_repeated(metadata.topics);

  metadata.is_accessible_for_free = json_ld.is_accessible_for_free;
  metadata.paywalled_parts = std::move(json_ld.paywalled_parts);
  impl.page_url = page_url;
  impl.metas = std::move(markup.metas);
  impl.sized_images = std::move(markup.sized_images);
  for (auto& image : json_ld.sized_images) impl.sized_images.push_back(std::move(image));
  return metadata;
}

const std::vector<JsonDocument>& Metadata::json_ld() const noexcept {
  return impl_->json_ld;
}

std::string_view Metadata::meta(std::string_view name) const noexcept {
  const std::string key = metadata::meta_key(name);
  for (const auto& [known, content] : impl_->metas) {
    if (known == key) return content;
  }
  return {};
}

}  // namespace pith
