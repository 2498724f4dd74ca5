#include "kind/page_signs.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "kind/address_words.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// Elements of a page's JSON-LD that are asked for their type.
constexpr std::size_t most_types = 40;

/// Words by which types (JSON-LD, OpenGraph, microdata) are told apart.
constexpr std::array<std::string_view, type_signs> type_words = {
    "article", "posting",  "product", "offer",        "list",      "collection",
    "forum",   "question", "website", "organization", "breadcrumb"};

constexpr std::array<Tag, element_signs> counted = {
    Tag::p,       Tag::h1,         Tag::h2,     Tag::h3,     Tag::h4,  Tag::li,   Tag::table, Tag::tr,
    Tag::form,    Tag::input,      Tag::button, Tag::img,    Tag::pre, Tag::code, Tag::time,  Tag::article,
    Tag::section, Tag::blockquote, Tag::iframe, Tag::select, Tag::dl,  Tag::svg,  Tag::a,     Tag::figure};

float logarithm(double value) {
  return static_cast<float>(std::log1p(value));
}
float ratio(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0F;
}

class SignReader {
 public:
  SignReader(const std::vector<TextRun>& runs, const std::vector<Node>& candidate, PageContext& context)
      : runs_(runs), candidate_(candidate), context_(context) {}

  PageSigns read() {
    read_address();
    read_document();
    read_text();
    read_candidate();
    return signs_;
  }

 private:
  void add(float value) {
    if (next_ < signs_.size()) signs_[next_++] = value;
  }

  void read_address() {
    std::string url = context_.page().url;
    const std::vector<Metadata::Value>& canonical = context_.metadata().canonical_urls;
    if (url.empty() && !canonical.empty()) url = canonical.front().text;
    const std::string path = url.empty() ? std::string() : url_path(url);
    AddressWordCounts words{};
    count_address_words(url_host(url), words);
    count_address_words(path, words);
    for (const std::uint32_t count : words) add(static_cast<float>(count));
    const auto slashes = std::count(path.begin(), path.end(), '/');
    const std::string last = path.substr(path.find_last_of('/', path.size() > 1 ? path.size() - 2 : 0) + 1);
    add(static_cast<float>(slashes));
    add(static_cast<float>(path.size() <= 1));
    add(static_cast<float>(std::count(last.begin(), last.end(), '-')));
    add(static_cast<float>(last.size()));
    add(static_cast<float>(path.find("/20") != std::string::npos));
    add(static_cast<float>(
        std::count_if(path.begin(), path.end(), [](char c) { return c >= '0' && c <= '9'; })));
  }

  /// Types and names come out of one pass over the rows.
  void read_document() {
    std::array<std::uint32_t, static_cast<std::size_t>(Tag::count_)> tags{};
    std::array<float, type_signs> types{};
    SignWordCounts words{};
    const Document& document = context_.document();
    for (std::uint32_t row = 0; row < document.size(); ++row) {
      const Node at = document.at(row);
      if (!at.is_element()) continue;
      ++tags[static_cast<std::size_t>(at.tag())];
      if (const std::string_view names = at.attribute("class"); !names.empty())
        count_sign_words(names, words);
      if (const std::string_view id = at.id(); !id.empty()) count_sign_words(id, words);
      if (const std::string_view type = at.attribute("itemtype"); !type.empty()) note_type(type, types);
    }
    for (const Metadata::Value& type : context_.metadata().types) note_type(type.text, types);
    for (const JsonDocument& json : context_.metadata().json_ld()) {
      note_types_of(json.root(), types);
      note_types_of(json.root()["@graph"], types);
    }
    for (const float type : types) add(type);
    for (const Tag tag : counted) add(logarithm(tags[static_cast<std::size_t>(tag)]));
    for (const std::uint32_t count : words) add(logarithm(count));
  }

  static void note_types_of(JsonValue json, std::array<float, type_signs>& types) {
    note_type(json["@type"].string(), types);
    for (std::size_t i = 0; json.is_array() && i < std::min(json.size(), most_types); ++i)
      note_type(json.at(i)["@type"].string(), types);
  }

