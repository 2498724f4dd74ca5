#include "summary_data.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pith/pith.hpp"

namespace summary {
namespace {

using pith::Block;
using pith::BlockType;
using pith::JsonValue;

constexpr std::size_t most_values = 200'000;
constexpr std::size_t most_points = 200;
/// Shorter ones only name the section.
constexpr std::size_t least_summary = 120;
constexpr int section_level = 2;

/// A text without the marks of Markdown or tags that it may begin with.
std::string_view without_marks(std::string_view text) {
  text = pith::trim(text);
  for (;;) {
    if (text.starts_with('<') && text.find('>') != std::string_view::npos) {
      text.remove_prefix(text.find('>') + 1);
    } else if (!text.empty() && std::string_view("#* \n\t").find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else {
      return text;
    }
  }
}

bool begins_summary(std::string_view text) {
  return without_marks(text.substr(0, 400)).starts_with(first_section);
}

/// Strong marks of Markdown go, bullets and headings stay to be recovered.
std::string plain_line(std::string_view line) {
  std::string plain;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("**")) {
      ++at;
    } else {
      plain += line[at];
    }
  }
  return pith::collapse_space(plain);
}

std::vector<Block> blocks_of_summary(std::string_view text, pith::PageContext& context) {
  if (text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos)
    return pith::blocks_of_html(text, context);
  std::vector<Block> blocks;
  for (const std::string& raw : pith::split_trimmed(pith::decode_entities(text), '\n')) {
    const std::size_t marks = std::min(raw.find_first_not_of('#'), raw.size());
    const std::string line = plain_line(std::string_view(raw).substr(marks));
    if (line.empty()) continue;
    blocks.push_back(marks > 0 ? Block::heading(section_level, line) : Block::paragraph(line));
  }
  return blocks;
}

std::string_view first_string(JsonValue object) {
  for (const char* name : {"title", "heading", "name", "section", "header", "label", "topic", "category"}) {
    if (!object[name].string().empty()) return object[name].string();
  }
  return {};
}

/// The points of one section: the strings of its list, or of what the list holds.
std::vector<std::string> points_of(JsonValue section) {
  std::vector<std::string> points;
  for (std::size_t i = 0; i < section.size() && points.empty(); ++i) {
    const JsonValue list = section.at(i);
    for (std::size_t at = 0; list.is_array() && at < list.size() && at < most_points; ++at) {
      JsonValue point = list.at(at);
      for (const char* name : {"text", "content", "point", "value", "sentence", "description", "body"}) {
        if (point.is_object() && !point[name].string().empty()) point = point[name];
      }
      if (!point.string().empty()) points.push_back(plain_line(pith::decode_entities(point.string())));
    }
  }
  return points;
}

/// `[{"title": "Core Insights", "points": ["...", ...]}, ...]`
std::vector<Block> blocks_of_sections(JsonValue list, pith::PageContext& context) {
  std::vector<Block> blocks;
  if (!list.is_array() || pith::trim(first_string(list.at(0))) != first_section) return blocks;
  for (std::size_t i = 0; i < list.size() && i < most_points; ++i) {
    const JsonValue section = list.at(i);
    const std::string name = pith::collapse_space(first_string(section));
    if (name.empty()) continue;
    blocks.push_back(Block::heading(section_level, name));
    const std::vector<std::string> points = points_of(section);
    Block bullets;
    bullets.type = BlockType::list;
    for (const std::string& point : points) bullets.items.push_back({{Block::paragraph(point)}});
    if (!points.empty()) blocks.push_back(std::move(bullets));
    for (const char* text : {"content", "text", "body", "summary"}) {
      if (!points.empty() || section[text].string().empty()) continue;
      for (Block& block : blocks_of_summary(section[text].string(), context))
        blocks.push_back(std::move(block));
      break;
    }
  }
  return blocks;
}

/// The summary and the innermost object around it that has a title.
struct Found {
  std::vector<Block> blocks;
  JsonValue holder;
};

std::optional<Found> find_summary(JsonValue root, pith::PageContext& context) {
  struct Step {
    JsonValue value;
    JsonValue holder;
  };
  std::vector<Step> open{{root, {}}};
  for (std::size_t seen = 0; !open.empty() && seen < most_values; ++seen) {
    const Step step = open.back();
    open.pop_back();
    Found found{{}, step.holder};
    if (step.value.is_string() && step.value.string().size() >= least_summary &&
        begins_summary(step.value.string()))
      found.blocks = blocks_of_summary(step.value.string(), context);
    if (step.value.is_array()) found.blocks = blocks_of_sections(step.value, context);
    if (!found.blocks.empty()) return found;
    const bool titled = step.value.is_object() && !step.value["title"].string().empty();
    for (std::size_t i = step.value.size(); i-- > 0;)
      open.push_back({step.value.at(i), titled ? step.value : step.holder});
  }
  return std::nullopt;
}

std::optional<pith::DateTime> date_of(JsonValue holder) {
  for (const char* name : {"publishedAt", "published_at", "publishTime", "publish_time", "published",
                           "createdAt", "created_at", "date", "time"}) {
    if (auto date = pith::parse_date(holder[name].scalar())) return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<pith::Article> read_summary_data(pith::PageContext& context) {
  for (const pith::EmbeddedData& data : pith::embedded_data(context.document())) {
    context.check_time();
    std::optional<Found> found = find_summary(data.json.root(), context);
    if (!found) continue;
    pith::Article article;
    article.body = std::move(found->blocks);
    article.origins["body"] = data.origin;
    article.title = pith::collapse_space(pith::decode_entities(found->holder["title"].string()));
    if (!article.title.empty()) article.origins["title"] = data.origin;
    article.published = date_of(found->holder);
    if (article.published) article.origins["published"] = data.origin;
    return article;
  }
  return std::nullopt;
}

}  // namespace summary
