#include "content/run_features.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "body/element_kinds.hpp"
#include "content/squeezed_text.hpp"
#include "content/text_measure.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr float far = 60;
constexpr int window = 3;

float logarithm(double value) {
  return static_cast<float>(std::log1p(value));
}
float ratio(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0F;
}

float code_of(Tag tag) {
  if (const int level = heading_level(tag); level > 0) return static_cast<float>(level);
  switch (tag) {
    case Tag::p:
      return 7;
    case Tag::li:
      return 8;
    case Tag::td:
      return 9;
    case Tag::th:
      return 10;
    case Tag::div:
      return 11;
    case Tag::section:
      return 12;
    case Tag::article:
      return 13;
    case Tag::blockquote:
      return 14;
    case Tag::pre:
      return 15;
    case Tag::dt:
      return 16;
    case Tag::dd:
      return 17;
    case Tag::figcaption:
      return 18;
    case Tag::header:
      return 19;
    case Tag::footer:
      return 20;
    case Tag::body:
      return 21;
    default:
      return 0;
  }
}

/// 1 capital, 2 small letter, 3 digit, 4 beyond ASCII, 0 other.
float kind_of_first(const TextRun& run, bool capital) {
  if (run.head.empty()) return 0;
  const char c = run.head.front();
  if (c >= 'a' && c <= 'z') return capital ? 1.0F : 2.0F;
  if (c >= '0' && c <= '9') return 3;
  return static_cast<unsigned char>(c) >= 0x80 ? 4.0F : 0.0F;
}

bool ends_sentence(const TextRun& run) {
  // Closing quotes and ideographic full stops end in one of these bytes too.
  return run.last == '.' || run.last == '!' || run.last == '?' || run.last == '"' ||
         static_cast<unsigned char>(run.last) == 0x82 || static_cast<unsigned char>(run.last) == 0x9D;
}

struct Template {
  std::uint32_t runs = 0;
  std::uint32_t bytes = 0;
  std::uint32_t link_bytes = 0;
};

/// Over the runs before one.
struct Sums {
  double bytes = 0;
  double links = 0;
  double paragraphs = 0;
};

class FeatureReader {
 public:
  FeatureReader(const std::vector<TextRun>& runs, const std::vector<RunGroups>& groups,
                const PageEvidence& evidence, PageContext& context)
      : runs_(runs),
        groups_(groups),
        evidence_(evidence),
        context_(context),
        measure_(context.measure()),
        sums_(runs.size() + 1) {}

  std::vector<RunFeatures> read() {
    count_runs();
    read_page();
    read_candidate();
    read_data();
    std::vector<RunFeatures> all(runs_.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (i % 1024 == 0) context_.check_time();
      RunFeatures& out = all[i];
      out = page_;
      read_text(runs_[i], out);
      read_scope(runs_[i], out);
      read_place(i, out);
      read_neighbours(i, out);
      read_groups(groups_[i], out);
      read_relations(runs_[i], out);
    }
    return all;
  }

 private:
  static float& at(RunFeatures& features, RunFeature which) {
    return features[static_cast<std::size_t>(which)];
  }

