#include "date_time/date_words.hpp"

#include <algorithm>
#include <array>

namespace pith {
namespace {

struct Month {
  std::string_view name;
  int number;
};
// English, German, French, Spanish, Italian, Portuguese, Dutch, Russian (genitive and nominative).
constexpr auto months = std::to_array<Month>({
    {"january", 1},   {"jan", 1},        {"januar", 1},     {"jänner", 1},     {"janvier", 1},
    {"janv", 1},      {"enero", 1},      {"ene", 1},        {"gennaio", 1},    {"gen", 1},
    {"janeiro", 1},   {"januari", 1},    {"января", 1},     {"январь", 1},     {"янв", 1},
    {"february", 2},  {"feb", 2},        {"februar", 2},    {"février", 2},    {"févr", 2},
    {"fév", 2},       {"febrero", 2},    {"febbraio", 2},   {"fevereiro", 2},  {"fev", 2},
    {"februari", 2},  {"февраля", 2},    {"февраль", 2},    {"фев", 2},        {"march", 3},
    {"mar", 3},       {"märz", 3},       {"mär", 3},        {"mars", 3},       {"marzo", 3},
    {"março", 3},     {"maart", 3},      {"mrt", 3},        {"марта", 3},      {"март", 3},
    {"мар", 3},       {"april", 4},      {"apr", 4},        {"avril", 4},      {"avr", 4},
    {"abril", 4},     {"abr", 4},        {"aprile", 4},     {"апреля", 4},     {"апрель", 4},
    {"апр", 4},       {"may", 5},        {"mai", 5},        {"mayo", 5},       {"maggio", 5},
    {"mag", 5},       {"maio", 5},       {"mei", 5},        {"мая", 5},        {"май", 5},
    {"june", 6},      {"jun", 6},        {"juni", 6},       {"juin", 6},       {"junio", 6},
    {"giugno", 6},    {"giu", 6},        {"junho", 6},      {"июня", 6},       {"июнь", 6},
    {"июн", 6},       {"july", 7},       {"jul", 7},        {"juli", 7},       {"juillet", 7},
    {"juil", 7},      {"julio", 7},      {"luglio", 7},     {"lug", 7},        {"julho", 7},
    {"июля", 7},      {"июль", 7},       {"июл", 7},        {"august", 8},     {"aug", 8},
    {"août", 8},      {"aout", 8},       {"agosto", 8},     {"ago", 8},        {"augustus", 8},
    {"августа", 8},   {"август", 8},     {"авг", 8},        {"september", 9},  {"sept", 9},
    {"sep", 9},       {"septembre", 9},  {"septiembre", 9}, {"settembre", 9},  {"set", 9},
    {"setembro", 9},  {"сентября", 9},   {"сентябрь", 9},   {"сен", 9},        {"сент", 9},
    {"october", 10},  {"oct", 10},       {"oktober", 10},   {"okt", 10},       {"octobre", 10},
    {"octubre", 10},  {"ottobre", 10},   {"ott", 10},       {"outubro", 10},   {"out", 10},
    {"октября", 10},  {"октябрь", 10},   {"окт", 10},       {"november", 11},  {"nov", 11},
    {"novembre", 11}, {"noviembre", 11}, {"novembro", 11},  {"ноября", 11},    {"ноябрь", 11},
    {"ноя", 11},      {"нояб", 11},      {"december", 12},  {"dec", 12},       {"dezember", 12},
    {"dez", 12},      {"décembre", 12},  {"déc", 12},       {"diciembre", 12}, {"dic", 12},
    {"dicembre", 12}, {"dezembro", 12},  {"декабря", 12},   {"декабрь", 12},   {"дек", 12},
});

struct Zone {
  std::string_view name;
  int minutes;
};
constexpr auto zones = std::to_array<Zone>({
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},      {"wet", 0},     {"bst", 60},   {"cet", 60},
    {"mez", 60},   {"west", 60},  {"cest", 120}, {"mesz", 120},  {"eet", 120},   {"sast", 120}, {"eest", 180},
    {"msk", 180},  {"hkt", 480},  {"sgt", 480},  {"awst", 480},  {"jst", 540},   {"kst", 540},  {"aest", 600},
    {"aedt", 660}, {"nzst", 720}, {"nzdt", 780}, {"est", -300},  {"edt", -240},  {"cdt", -300}, {"mst", -420},
    {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600},
});

}  // namespace

int month_named(std::string_view word) {
  const auto at =
      std::find_if(months.begin(), months.end(), [&](const Month& month) { return month.name == word; });
  return at == months.end() ? 0 : at->number;
}

std::optional<int> offset_of_zone(std::string_view name) {
  const auto at =
      std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.name == name; });
  if (at == zones.end()) return std::nullopt;
  return at->minutes;
}

}  // namespace pith
