#include "content/chrome_words.hpp"

#include <algorithm>
#include <array>

namespace pith {
namespace {

struct Word {
  std::string_view name;
  std::uint8_t kind;
};
constexpr std::uint8_t date_word = 11;

// Sorted by name: English, German, French, Spanish, Italian, Portuguese, Dutch.
constexpr auto words = std::to_array<Word>({

    {"aanmelden", 2},    {"abonnez", 2},     {"abonnieren", 2},   {"accept", 6},       {"account", 2},
    {"accueil", 3},      {"ad", 9},          {"add", 8},          {"ads", 9},          {"advertisement", 9},
    {"advertising", 9},  {"ago", 11},        {"agosto", 11},      {"also", 4},         {"am", 11},
    {"anmelden", 2},     {"anzeige", 9},     {"app", 10},         {"apr", 11},         {"april", 11},
    {"assine", 2},       {"aug", 11},        {"august", 11},      {"author", 7},       {"avril", 11},
    {"back", 3},         {"bild", 10},       {"breadcrumb", 3},   {"browse", 3},       {"buy", 8},
    {"by", 7},           {"cart", 8},        {"checkout", 8},     {"click", 10},       {"close", 3},
    {"comentarios", 5},  {"comment", 5},     {"commentaires", 5}, {"commenti", 5},     {"comments", 5},
    {"compartilhar", 1}, {"compartir", 1},   {"condividi", 1},    {"consent", 6},      {"contributor", 7},
    {"cookie", 6},       {"cookies", 6},     {"copyright", 6},    {"credit", 10},      {"da", 7},
    {"datenschutz", 6},  {"days", 11},       {"dec", 11},         {"december", 11},    {"delen", 1},
    {"dezember", 11},    {"disclaimer", 6},  {"discount", 8},     {"door", 7},         {"download", 10},
    {"editor", 7},       {"email", 1},       {"enero", 11},       {"est", 11},         {"facebook", 1},
    {"feb", 11},         {"febrero", 11},    {"februar", 11},     {"february", 11},    {"folgen", 1},
    {"follow", 1},       {"foto", 10},       {"friday", 11},      {"gallery", 10},     {"getty", 10},
    {"gmt", 11},         {"home", 3},        {"hours", 11},       {"image", 10},       {"impressum", 6},
    {"imprint", 6},      {"inbox", 2},       {"inicio", 3},       {"instagram", 1},    {"iscriviti", 2},
    {"jan", 11},         {"janeiro", 11},    {"januar", 11},      {"january", 11},     {"janvier", 11},
    {"juillet", 11},     {"juin", 11},       {"jul", 11},         {"juli", 11},        {"july", 11},
    {"jun", 11},         {"june", 11},       {"juni", 11},        {"kommentare", 5},   {"latest", 4},
    {"leave", 5},        {"lees", 4},        {"legal", 6},        {"leggi", 4},        {"leia", 4},
    {"likes", 5},        {"linkedin", 1},    {"lire", 4},         {"listen", 10},      {"log", 5},
    {"login", 2},        {"mar", 11},        {"march", 11},       {"mars", 11},        {"marzo", 11},
    {"may", 11},         {"meer", 4},        {"mehr", 4},         {"mentions", 6},     {"menu", 3},
    {"might", 4},        {"minutes", 11},    {"monday", 11},      {"more", 4},         {"navigation", 3},
    {"newsletter", 2},   {"newsletters", 2}, {"next", 3},         {"nov", 11},         {"november", 11},
    {"oct", 11},         {"october", 11},    {"octobre", 11},     {"oktober", 11},     {"order", 8},
    {"ottobre", 11},     {"par", 7},         {"partager", 1},     {"password", 2},     {"photo", 10},
    {"pinterest", 1},    {"play", 10},       {"pm", 11},          {"policy", 6},       {"popular", 4},
    {"por", 7},          {"post", 5},        {"posted", 7},       {"premium", 2},      {"previous", 3},
    {"price", 8},        {"print", 1},       {"privacy", 6},      {"promoted", 9},     {"publicidad", 9},
    {"published", 7},    {"quantity", 8},    {"reacties", 5},     {"read", 4},         {"recommended", 4},
    {"reddit", 1},       {"register", 2},    {"related", 4},      {"replies", 5},      {"reply", 5},
    {"reserved", 6},     {"reuters", 10},    {"rights", 6},       {"sale", 8},         {"saturday", 11},
    {"search", 3},       {"sep", 11},        {"sept", 11},        {"september", 11},   {"settembre", 11},
    {"share", 1},        {"shipping", 8},    {"shop", 8},         {"signup", 2},       {"sitemap", 3},
    {"skip", 3},         {"sold", 8},        {"source", 10},      {"sponsored", 9},    {"staff", 7},
    {"startseite", 3},   {"stock", 8},       {"subscribe", 2},    {"subscription", 2}, {"suche", 3},
    {"sunday", 11},      {"suscribirse", 2}, {"tap", 10},         {"teilen", 1},       {"telegram", 1},
    {"terms", 6},        {"thursday", 11},   {"toggle", 3},       {"trending", 4},     {"tuesday", 11},
    {"tweet", 1},        {"twitter", 1},     {"updated", 7},      {"upvote", 5},       {"utc", 11},
    {"verwandte", 4},    {"video", 10},      {"view", 3},         {"von", 7},          {"watch", 10},
    {"wednesday", 11},   {"werbung", 9},     {"whatsapp", 1},     {"wishlist", 8},     {"written", 7},
    {"you", 4},          {"zoeken", 3},
});
static_assert(std::is_sorted(words.begin(), words.end(),
                             [](const Word& a, const Word& b) { return a.name < b.name; }));

std::uint8_t kind_of(std::string_view name) {
  const auto at =
      std::lower_bound(words.begin(), words.end(), name,
                       [](const Word& word, std::string_view wanted) { return word.name < wanted; });
  return at != words.end() && at->name == name ? at->kind : std::uint8_t{0};
}

}  // namespace

ChromeWords find_chrome_words(std::string_view text) {
  ChromeWords found;
  bool first = true;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    if (end == i) {
      const bool year = i + 4 <= text.size() && (text.substr(i, 2) == "20" || text.substr(i, 2) == "19");
      if (year && (i == 0 || text[i - 1] < '0' || text[i - 1] > '9')) ++found.dates;
      ++i;
      continue;
    }
    const std::uint8_t kind = kind_of(text.substr(i, end - i));
    if (kind == date_word) {
      ++found.dates;
    } else if (kind != 0) {
      ++found.count;
      if (first) found.first = kind;
    }
    first = false;
    i = end;
  }
  return found;
}

}  // namespace pith