  void count_runs() {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const TextRun& run = runs_[i];
      sums_[i + 1] = {sums_[i].bytes + run.bytes, sums_[i].links + run.link_bytes,
                      sums_[i].paragraphs + (is_paragraph(run) ? run.bytes : 0)};
      Template& made = templates_[run.signature];
      ++made.runs;
      made.bytes += run.bytes;
      made.link_bytes += run.link_bytes;
      ++repeats_[run.hash];
      total_ += run.bytes;
      links_ += run.link_bytes;
    }
  }

  void read_page() {
    double paragraphs = 0, comments = 0, code = 0, lists = 0, tables = 0, headings = 0, prices = 0;
    std::uint32_t longest = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const TextRun& run = runs_[i];
      if (is_paragraph(run)) paragraphs += run.bytes;
      const bool comment = (run.scope.boilerplate != 0 && run.scope.kind == Boilerplate::comments) ||
                           (run.scope.weak_boilerplate != 0 && run.scope.weak_kind == Boilerplate::comments);
      if (comment) comments += run.bytes;
      if (run.scope.code) code += run.bytes;
      if (run.scope.list) lists += run.bytes;
      if (run.scope.table) tables += run.bytes;
      if (run.scope.heading > 0) ++headings;
      if (is_price(run)) ++prices;
      longest = std::max(longest, run.bytes);
      if (run.scope.heading == 1 && h1_ > i) h1_ = i;
    }
    at(page_, RunFeature::page_bytes) = logarithm(total_);
    at(page_, RunFeature::page_runs) = logarithm(static_cast<double>(runs_.size()));
    at(page_, RunFeature::page_links) = ratio(links_, total_);
    at(page_, RunFeature::page_paragraphs) = ratio(paragraphs, total_);
    at(page_, RunFeature::page_longest) = logarithm(longest);
    at(page_, RunFeature::page_comments) = ratio(comments, total_);
    at(page_, RunFeature::page_code) = ratio(code, total_);
    at(page_, RunFeature::page_lists) = ratio(lists, total_);
    at(page_, RunFeature::page_tables) = ratio(tables, total_);
    at(page_, RunFeature::page_headings) = ratio(headings, static_cast<double>(runs_.size()));
    at(page_, RunFeature::page_prices) = logarithm(prices);
    for (std::size_t kind = 0; kind < page_kind_count; ++kind)
      page_[static_cast<std::size_t>(RunFeature::kind_article) + kind] = evidence_.kinds[kind];
    for (const Metadata::Value& type : context_.metadata().types) {
      const std::string name = lower_ascii(type.text);
      const auto says = [&](std::string_view word) { return name.find(word) != std::string::npos; };
      if (says("article") || says("posting") || says("report")) at(page_, RunFeature::page_article) = 1;
      if (says("product") || says("offer")) at(page_, RunFeature::page_product) = 1;
      if (says("forum") || says("question") || says("qapage")) at(page_, RunFeature::page_thread) = 1;
    }
  }

  void read_candidate() {
    const std::vector<Node>& nodes = evidence_.candidate;
    if (nodes.empty()) return;
    candidate_begin_ = nodes.front().row();
    candidate_end_ = nodes.back().end_row();
    candidate_ = nodes.size() == 1 ? nodes.front() : nodes.front().parent();
    double bytes = 0;
    for (const Node node : nodes) bytes += measure_.text(node);
    at(page_, RunFeature::candidate_share) = ratio(bytes, total_);
    for (Node up = candidate_; up.is_element(); up = up.parent()) around_candidate_.push_back(up);
  }

  void read_data() {
    const Metadata& metadata = context_.metadata();
    for (const Metadata::Value& body : metadata.article_bodies)
      data_body_ += squeezed_text(body.text, 200'000);
    at(page_, RunFeature::data_body) = data_body_.empty() ? 0.0F : 1.0F;
    for (const Metadata::Value& title : metadata.titles) titles_.push_back(squeezed_text(title.text, 90));
  }

  void read_text(const TextRun& run, RunFeatures& out) const {
    at(out, RunFeature::bytes) = logarithm(run.bytes);
    at(out, RunFeature::words) = logarithm(run.words);
    at(out, RunFeature::link_density) = ratio(run.link_bytes, run.bytes);
    at(out, RunFeature::word_length) = ratio(run.bytes, run.words);
    at(out, RunFeature::sentences) = logarithm(run.sentences);
    at(out, RunFeature::commas) = ratio(run.commas, run.words);
    at(out, RunFeature::digits) = ratio(run.digits, run.bytes);
    at(out, RunFeature::capitals) = ratio(run.capitals, run.letters);
    at(out, RunFeature::ends_sentence) = ends_sentence(run) ? 1.0F : 0.0F;
    at(out, RunFeature::ends_colon) = run.last == ':' ? 1.0F : 0.0F;
    at(out, RunFeature::first) = kind_of_first(run, run.capitals > 0);
    at(out, RunFeature::chrome_words) =
        ratio(run.chrome.count, std::max<std::uint32_t>(1, std::min(run.words, 16U)));
    at(out, RunFeature::chrome_first) = static_cast<float>(run.chrome.first);
    at(out, RunFeature::dates) = run.words <= 12 ? static_cast<float>(run.chrome.dates) : 0.0F;
    at(out, RunFeature::prices) = is_price(run) ? 1.0F : 0.0F;
  }

  static float distance(const TextRun& run, std::uint16_t depth) {
    return depth == 0 ? far : static_cast<float>(run.scope.depth - depth);
  }

  void read_scope(const TextRun& run, RunFeatures& out) const {
    const RunScope& scope = run.scope;
    const auto flag = [&](RunFeature which, bool value) { at(out, which) = value ? 1.0F : 0.0F; };
    at(out, RunFeature::container) = code_of(context_.document().at(run.container).tag());
    at(out, RunFeature::heading) = scope.heading;
    flag(RunFeature::in_list, scope.list);
    flag(RunFeature::in_table, scope.table);
    flag(RunFeature::in_quote, scope.quote);
    flag(RunFeature::in_code, scope.code);
    flag(RunFeature::in_figure, scope.figure);
    flag(RunFeature::in_nav, scope.navigation);
    flag(RunFeature::in_footer, scope.footer);
    flag(RunFeature::in_aside, scope.aside);
    flag(RunFeature::in_header, scope.header);
    flag(RunFeature::in_form, scope.form);
    flag(RunFeature::in_main, scope.main);
    flag(RunFeature::declared_body, scope.declared_body);
    at(out, RunFeature::article_distance) = distance(run, scope.article);
    at(out, RunFeature::boilerplate_distance) = distance(run, scope.boilerplate);
    at(out, RunFeature::boilerplate_kind) = scope.boilerplate == 0 ? -1.0F : static_cast<float>(scope.kind);
    at(out, RunFeature::weak_distance) = distance(run, scope.weak_boilerplate);
    at(out, RunFeature::weak_kind) =
        scope.weak_boilerplate == 0 ? -1.0F : static_cast<float>(scope.weak_kind);
    at(out, RunFeature::content_distance) = distance(run, scope.content);
    at(out, RunFeature::content_names) = scope.content_names;
    at(out, RunFeature::depth) = scope.depth;
  }

  void read_place(std::size_t i, RunFeatures& out) {
    const TextRun& run = runs_[i];
    at(out, RunFeature::index) = ratio(static_cast<double>(i), static_cast<double>(runs_.size()));
    at(out, RunFeature::offset) = ratio(run.offset, total_);
    const bool has_h1 = h1_ < runs_.size();
    at(out, RunFeature::from_h1) =
        has_h1 ? ratio(static_cast<double>(run.offset) - runs_[h1_].offset, total_) : -2.0F;
    if (run.scope.heading > 0) {
      last_heading_ = i;
      last_level_ = run.scope.heading;
    }
    at(out, RunFeature::from_heading) =
        last_level_ == 0 ? far : static_cast<float>(std::min<std::size_t>(i - last_heading_, 50));
    at(out, RunFeature::last_heading) = last_level_;
  }

  void read_neighbours(std::size_t i, RunFeatures& out) const {
    if (i > 0) {
      at(out, RunFeature::previous_bytes) = logarithm(runs_[i - 1].bytes);
      at(out, RunFeature::previous_links) = ratio(runs_[i - 1].link_bytes, runs_[i - 1].bytes);
      at(out, RunFeature::previous_container) = code_of(context_.document().at(runs_[i - 1].container).tag());
    }
    if (i + 1 < runs_.size()) {
      at(out, RunFeature::next_bytes) = logarithm(runs_[i + 1].bytes);
      at(out, RunFeature::next_links) = ratio(runs_[i + 1].link_bytes, runs_[i + 1].bytes);
      at(out, RunFeature::next_container) = code_of(context_.document().at(runs_[i + 1].container).tag());
    }
    double bytes = 0, links = 0;
    const std::size_t first = i < window ? 0 : i - window;
    for (std::size_t j = first; j < runs_.size() && j <= i + window; ++j) {
      bytes += runs_[j].bytes;
      links += runs_[j].link_bytes;
    }
    at(out, RunFeature::window_bytes) = logarithm(bytes);
    at(out, RunFeature::window_links) = ratio(links, bytes);
  }

  void read_groups(const RunGroups& groups, RunFeatures& out) const {
    for (std::size_t level = 0; level < group_levels; ++level) {
      const Sums& from = sums_[groups[level].first];
      const Sums& to = sums_[groups[level].last];
      const double bytes = to.bytes - from.bytes;
      at(out, at_level(RunFeature::first_share, level)) = ratio(bytes, total_);
      at(out, at_level(RunFeature::first_links, level)) = ratio(to.links - from.links, bytes);
      at(out, at_level(RunFeature::first_run_bytes, level)) =
          logarithm(ratio(bytes, groups[level].last - groups[level].first));
      at(out, at_level(RunFeature::first_paragraphs, level)) = ratio(to.paragraphs - from.paragraphs, bytes);
    }
  }

  static RunFeature at_level(RunFeature first, std::size_t level) {
    return static_cast<RunFeature>(static_cast<std::size_t>(first) + level);
  }

  void read_relations(const TextRun& run, RunFeatures& out) const {
    const bool inside = run.begin_row >= candidate_begin_ && run.begin_row < candidate_end_;
    at(out, RunFeature::in_candidate) = inside ? 1.0F : 0.0F;
    at(out, RunFeature::candidate_side) = inside ? 0.0F : run.begin_row < candidate_begin_ ? -1.0F : 1.0F;
    float levels = inside ? 0.0F : far;
    for (std::size_t i = 0; !inside && i < around_candidate_.size(); ++i) {
      if (run.begin_row < around_candidate_[i].row() || run.begin_row >= around_candidate_[i].end_row())
        continue;
      levels = static_cast<float>(i);
      break;
    }
    at(out, RunFeature::candidate_distance) = levels;
    const Template& made = templates_.at(run.signature);
    at(out, RunFeature::template_runs) = logarithm(made.runs);
    at(out, RunFeature::template_bytes) = logarithm(ratio(made.bytes, made.runs));
    at(out, RunFeature::template_links) = ratio(made.link_bytes, made.bytes);
    at(out, RunFeature::repeats) = logarithm(repeats_.at(run.hash));
    if (data_body_.empty() && titles_.empty()) return;
    const std::string text = squeezed_text(run.head, 90);
    if (text.size() >= 12 && data_body_.find(text.substr(0, 48)) != std::string::npos)
      at(out, RunFeature::in_data_body) = 1;
    for (const std::string& title : titles_) {
      if (text.size() >= 8 && text == title) at(out, RunFeature::is_title) = 1;
    }
  }

  const std::vector<TextRun>& runs_;
  const std::vector<RunGroups>& groups_;
  const PageEvidence& evidence_;
  PageContext& context_;
  const TextMeasure& measure_;
  std::vector<Sums> sums_;
  std::unordered_map<std::uint64_t, Template> templates_;
  std::unordered_map<std::uint64_t, std::uint32_t> repeats_;
  std::vector<Node> around_candidate_;
  std::vector<std::string> titles_;
  std::string data_body_;
  RunFeatures page_{};
  Node candidate_;
  std::uint32_t candidate_begin_ = 0;
  std::uint32_t candidate_end_ = 0;
  double total_ = 0;
  double links_ = 0;
  std::size_t h1_ = static_cast<std::size_t>(-1);
  std::size_t last_heading_ = 0;
  std::uint8_t last_level_ = 0;
};

}  // namespace

