#include "pith/main_content.hpp"

#include <algorithm>
#include <vector>

#include "body/class_words.hpp"
#include "body/element_kinds.hpp"
#include "content/content_names.hpp"
#include "content/text_measure.hpp"
#include "pith/selector.hpp"

namespace pith {
namespace {

/// Bytes of text (without white space) below which a paragraph tells nothing.
constexpr std::uint32_t least_paragraph = 25;
/// What a declared article body must hold to be believed.
constexpr std::uint32_t least_declared = 200;
/// Ancestors that a paragraph speaks for.
constexpr int levels = 5;
/// A sibling of the best candidate belongs to it from this share of its score on.
constexpr double sibling_share = 0.2;
constexpr std::uint32_t sibling_paragraph = 80;
constexpr double most_links = 0.5;
/// A parent that scores nearly as well is taken instead if it has so much more text; else it adds only
/// chrome.
constexpr double wider_text = 1.2;

bool is_paragraph(Tag tag) {
  return tag == Tag::p || tag == Tag::pre || tag == Tag::td || tag == Tag::blockquote || tag == Tag::dd;
}

bool may_hold_loose_text(Tag tag) {
  return tag == Tag::div || tag == Tag::section || tag == Tag::article || tag == Tag::main ||
         tag == Tag::body || tag == Tag::td || tag == Tag::center || tag == Tag::font;
}

/// Where the page's chrome is: nothing in there speaks for anything.
bool is_chrome(Node at, const TextMeasure& measure) {
  switch (at.tag()) {
    case Tag::nav:
    case Tag::footer:
    case Tag::aside:
    case Tag::form:
    case Tag::dialog:
    case Tag::button:
    case Tag::select:
      return true;
    case Tag::html:
    case Tag::body:
    case Tag::article:
    case Tag::main:
      return false;
    default:
      break;
  }
  const std::string_view role = at.attribute("role");
  if (role == "navigation" || role == "contentinfo" || role == "complementary" || role == "dialog")
    return true;
  const ClassEvidence evidence = class_evidence(at);
  if (!evidence.boilerplate) return false;
  return !evidence.weak || measure.text(at) < sibling_paragraph;
}

double class_weight(Node at) {
  return (says_content(at.attribute("class")) ? 10 : 0) + (says_content(at.attribute("id")) ? 10 : 0);
}

double base_score(Node at) {
  double score = class_weight(at);
  switch (at.tag()) {
    case Tag::article:
      return score + 20;
    case Tag::main:
      return score + 10;
    case Tag::div:
    case Tag::section:
      return score + 5;
    case Tag::ol:
    case Tag::ul:
    case Tag::li:
    case Tag::form:
    case Tag::th:
      return score - 5;
    default:
      return score;
  }
}

class Scores {
 public:
  Scores(const Document& document, const TextMeasure& measure)
      : measure_(measure), scores_(document.size(), 0.0F) {}

  void gather(Node scope) {
    std::uint32_t chrome_until = 0;
    for (Node at = scope; at && at.row() < scope.end_row(); at = at.following()) {
      if (!at.is_element() || at.row() < chrome_until) continue;
      if (measure_.text(at) == 0 || is_chrome(at, measure_)) {
        chrome_until = at.end_row();
        continue;
      }
      if (is_paragraph(at.tag())) speak(at, measure_.text(at));
      if (may_hold_loose_text(at.tag())) speak_loose_text(at);
    }
  }

  /// The best candidate; empty if nothing speaks.
  Node best(Node scope) {
    Node found;
    double most = 0;
    for (Node at = scope; at && at.row() < scope.end_row(); at = at.following()) {
      if (scores_[at.row()] == 0) continue;
      const double score = total(at);
      if (score > most) {
        most = score;
        found = at;
      }
    }
    return found;
  }

  double total(Node at) const {
    if (scores_[at.row()] == 0) return 0;
    return (scores_[at.row()] + base_score(at)) * (1.0 - measure_.link_density(at));
  }

 private:
  void speak(Node paragraph, std::uint32_t bytes) {
    if (bytes < least_paragraph) return;
    if (measure_.link_density(paragraph) > most_links) return;
    const double worth = 1.0 + std::min(bytes / 100.0, 3.0);
    Node at = paragraph.parent();
    for (int level = 0; level < levels && at.is_element(); ++level, at = at.parent()) {
      const double share = level == 0 ? 1.0 : level == 1 ? 0.5 : 1.0 / (level * 3.0);
      scores_[at.row()] += static_cast<float>(worth * share);
    }
  }

  /// Text straight in a container, as between `br` elements, is a paragraph of its own.
  void speak_loose_text(Node container) {
    std::uint32_t bytes = 0;
    for (Node child = container.first_child(); child; child = child.next()) {
      const bool loose = child.is_text() || (child.is_element() && !is_block(child));
      if (loose) bytes += measure_.text(child);
    }
    if (bytes < least_paragraph) return;
    scores_[container.row()] += static_cast<float>(1.0 + std::min(bytes / 100.0, 30.0));
  }

  const TextMeasure& measure_;
  std::vector<float> scores_;
};

/// An element that the page itself declares to be the body of its article.
Node declared_body(PageContext& context) {
  static const Selector selector("[itemprop~='articleBody']");
  Node found;
  for (const Node at : context.document().select(selector)) {
    if (context.measure().text(at) < least_declared) continue;
    if (found && found.contains(at)) continue;
    if (found) return {};
    found = at;
  }
  return found;
}

std::vector<Node> with_siblings(Node best, const Scores& scores, const TextMeasure& measure) {
  std::vector<Node> nodes;
  const double enough = std::max(10.0, scores.total(best) * sibling_share);
  for (Node at = best.parent().first_element(); at; at = at.next_element()) {
    const bool paragraph =
        at.is(Tag::p) && measure.text(at) > sibling_paragraph && measure.link_density(at) < 0.25;
    const bool heading = heading_level(at.tag()) > 1 && !nodes.empty();
    if (at == best || scores.total(at) >= enough || paragraph || (heading && at.row() > best.row())) {
      nodes.push_back(at);
    }
  }
  while (!nodes.empty() && heading_level(nodes.back().tag()) > 0) nodes.pop_back();
  return nodes;
}

}  // namespace

std::vector<Node> find_main_content(PageContext& context, std::string* why) {
  const auto say = [&](const char* reason) {
    if (why != nullptr) *why = reason;
  };
  if (const Node declared = declared_body(context)) {
    say("microdata articleBody");
    return {declared};
  }
  const TextMeasure& measure = context.measure();
  Node scope = context.document().body();
  if (!scope) return {};
  Scores scores(context.document(), measure);
  scores.gather(scope);
  Node best = scores.best(scope);
  if (!best) {
    say("nothing looks like paragraphs");
    return {};
  }
  // Paragraphs spread over several sections: their common parent says nearly as much as the best alone.
  for (Node parent = best.parent(); parent.is_element() && !parent.is(Tag::body); parent = parent.parent()) {
    if (scores.total(parent) < scores.total(best) * 0.75) break;
    if (measure.text(parent) > wider_text * measure.text(best)) best = parent;
  }
  say("text and link density");
  if (best.is(Tag::body) || best.is(Tag::html)) return {best};
  return with_siblings(best, scores, measure);
}

}  // namespace pith
