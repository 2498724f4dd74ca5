#include "related_cards.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/pith.hpp"

namespace related_cards {
namespace {

using pith::JsonValue;

constexpr std::size_t most_values = 200'000;
constexpr std::size_t most_cards = 100;

/// `"publisher": "The Star"`, or `"publisher": {"name": "The Star"}`.
std::string string_in(JsonValue object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const JsonValue value = object[name];
    const std::string_view text = value.is_object() ? value["name"].string() : value.string();
    if (!pith::trim(text).empty()) return pith::collapse_space(pith::decode_entities(text));
  }
  return {};
}

std::string title_of(JsonValue card) {
  return string_in(card, {"title", "headline"});
}

bool is_card_list(std::string_view name, JsonValue list) {
  const std::string key = pith::lower_ascii(name);
  if (!key.starts_with("related") && !key.starts_with("recommend") && !key.starts_with("similar"))
    return false;
  return list.is_array() && list.size() > 0 && !title_of(list.at(0)).empty();
}

std::vector<JsonValue> find_cards(JsonValue root) {
  std::vector<JsonValue> cards;
  std::vector<JsonValue> open{root};
  for (std::size_t seen = 0; !open.empty() && seen < most_values; ++seen) {
    const JsonValue value = open.back();
    open.pop_back();
    for (std::size_t i = value.size(); i-- > 0;) {
      const JsonValue inner = value.at(i);
      if (value.is_object() && is_card_list(value.name_at(i), inner)) {
        for (std::size_t at = 0; at < inner.size() && cards.size() < most_cards; ++at)
          cards.push_back(inner.at(at));
      } else if (inner.size() > 0) {
        open.push_back(inner);
      }
    }
  }
  return cards;
}

void add_link(JsonValue card, pith::PageContext& context, pith::Extraction& result) {
  pith::Link link;
  // An address that is only an id is that of the page beside this one.
  const std::string address = string_in(card, {"url", "link", "href", "path", "slug", "id", "_id"});
  if (address.empty()) return;
  link.url = context.resolve(address);
  link.canonical_url = pith::canonical_url(link.url);
  const bool known = std::any_of(result.links.begin(), result.links.end(), [&](const pith::Link& other) {
    return other.canonical_url == link.canonical_url;
  });
  if (!pith::is_web_url(link.url) || known) return;
  link.title = title_of(card);
  link.publisher = string_in(card, {"publisher", "source", "site"});
  link.age = string_in(card, {"age", "timeAgo", "time_ago", "relativeTime", "ago"});
  link.published = pith::parse_date(string_in(card, {"publishedAt", "published_at", "pubDate", "date"}));
  link.relation = "related";
  result.links.push_back(std::move(link));
}

}  // namespace

void read_related_cards(pith::PageContext& context, pith::Extraction& result) {
  for (const pith::EmbeddedData& data : pith::embedded_data(context.document())) {
    for (const JsonValue card : find_cards(data.json.root())) {
      context.check_time();
      add_link(card, context, result);
      std::string text = title_of(card);
      for (const char* name : {"content", "body", "text"}) {
        if (card[name].is_string())
          text += "\n" + pith::text_of(pith::blocks_of_html(card[name].string(), context));
      }
      context.ledger().cut_text(text, pith::Boilerplate::related, "related card in " + data.origin);
    }
  }
}

}  // namespace related_cards