const std::array<const char*, run_feature_count>& run_feature_names() {
  static constexpr std::array<const char*, run_feature_count> names = {"bytes",
                                                                       "words",
                                                                       "link_density",
                                                                       "word_length",
                                                                       "sentences",
                                                                       "commas",
                                                                       "digits",
                                                                       "capitals",
                                                                       "ends_sentence",
                                                                       "ends_colon",
                                                                       "first",
                                                                       "container",
                                                                       "heading",
                                                                       "in_list",
                                                                       "in_table",
                                                                       "in_quote",
                                                                       "in_code",
                                                                       "in_figure",
                                                                       "in_nav",
                                                                       "in_footer",
                                                                       "in_aside",
                                                                       "in_header",
                                                                       "in_form",
                                                                       "article_distance",
                                                                       "in_main",
                                                                       "boilerplate_distance",
                                                                       "boilerplate_kind",
                                                                       "weak_distance",
                                                                       "weak_kind",
                                                                       "content_distance",
                                                                       "content_names",
                                                                       "depth",
                                                                       "index",
                                                                       "offset",
                                                                       "previous_bytes",
                                                                       "previous_links",
                                                                       "previous_container",
                                                                       "next_bytes",
                                                                       "next_links",
                                                                       "next_container",
                                                                       "window_bytes",
                                                                       "window_links",
                                                                       "first_share",
                                                                       "second_share",
                                                                       "third_share",
                                                                       "fourth_share",
                                                                       "first_links",
                                                                       "second_links",
                                                                       "third_links",
                                                                       "fourth_links",
                                                                       "first_run_bytes",
                                                                       "second_run_bytes",
                                                                       "third_run_bytes",
                                                                       "fourth_run_bytes",
                                                                       "first_paragraphs",
                                                                       "second_paragraphs",
                                                                       "third_paragraphs",
                                                                       "fourth_paragraphs",
                                                                       "in_candidate",
                                                                       "candidate_distance",
                                                                       "candidate_share",
                                                                       "candidate_side",
                                                                       "declared_body",
                                                                       "data_body",
                                                                       "in_data_body",
                                                                       "is_title",
                                                                       "repeats",
                                                                       "template_runs",
                                                                       "template_bytes",
                                                                       "template_links",
                                                                       "chrome_words",
                                                                       "chrome_first",
                                                                       "dates",
                                                                       "prices",
                                                                       "from_h1",
                                                                       "from_heading",
                                                                       "last_heading",
                                                                       "page_bytes",
                                                                       "page_runs",
                                                                       "page_links",
                                                                       "page_paragraphs",
                                                                       "page_longest",
                                                                       "page_article",
                                                                       "page_product",
                                                                       "page_thread",
                                                                       "page_comments",
                                                                       "page_code",
                                                                       "page_prices",
                                                                       "page_lists",
                                                                       "page_tables",
                                                                       "page_headings",
                                                                       "kind_article",
                                                                       "kind_documentation",
                                                                       "kind_forum",
                                                                       "kind_listing",
                                                                       "kind_collection",
                                                                       "kind_product",
                                                                       "kind_service"};
  return names;
}

std::vector<RunFeatures> run_features(const std::vector<TextRun>& runs, const std::vector<RunGroups>& groups,
                                      const PageEvidence& evidence, PageContext& context) {
  return FeatureReader(runs, groups, evidence, context).read();
}

}  // namespace pith
