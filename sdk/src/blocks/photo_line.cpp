#include "blocks/photo_line.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "blocks/span_edit.hpp"
#include "pith/block_repairs.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_credit = 70;
constexpr std::size_t longest_caption = 500;
/// Longer paragraphs are none of an article; no more marks than these are tried, no more lines taken from
/// one.
constexpr std::size_t longest_text = 100'000;
constexpr std::size_t longest_look_back = 1'500;
constexpr int most_tries = 32;
constexpr int most_lines = 64;
/// A caption of two sentences is shorter; longer, the first is text that has run together with it.
constexpr std::size_t longest_double_caption = 260;

constexpr auto marks = std::to_array<std::string_view>(
    {"Photo: ", "Photos: ", "Photo by ",
     "Picture: ", "Illustration: ", "Image: ", "Photograph: ", "Handout: ", "Graphic: "});

/// Who a picture may be from; longer names before the shorter ones that they begin with.
constexpr auto agencies = std::to_array<std::string_view>({"Agence France-Presse",
                                                           "AFP",
                                                           "Associated Press",
                                                           "AP Photo",
                                                           "AP",
                                                           "Reuters",
                                                           "Xinhua",
                                                           "EPA-EFE",
                                                           "EPA Images",
                                                           "EPA",
                                                           "Getty Images",
                                                           "Bloomberg",
                                                           "Shutterstock Images",
                                                           "Shutterstock",
                                                           "dpa",
                                                           "DPA",
                                                           "Kyodo",
                                                           "TNS",
                                                           "Handout",
                                                           "SCMP Pictures",
                                                           "SCMP",
                                                           "Weibo",
                                                           "Twitter",
                                                           "Facebook",
                                                           "Instagram",
                                                           "YouTube",
                                                           "Sina",
                                                           "Baidu",
                                                           "CCTV",
                                                           "CNS",
                                                           "China Daily",
                                                           "Imaginechina",
                                                           "VCG",
                                                           "Visual China Group",
                                                           "Zuma Press",
                                                           "ZUMA",
                                                           "NurPhoto",
                                                           "Alamy",
                                                           "Sipa",
                                                           "TASS",
                                                           "Sputnik",
                                                           "Nikkei",
                                                           "The Yomiuri Shimbun",
                                                           "Yonhap",
                                                           "ANI",
                                                           "PTI",
                                                           "Pool"});

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool begins_sentence(std::string_view text) {
  for (const std::string_view mark : {"\xE2\x80\x9C", "\xE2\x80\x98", "\""}) {
    if (text.starts_with(mark)) return true;
  }
  return !text.empty() && (is_upper(text.front()) || (text.front() >= '0' && text.front() <= '9'));
}

/// "J.", "Mr.", "St.": a full stop that ends no sentence.
bool ends_in_abbreviation(std::string_view text) {
  const std::size_t space = text.find_last_of(' ');
  const std::string_view word = space == std::string_view::npos ? text : text.substr(space + 1);
  return word.size() <= 4 && word.ends_with('.') && is_upper(word.front()) &&
         word.find_first_of("?!") == std::string_view::npos &&
         (word.size() <= 3 || word == "Mrs." || word == "Gen." || word == "Sen." || word == "Rep.");
}

/// Where the sentences of a text begin.
std::vector<std::size_t> sentence_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t space = text.find(' '); space != std::string_view::npos;
       space = text.find(' ', space + 1)) {
    const std::string_view before = text.substr(0, space);
    const bool ends = ends_sentence(before) && !before.ends_with(':') && !ends_in_abbreviation(before);
    if (ends && begins_sentence(text.substr(space + 1))) starts.push_back(space + 1);
  }
  return starts;
}

bool has_quote(std::string_view text) {
  return text.find("\xE2\x80\x9C") != std::string_view::npos || text.find('"') != std::string_view::npos ||
         text.find(" said") != std::string_view::npos;
}