  static void note_type(std::string_view name, std::array<float, type_signs>& types) {
    const std::string lower = lower_ascii(name);
    for (std::size_t i = 0; i < type_words.size(); ++i)
      if (lower.find(type_words[i]) != std::string::npos) types[i] = 1;
  }

  void read_text() {
    std::array<double, 12> chrome{};
    double bytes = 0, links = 0, paragraphs = 0, code = 0, lists = 0, tables = 0, headings = 0, forms = 0;
    double dates = 0, prices = 0, questions = 0, in_main = 0;
    for (const TextRun& run : runs_) {
      bytes += run.bytes;
      links += run.link_bytes;
      if (is_paragraph(run)) paragraphs += run.bytes;
      if (run.scope.code) code += run.bytes;
      if (run.scope.list) lists += run.bytes;
      if (run.scope.table) tables += run.bytes;
      if (run.scope.form) forms += run.bytes;
      if (run.scope.main) in_main += run.bytes;
      if (run.scope.heading > 0) ++headings;
      if (run.last == '?') ++questions;
      if (run.chrome.first < chrome.size()) ++chrome[run.chrome.first];
      if (has_date(run)) ++dates;
      if (is_price(run)) ++prices;
    }
    const auto all = static_cast<double>(runs_.size());
    add(logarithm(bytes));
    add(logarithm(all));
    add(ratio(links, bytes));
    add(ratio(paragraphs, bytes));
    add(ratio(code, bytes));
    add(ratio(lists, bytes));
    add(ratio(tables, bytes));
    add(ratio(forms, bytes));
    add(ratio(in_main, bytes));
    add(ratio(headings, all));
    add(logarithm(questions));
    add(logarithm(dates));
    add(logarithm(prices));
    for (std::size_t i = 1; i < chrome.size(); ++i) add(logarithm(chrome[i]));
  }

  void read_candidate() {
    double all = 0, bytes = 0, links = 0, longest = 0, runs = 0, sentences = 0, headings = 0, lists = 0;
    double prices = 0, dates = 0;
    std::unordered_map<std::uint64_t, double> templates;
    for (const TextRun& run : runs_) {
      all += run.bytes;
      if (!in_candidate(run)) continue;
      ++runs;
      bytes += run.bytes;
      links += run.link_bytes;
      longest = std::max<double>(longest, run.bytes);
      sentences += run.sentences;
      templates[run.signature] += run.bytes;
      if (run.scope.heading > 0) ++headings;
      if (run.scope.list) lists += run.bytes;
      if (is_price(run)) ++prices;
      if (has_date(run)) ++dates;
    }
    double widest = 0;
    for (const auto& [signature, own] : templates) widest = std::max(widest, own);
    add(logarithm(bytes));
    add(ratio(bytes, all));
    add(ratio(links, bytes));
    add(ratio(longest, bytes));
    add(logarithm(runs));
    add(logarithm(ratio(bytes, runs)));
    add(ratio(sentences * 100, bytes));
    add(ratio(widest, bytes));
    add(ratio(headings, runs));
    add(ratio(lists, bytes));
    add(logarithm(prices));
    add(logarithm(dates));
  }

  bool in_candidate(const TextRun& run) const {
    return !candidate_.empty() && run.begin_row >= candidate_.front().row() &&
           run.begin_row < candidate_.back().end_row();
  }
  static bool has_date(const TextRun& run) { return run.words <= 12 && run.chrome.dates > 0; }

  const std::vector<TextRun>& runs_;
  const std::vector<Node>& candidate_;
  PageContext& context_;
  PageSigns signs_{};
  std::size_t next_ = 0;
};

}  // namespace

PageSigns page_signs(const std::vector<TextRun>& runs, const std::vector<Node>& candidate,
                     PageContext& context) {
  return SignReader(runs, candidate, context).read();
}

}  // namespace pith
