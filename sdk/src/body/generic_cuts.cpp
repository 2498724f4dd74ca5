#include "body/generic_cuts.hpp"

#include "body/class_words.hpp"
#include "body/element_kinds.hpp"
#include "content/text_measure.hpp"

namespace pith {
namespace {

/// Bytes of text up to which a weak class word is believed.
constexpr std::uint32_t short_text = 400;
/// What must be left of the body after a cut that takes more than half.
constexpr std::uint32_t enough_left = 200;

std::optional<GenericCut> by_element(Node element) {
  switch (element.tag()) {
    case Tag::nav:
      return GenericCut{Boilerplate::navigation, "generic <nav>"};
    case Tag::footer:
      // Who said it.
      if (element.parent().is(Tag::blockquote)) return std::nullopt;
      return GenericCut{Boilerplate::footer, "generic <footer>"};
    case Tag::aside:
      return GenericCut{Boilerplate::widget, "generic <aside>"};
    case Tag::form:
    case Tag::fieldset:
      return GenericCut{Boilerplate::widget, "generic <form>"};
    case Tag::dialog:
      return GenericCut{Boilerplate::popup, "generic <dialog>"};
    case Tag::menu:
      return GenericCut{Boilerplate::navigation, "generic <menu>"};
    case Tag::button:
    case Tag::input:
    case Tag::select:
    case Tag::textarea:
    case Tag::label:
    case Tag::option:
    case Tag::progress:
    case Tag::meter:
    case Tag::output:
      return GenericCut{Boilerplate::widget, "generic form control"};
    default:
      return std::nullopt;
  }
}

std::optional<GenericCut> by_role(Node element) {
  const std::string_view role = element.attribute("role");
  if (role.empty()) return std::nullopt;
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "tablist") {
    return GenericCut{Boilerplate::navigation, "generic role " + std::string(role)};
  }
  if (role == "dialog" || role == "alertdialog" || role == "tooltip") {
    return GenericCut{Boilerplate::popup, "generic role " + std::string(role)};
  }
  if (role == "contentinfo") return GenericCut{Boilerplate::footer, "generic role contentinfo"};
  if (role == "search" || role == "toolbar" || role == "button" || role == "complementary") {
    return GenericCut{Boilerplate::widget, "generic role " + std::string(role)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<GenericCut> declared_boilerplate(Node element) {
  if (!element.is_element()) return std::nullopt;
  std::optional<GenericCut> cut = by_element(element);
  if (!cut) cut = by_role(element);
  if (cut || heading_level(element.tag()) > 0 || element.is(Tag::p)) return cut;
  const ClassEvidence evidence = class_evidence(element);
  if (!evidence.boilerplate) return std::nullopt;
  return GenericCut{*evidence.boilerplate, "generic class \"" + std::string(evidence.word) + "\""};
}

std::optional<GenericCut> generic_cut(Node element, Node root, PageContext& context) {
  std::optional<GenericCut> cut = by_element(element);
  if (!cut) cut = by_role(element);
  bool weak = false;
  if (!cut && heading_level(element.tag()) == 0 && !element.is(Tag::p)) {
    if (const ClassEvidence evidence = class_evidence(element); evidence.boilerplate) {
      cut = GenericCut{*evidence.boilerplate, "generic class \"" + std::string(evidence.word) + "\""};
      weak = evidence.weak;
    }
  }
  if (!cut) return std::nullopt;
  const std::uint32_t taken = context.measure().text(element);
  if (weak && taken > short_text) return std::nullopt;
  const std::uint32_t left = context.measure().text(root) - taken;
  if (taken > left && left < enough_left + taken / 4) return std::nullopt;
  return cut;
}

}  // namespace pith
