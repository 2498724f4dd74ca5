#include "text/byline_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "pith/text.hpp"

namespace pith {
namespace {

/// Says "by" and nothing else.
constexpr std::array<std::string_view, 20> sure_prefixes = {
    "by",        "written by", "posted by", "published by",    "reported by", "story by",  "words by",
    "review by", "edited by",  "author",    "authors",         "autor",       "auteur",    "autore",
    "text by",   "text",       "by:",       "geschreven door", "escrito por", "scritto da"};

/// Says "by", or is the beginning of a name ("Di Maria", "Von Miller"): counts before two words or more.
constexpr std::array<std::string_view, 6> likely_prefixes = {"von", "par", "por", "di", "da", "door"};

/// Written without a space before the name.
constexpr auto joined_prefixes = std::to_array<std::string_view>(
    {"文/",    "文／", "文｜",   "文：",  "文:",   "作者：", "作者:", "作者/", "作者／", "記者：", "记者：",
     "撰文：", "文・", "執筆：", "بقلم:", "بقلم ", "كتب:",   "كتبت:", "מאת:",  "מאת ",   "Автор:", "Текст:"});

/// Says what the named person is to the paper.
constexpr auto introductions = std::to_array<std::string_view>(
    {"unserer redakteurin ", "unserem redakteur ", "unserer korrespondentin ", "unserem korrespondenten ",
     "unserer reporterin ", "unserem reporter ", "unserer mitarbeiterin ", "unserem mitarbeiter ",
     "unserem redaktionsmitglied ", "notre correspondant ", "notre correspondante ", "notre envoyé spécial ",
     "notre envoyée spéciale ", "our correspondent ", "our reporter "});

constexpr auto agencies = std::to_array<std::string_view>({"reuters",
                                                           "afp",
                                                           "ap",
                                                           "dpa",
                                                           "upi",
                                                           "efe",
                                                           "ansa",
                                                           "apa",
                                                           "anp",
                                                           "tass",
                                                           "xinhua",
                                                           "kyodo",
                                                           "lusa",
                                                           "belga",
                                                           "associated press",
                                                           "the associated press",
                                                           "agence france-presse",
                                                           "agence france presse",
                                                           "deutsche presse-agentur",
                                                           "press association",
                                                           "the press association",
                                                           "pa media",
                                                           "europa press",
                                                           "agencies",
                                                           "agenturen",
                                                           "agences",
                                                           "agencias",
                                                           "agenzie",
                                                           "news agencies",
                                                           "wire services",
                                                           "新华社",
                                                           "新華社",
                                                           "中新社"});

constexpr auto nobodies =
    std::to_array<std::string_view>({"staff", "admin", "administrator", "webmaster", "root", "staff writer",
                                     "staff writers", "staff reporter", "staff reporters"});

constexpr auto desk_words = std::to_array<std::string_view>(
    {"staff", "newsroom", "desk", "redaktion", "rédaction", "redacción", "redazione", "redactie", "redação"});

constexpr std::array<std::string_view, 6> name_particles = {"der", "den", "dem", "de", "la", "van"};

constexpr auto role_nouns =
    std::to_array<std::string_view>({"editor",       "reporter",      "correspondent",   "writer",
                                     "contributor",  "columnist",     "journalist",      "producer",
                                     "photographer", "critic",        "blogger",         "anchor",
                                     "intern",       "staff",         "chief",           "desk",
                                     "commentator",  "editors",       "reporters",       "redakteur",
                                     "redakteurin",  "korrespondent", "korrespondentin", "journaliste",
                                     "rédacteur",    "rédactrice",    "correspondant",   "correspondante",
                                     "periodista",   "redactor",      "redactora",       "corrispondente",
                                     "giornalista",  "consultant",    "dietitian",       "founder",
                                     "cofounder",    "reviewer",      "analyst",         "director",
                                     "manager",      "president",     "specialist",      "expert",
                                     "researcher",   "professor",     "nutritionist",    "gardener",
                                     "astrologer",   "engineer",      "strategist",      "presenter",
                                     "ceo",          "freelancer",    "autorin"});

constexpr auto degrees = std::to_array<std::string_view>(
    {"phd",  "md",  "mba",  "rn",  "esq", "jd",  "dds",  "cfa",  "ms",  "msc",  "bsn",
     "msn",  "rd",  "rdn",  "ldn", "cpa", "cfp", "cepf", "dvm",  "vmd", "lvt",  "lcsw",
     "lmft", "lpc", "psyd", "edd", "mph", "dpt", "cscs", "facc", "pmp", "dacvb"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string letters_only(std::string_view part) {
  std::string out;
  for (char c : lower_ascii(part)) {
    if (is_letter(c)) out += c;
  }
  return out;
}

/// The length of the prefix `word` at the beginning of `lower` with what follows it up to a name.
std::size_t separated_prefix(std::string_view lower, std::string_view word) {
  if (lower.substr(0, word.size()) != word) return 0;
  std::size_t at = word.size();
  const std::size_t end = lower.find_first_not_of(" :\n\t", at);
  if (end == at) return 0;
  return std::min(end, lower.size());
}

/// The length of "unserer Redakteurin" at the beginning of `lower`.
std::size_t introduction_length(std::string_view lower) {
  const auto found = std::find_if(introductions.begin(), introductions.end(),
                                  [&](std::string_view words) { return lower.starts_with(words); });
  return found == introductions.end() ? 0 : found->size();
}

bool names_follow(std::string_view rest) {
  const std::size_t space = rest.find(' ');
  return space != std::string_view::npos && !contains(name_particles, rest.substr(0, space)) &&
         rest.find_first_not_of(" ,;&/|\n", space) != std::string_view::npos;
}

}  // namespace

std::size_t byline_prefix_length(std::string_view text) {
  for (const std::string_view prefix : joined_prefixes) {
    if (text.substr(0, prefix.size()) == prefix) return prefix.size();
  }
  const std::string lower = lower_ascii(text.substr(0, 120));
  std::size_t longest = 0;
  for (const std::string_view prefix : sure_prefixes) {
    const std::size_t length = separated_prefix(lower, prefix);
    // "Text" and "Author" need their colon: without one they may be a name.
    const bool needs_colon = prefix.substr(0, 2) == "au" || prefix == "text";
    if (needs_colon && lower.substr(0, length).find(':') == std::string::npos) continue;
    longest = std::max(longest, length);
  }
  for (const std::string_view prefix : likely_prefixes) {
    const std::size_t length = separated_prefix(lower, prefix);
    if (length > 0 && names_follow(std::string_view(lower).substr(length)))
      longest = std::max(longest, length);
  }
  return longest + introduction_length(std::string_view(lower).substr(longest));
}

bool joins_names(std::string_view word) {
  if (word == "y" || word == "e" || word == "en" || word == "och" || word == "og") return true;
  // "avec AFP"
  if (word == "avec" || word == "mit" || word == "con" || word == "com") return true;
  const std::string lower = lower_ascii(word);
  return lower == "and" || lower == "und" || lower == "et" || lower == "with";
}

bool is_role(std::string_view part) {
  const std::string lower = lower_ascii(part);
  if (std::count(lower.begin(), lower.end(), ' ') > 8) return false;
  for (const std::string& word : split_trimmed(lower, ' ')) {
    std::string_view bare = word;
    while (!bare.empty() && !is_letter(bare.back())) bare.remove_suffix(1);
    if (contains(role_nouns, bare.substr(0, bare.find('-')))) return true;
  }
  return false;
}

bool is_generation(std::string_view part) {
  const std::string letters = letters_only(part);
  return letters == "jr" || letters == "sr" || letters == "ii" || letters == "iii" || letters == "iv";
}

bool is_degree(std::string_view part) {
  const std::string letters = letters_only(part);
  return contains(degrees, letters);
}

bool is_agency(std::string_view part) {
  return contains(agencies, comparison_key(part));
}

bool is_nobody(std::string_view part) {
  return contains(nobodies, comparison_key(part));
}

bool is_desk(std::string_view part) {
  const std::string key = comparison_key(part);
  const std::string_view last = std::string_view(key).substr(key.find_last_of(" -") + 1);
  const std::string_view first = std::string_view(key).substr(0, key.find(' '));
  return contains(desk_words, last) || contains(desk_words, first);
}

bool begins_remark(std::string_view word) {
  return word == "in" || word == "for" || word == "at" || word == "via" || word == "from" || word == "|";
}

}  // namespace pith