/// Where the caption begins in the text before the mark: with its last sentence where other text has run
/// together with it.
std::size_t caption_begin(std::string_view text, bool run_together) {
  // A caption is short: what stands further away is other text.
  const std::size_t skipped =
      text.size() > longest_look_back ? text.find(' ', text.size() - longest_look_back) + 1 : 0;
  const std::string_view before = text.substr(skipped);
  const std::vector<std::size_t> starts = sentence_starts(before);
  if (starts.size() == 1 || run_together || skipped > 0) return skipped + starts.back();
  const std::string_view others = before.substr(0, starts.back());
  const bool one_caption =
      starts.size() <= 3 && before.size() <= longest_double_caption && !has_quote(others);
  return one_caption ? 0 : starts.back();
}

std::size_t agency_length(std::string_view text) {
  for (const std::string_view agency : agencies) {
    if (!text.starts_with(agency)) continue;
    const char next = text.size() > agency.size() ? text[agency.size()] : ' ';
    if (!is_lower(next) && !is_upper(next) && next != '-') return agency.size();
  }
  return 0;
}

/// "Jelly Tse", "Yik Yeung-man": two words with a capital.
std::size_t name_length(std::string_view text) {
  std::size_t end = 0;
  for (int word = 0; word < 2; ++word) {
    if (end >= text.size() || !is_upper(text[end])) return 0;
    end = std::min(text.find_first_of(" ./,;)", end), text.size());
    if (word == 0 && (end >= text.size() || text[end] != ' ')) return 0;
    if (word == 0) ++end;
  }
  return end;
}

/// The length of a credit that other text follows; 0 if there is no telling.
std::size_t credit_length(std::string_view text) {
  std::size_t end = 0;
  for (;;) {
    const std::string_view rest = text.substr(end);
    std::size_t length = agency_length(rest);
    if (length == 0) length = name_length(rest);
    if (length == 0) return end;
    end += length;
    std::size_t next = 0;
    for (const std::string_view joint : {" / ", "/", " via "}) {
      if (next == 0 && text.substr(end).starts_with(joint)) next = joint.size();
    }
    if (next == 0) return end;
    end += next;
  }
}

