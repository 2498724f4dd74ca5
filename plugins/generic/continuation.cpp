#include "continuation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace generic_page {
namespace {

/// Behind a teaser, each all of a link, a button or a line. Without those that also stand over other
/// articles ("More", "See also").
constexpr auto go_on_words = std::to_array<std::string_view>({"read more",
                                                              "continue reading",
                                                              "keep reading",
                                                              "read the full story",
                                                              "read full story",
                                                              "read full article",
                                                              "read the full article",
                                                              "read the rest",
                                                              "read on",
                                                              "weiterlesen",
                                                              "artikel weiterlesen",
                                                              "lire la suite",
                                                              "lire plus",
                                                              "leggi tutto",
                                                              "continua a leggere",
                                                              "leggi di più",
                                                              "seguir leyendo",
                                                              "continuar leyendo",
                                                              "leer más",
                                                              "continuar lendo",
                                                              "continuar a ler",
                                                              "leia mais",
                                                              "ler mais",
                                                              "lees verder",
                                                              "lees meer",
                                                              "verder lezen",
                                                              "читать далее",
                                                              "читать полностью",
                                                              "читать дальше",
                                                              "続きを読む",
                                                              "全文を読む",
                                                              "阅读全文",
                                                              "继续阅读",
                                                              "展开全文",
                                                              "閱讀全文"});
/// A comparison of beginnings needs so many bytes to mean anything.
constexpr std::size_t least_alike = 40;
constexpr std::size_t most_alike = 200;
/// Data that have so much more than what is shown go on; less is another way of counting captions.
constexpr double noticeably_more = 1.2;
/// Longer texts are no label.
constexpr std::size_t most_label = 60;

bool says_go_on(std::string_view text) {
  if (text.size() > most_label) return false;
  std::string key = pith::comparison_key(text);
  for (const std::string_view mark : {"...", "…", "»", "›", "→", ">", " "}) {
    while (key.ends_with(mark)) key.resize(key.size() - mark.size());
  }
  return std::find(go_on_words.begin(), go_on_words.end(), key) != go_on_words.end();
}

bool is_skipped(pith::Node at) {
  return at.is(pith::Tag::script) || at.is(pith::Tag::style) || at.is(pith::Tag::noscript) ||
         at.is(pith::Tag::template_);
}

bool is_in_heading(pith::Node at) {
  constexpr int levels = 3;
  for (int i = 0; i < levels && at; ++i, at = at.parent()) {
    if (at.is(pith::Tag::h2) || at.is(pith::Tag::h3) || at.is(pith::Tag::h4)) return true;
  }
  return false;
}

/// The first text behind a place of the page.
pith::Node first_text_behind(const pith::Document& document, std::uint32_t place) {
  for (pith::Node at = document.body(); at;) {
    if (is_skipped(at)) {
      at = at.after();
      continue;
    }
    if (at.is_text() && at.source().begin >= place && !pith::trim(at.data()).empty()) return at;
    at = at.following();
  }
  return {};
}

bool ends_with_go_on(const pith::Document& document, const std::vector<pith::Block>& body) {
  const pith::Block& last = body.back();
  if (says_go_on(pith::text_of(last))) return last.type != pith::BlockType::heading;
  if (last.source.end == 0) return false;
  const pith::Node text = first_text_behind(document, last.source.end);
  return text && says_go_on(pith::trim(text.data())) && !is_in_heading(text.parent());
}

/// What an address has behind the page's own: "?page=2", "/2", "/page/2".
bool is_page_number(std::string_view rest) {
  while (!rest.empty() && std::string_view("/?&-_").find(rest.front()) != std::string_view::npos)
    rest.remove_prefix(1);
  for (const std::string_view name : {"page", "seite", "pagina", "p"}) {
    if (!rest.starts_with(name)) continue;
    rest.remove_prefix(name.size());
    if (!rest.empty() && (rest.front() == '=' || rest.front() == '/' || rest.front() == '-'))
      rest.remove_prefix(1);
    break;
  }
  if (rest.ends_with('/')) rest.remove_suffix(1);
  return !rest.empty() && rest.size() <= 3 && rest.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_next_page(pith::PageContext& context) {
  static const pith::Selector selector("link[rel~='next'][href], a[rel~='next'][href]");
  std::string own = context.page().address();
  own.resize(std::min(own.size(), own.find_first_of("?#")));
  if (own.ends_with('/')) own.pop_back();
  if (own.empty()) return false;
  for (const pith::Node at : context.document().select(selector)) {
    const std::string next = context.resolve(at.attribute("href"));
    if (next.starts_with(own) && is_page_number(std::string_view(next).substr(own.size()))) return true;
  }
  return false;
}

/// Whether the bytes end within a sentence of the body: a page that did not come whole.
bool breaks_off(const pith::Page& page, const pith::Block& last) {
  const std::string_view bytes = pith::trim(page.bytes);
  if (bytes.empty() || bytes.back() == '>' || last.source.end == 0) return false;
  constexpr std::string_view ends = ".!?\"')";
  return ends.find(bytes.back()) == std::string_view::npos && last.source.end + 8 >= bytes.size();
}

}  // namespace

std::string reason_to_go_on(pith::PageContext& context, const std::vector<pith::Block>& body) {
  if (body.empty()) return {};
  if (breaks_off(context.page(), body.back())) return "the page breaks off within a sentence";
  if (ends_with_go_on(context.document(), body)) return std::string(shows_beginning);
  if (has_next_page(context)) return "the article goes on on another page";
  return {};
}

bool goes_on_from(const std::vector<pith::Block>& shown, const std::vector<pith::Block>& longer) {
  const auto words = static_cast<double>(pith::count_words(shown));
  if (static_cast<double>(pith::count_words(longer)) < noticeably_more * words) return false;
  const std::string text = pith::comparison_key(pith::text_of(longer));
  for (const pith::Block& block : shown) {
    std::string key = pith::comparison_key(pith::text_of(block));
    if (block.type != pith::BlockType::paragraph || key.size() < least_alike) continue;
    key.resize(std::min(key.size(), most_alike));
    return text.find(key) != std::string::npos;
  }
  return false;
}

}  // namespace generic_page
