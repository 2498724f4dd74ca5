#include "notices.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pith/pith.hpp"

namespace scmp_data {
namespace {

using enum pith::Boilerplate;
using pith::Block;

/// Bytes of the longest notice: a sentence, and where to sign in.
constexpr std::size_t longest_notice = 200;
/// A page with this many words shows an article, whatever it offers beside it.
constexpr std::size_t teaser_words = 150;
/// Words of a sentence that is no label.
constexpr std::size_t least_prose_words = 8;

/// A line that begins with `begins` and, unless that is all of it, goes on with one of the words of `also`.
struct Notice {
  pith::Boilerplate kind;
  std::string_view begins;
  std::span<const std::string_view> also;
};

constexpr auto anything = std::to_array<std::string_view>({""});
constexpr auto access = std::to_array<std::string_view>(
    {"subscri", "sign in", "log in", "sign up", "register", "account", "free trial", "member"});
constexpr auto mail =
    std::to_array<std::string_view>({"newsletter", "inbox", "email", "e-mail", "alerts", "updates"});

/// They say what a paywall says, on whatever page they stand.
constexpr auto paywalls = std::to_array<Notice>({
    {paywall_notice, "subscribe to continue", anything},
    {paywall_notice, "subscribe to read", anything},
    {paywall_notice, "subscribe now to read", anything},
    {paywall_notice, "subscribe now to continue", anything},
    {paywall_notice, "to continue reading", access},
    {paywall_notice, "to keep reading", access},
    {paywall_notice, "to read the full", access},
    {paywall_notice, "keep reading with a subscription", anything},
    {paywall_notice, "continue reading with a subscription", anything},
    {paywall_notice, "unlock this article", anything},
    {paywall_notice, "unlock this story", anything},
    {paywall_notice, "this article is for subscribers", anything},
    {paywall_notice, "this story is for subscribers", anything},
    {paywall_notice, "this article is only available to subscribers", anything},
});

/// They stand below those, or beside a teaser; also in the masthead of pages that are free.
constexpr auto offers = std::to_array<Notice>({
    {paywall_notice, "already a subscriber", anything},
    {paywall_notice, "get unlimited access", anything},
    {paywall_notice, "get full access", anything},
    {paywall_notice, "subscribe for full access", anything},
    {paywall_notice, "subscribe for unlimited access", anything},
    {paywall_notice, "subscribe now for", anything},
    {paywall_notice, "keep reading", access},
});

constexpr auto lines = std::to_array<Notice>({
    {newsletter, "sign up for", mail},
    {newsletter, "subscribe to our", mail},
    {newsletter, "by submitting, you consent to receiving marketing emails", anything},
    {newsletter, "by registering, you must be over 18 years old", anything},
});

/// Comparable words of a block that is not longer than notices are.
std::string key_of(const Block& block) {
  const std::string text = pith::text_of(block);
  return text.size() <= longest_notice ? pith::comparison_key(text) : std::string();
}

bool says(const Notice& notice, std::string_view key) {
  if (!key.starts_with(notice.begins)) return false;
  const std::string_view rest = key.substr(notice.begins.size());
  if (!rest.empty() && (rest.front() >= 'a' && rest.front() <= 'z')) return false;
  if (rest.find_first_not_of(" .:!?") == std::string_view::npos) return true;
  return std::any_of(notice.also.begin(), notice.also.end(),
                     [&](std::string_view word) { return rest.find(word) != std::string_view::npos; });
}

const Notice* find_notice(std::span<const Notice> notices, std::string_view key) {
  const auto found =
      std::find_if(notices.begin(), notices.end(), [&](const Notice& notice) { return says(notice, key); });
  return found == notices.end() ? nullptr : &*found;
}

/// "Read more about ports" is nothing but a link.
bool leads_away(const Block& block, std::string_view key) {
  if (!key.starts_with("read more ") || block.spans.empty()) return false;
  return std::all_of(block.spans.begin(), block.spans.end(), [](const pith::Span& span) {
    const std::string_view words = pith::trim(span.text);
    return !span.href.empty() || words.size() <= std::string_view("Read more about:").size();
  });
}

std::size_t prose_words(const std::vector<Block>& body, std::size_t from) {
  std::size_t words = 0;
  for (std::size_t i = from; i < body.size(); ++i) {
    const std::string text = pith::text_of(body[i]);
    const std::size_t count = pith::count_words(text);
    if (body[i].type != pith::BlockType::figure && count >= least_prose_words && pith::ends_sentence(text))
      words += count;
  }
  return words;
}

/// Where the text ends: at the first notice that does not stand above most of the text.
std::size_t paywall_at(const std::vector<Block>& body, bool teaser) {
  const std::size_t all = prose_words(body, 0);
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::string key = key_of(body[i]);
    if (!find_notice(paywalls, key) && !(teaser && find_notice(offers, key))) continue;
    if (prose_words(body, i + 1) * 2 <= all) return i;
  }
  return body.size();
}

bool stands_beside_text(bool teaser, const pith::PageContext& context) {
  const std::string text = pith::visible_text(context.document().root(), pith::Ledger{});
  for (const std::string& line : pith::split_trimmed(text, '\n')) {
    if (line.size() > longest_notice) continue;
    const std::string key = pith::comparison_key(line);
    if (find_notice(paywalls, key) || (teaser && find_notice(offers, key))) return true;
  }
  return false;
}

}  // namespace

void drop_notices(pith::PageContext& context, pith::Extraction& result) {
  for (pith::Article& article : result.articles) {
    std::erase_if(article.body, [&](const Block& block) {
      const std::string key = key_of(block);
      const Notice* notice = find_notice(lines, key);
      if (notice == nullptr && !leads_away(block, key)) return false;
      context.ledger().cut_text(
          pith::text_of(block), notice ? notice->kind : read_more,
          notice ? "line beginning \"" + std::string(notice->begins) + "\"" : "read more", block.source);
      return true;
    });
  }
}

void read_paywall(pith::PageContext& context, pith::Extraction& result) {
  if (result.articles.size() != 1 || result.status != pith::Status::ok) return;
  std::vector<Block>& body = result.articles.front().body;
  const bool teaser = pith::count_words(body) < teaser_words;
  const std::size_t end = paywall_at(body, teaser);
  const bool ends = end < body.size();
  if (!ends && !stands_beside_text(teaser, context)) return;
  for (std::size_t at = end; at < body.size(); ++at) {
    context.ledger().cut_text(pith::text_of(body[at]), paywall_notice, "from the notice of a paywall",
                              body[at].source);
  }
  body.resize(end);
  result.status = pith::Status::paywalled;
  result.reason = "the page says that the rest is for subscribers";
}

}  // namespace scmp_data
