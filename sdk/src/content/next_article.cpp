#include "content/next_article.hpp"

#include <algorithm>
#include <string>

#include "content/text_measure.hpp"
#include "pith/metadata.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// Bytes of text that make an article; less is a teaser, and a page of teasers is a list.
constexpr std::uint32_t least_article = 400;

bool is_title(const TextRun& run, const Metadata& metadata) {
  return std::any_of(metadata.titles.begin(), metadata.titles.end(), [&](const Metadata::Value& title) {
    return lower_ascii(title.text).substr(0, run.head.size()) == run.head;
  });
}

/// The heading of the first level that says the page's title.
std::size_t find_headline(const std::vector<TextRun>& runs, const Metadata& metadata) {
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (runs[i].scope.heading == 1 && is_title(runs[i], metadata)) return i;
  return runs.size();
}

/// Whether each of two headings has an article of its own below it: the widest elements that hold one of them
/// and not the other are of one kind, and both hold text.
bool are_headlines_of_two(const TextRun& first, const TextRun& second, PageContext& context) {
  const Document& document = context.document();
  Node one = document.at(first.container);
  Node other = document.at(second.container);
  while (one.parent() && !one.parent().contains(other)) one = one.parent();
  while (other.parent() && !other.parent().contains(one)) other = other.parent();
  return one.tag() == other.tag() && context.measure().text(one) >= least_article &&
         context.measure().text(other) >= least_article;
}

/// Whether the page says that its entries are parts of one article.
bool is_live_blog(const Metadata& metadata) {
  return std::any_of(metadata.types.begin(), metadata.types.end(), [](const Metadata::Value& type) {
    return lower_ascii(type.text).find("liveblog") != std::string::npos;
  });
}

}  // namespace

std::size_t find_next_article(const std::vector<TextRun>& runs, PageContext& context) {
  const Metadata& metadata = context.metadata();
  const std::size_t headline = find_headline(runs, metadata);
  if (headline == runs.size() || is_live_blog(metadata)) return runs.size();
  for (std::size_t i = headline + 1; i < runs.size(); ++i) {
    const bool alike = runs[i].scope.heading == 1 && runs[i].signature == runs[headline].signature;
    if (!alike || runs[i].hash == runs[headline].hash) continue;
    return are_headlines_of_two(runs[headline], runs[i], context) ? i : runs.size();
  }
  return runs.size();
}

}  // namespace pith