std::optional<PhotoLine> line_at(std::string_view text, std::size_t at, std::string_view mark) {
  if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' && text[at - 1] != '[') return std::nullopt;
  std::size_t end = at;
  while (end > 0 && std::string_view(" ([|").find(text[end - 1]) != std::string_view::npos) --end;
  for (const std::string_view dash : {" \xE2\x80\x94", " \xE2\x80\x93", " -"}) {
    if (text.substr(0, end).ends_with(dash)) end -= dash.size();
  }
  const std::string_view rest = text.substr(at + mark.size());
  const std::size_t known = agency_length(rest) > 0 ? credit_length(rest) : 0;
  const bool sentence_follows =
      known > 0 && known + 1 < rest.size() && begins_sentence(trim(rest.substr(known + 1)));
  std::string_view credit = trim(rest);
  if (credit.ends_with(')') || credit.ends_with(']')) credit.remove_suffix(1);
  const bool to_the_end = !credit.empty() && credit.size() <= longest_credit &&
                          credit.find(". ") == std::string_view::npos && !sentence_follows;
  PhotoLine line{caption_begin(text.substr(0, end), !to_the_end), end, text.size(), std::string(credit)};
  if (!to_the_end) {
    const std::size_t length = credit_length(rest);
    if (length == 0 || !ends_sentence(text.substr(0, end))) return std::nullopt;
    line.credit = rest.substr(0, length);
    line.rest_begin = at + mark.size() + length;
    while (line.rest_begin < text.size() &&
           std::string_view(" .)]").find(text[line.rest_begin]) != std::string_view::npos)
      ++line.rest_begin;
  }
  if (line.caption_end - line.caption_begin > longest_caption) return std::nullopt;
  return line;
}

/// "A view of the plant. — Bloomberg"
std::optional<PhotoLine> line_before_agency(std::string_view text) {
  for (const std::string_view dash : {" \xE2\x80\x94 ", " \xE2\x80\x93 "}) {
    const std::size_t at = text.rfind(dash);
    if (at > longest_double_caption) continue;
    const std::string_view agency = trim(text.substr(at + dash.size()));
    const std::string_view caption = text.substr(0, at);
    if (agency.empty() || agency_length(agency) != agency.size()) continue;
    if (ends_sentence(caption) && !has_quote(caption))
      return PhotoLine{0, at, text.size(), std::string(agency)};
  }
  return std::nullopt;
}

Block piece_of(const Block& block, std::size_t begin, std::size_t end) {
  Block piece = block;
  keep_text(piece.spans, begin, end);
  return piece;
}

/// A picture without words right before takes them.
void add_figure(Block figure, std::vector<Block>& result) {
  figure.type = BlockType::figure;
  const bool picture_before = !result.empty() && result.back().type == BlockType::figure &&
                              result.back().spans.empty() && result.back().credit.empty() &&
                              figure.images.empty();
  if (picture_before) {
    result.back().spans = std::move(figure.spans);
    result.back().credit = std::move(figure.credit);
  } else {
    result.push_back(std::move(figure));
  }
}

void tell(std::string_view text, const PhotoLine& line, const Block& block, Ledger& ledger) {
  ledger.cut_text(text.substr(line.caption_end, line.rest_begin - line.caption_end),
                  Boilerplate::photo_credit, "photo line", block.source);
}

/// What stands in a caption belongs to it, however many sentences it has.
bool take_credit(Block& figure, Ledger& ledger) {
  if (!figure.credit.empty()) return false;
  const std::string text = text_of(figure.spans);
  std::optional<PhotoLine> line = find_photo_line(text);
  if (!line || line->rest_begin < text.size()) return false;
  tell(text, *line, figure, ledger);
  figure.credit = std::move(line->credit);
  keep_text(figure.spans, 0, line->caption_end);
  return true;
}

void split_paragraph(Block block, std::vector<Block>& result, Ledger& ledger) {
  for (int lines = 0; lines < most_lines; ++lines) {
    const std::string text = text_of(block.spans);
    std::optional<PhotoLine> line = find_photo_line(text);
    if (!line) break;
    tell(text, *line, block, ledger);
    if (line->caption_begin > 0) result.push_back(piece_of(block, 0, line->caption_begin));
    Block figure = piece_of(block, line->caption_begin, line->caption_end);
    figure.credit = std::move(line->credit);
    add_figure(std::move(figure), result);
    block = piece_of(block, line->rest_begin, text.size());
  }
  if (!block.spans.empty()) result.push_back(std::move(block));
}

}  // namespace

std::optional<PhotoLine> find_photo_line(std::string_view text) {
  std::size_t from = 0;
  for (int tries = 0; tries < most_tries && text.size() <= longest_text; ++tries) {
    std::size_t at = std::string_view::npos;
    std::string_view mark;
    for (const std::string_view candidate : marks) {
      const std::size_t found = text.find(candidate, from);
      if (found < at) at = found, mark = candidate;
    }
    if (at == std::string_view::npos) break;
    if (std::optional<PhotoLine> line = line_at(text, at, mark)) return line;
    from = at + mark.size();
  }
  return line_before_agency(text);
}

bool is_photo_line(std::string_view text) {
  const std::optional<PhotoLine> line = find_photo_line(text);
  return line && line->caption_begin == 0 && line->rest_begin == text.size() && line->caption_end > 0;
}

void photo_lines(std::vector<Block>& blocks, Ledger& ledger) {
  std::vector<Block> result;
  for (Block& block : blocks) {
    if (block.type == BlockType::paragraph) {
      split_paragraph(std::move(block), result, ledger);
    } else if (block.type == BlockType::figure && take_credit(block, ledger)) {
      add_figure(std::move(block), result);
    } else {
      result.push_back(std::move(block));
    }
  }
  blocks = std::move(result);
}

}  // namespace pith
