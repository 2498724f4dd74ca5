#include "selector/selector_parser.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "pith/text.hpp"
#include "selector/attribute_parser.hpp"
#include "selector/named_selector.hpp"
#include "selector/pseudo_class.hpp"
#include "selector/selector_scanner.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_selector = 8192;
constexpr int deepest_nesting = 16;
/// As many as HasSearch has bits for.
constexpr std::size_t most_compounds = 64;

using Kind = SimpleSelector::Kind;

/// How much asking costs. The cheapest first: most elements fail at once.
int cost(const SimpleSelector& simple) {
  switch (simple.kind) {
    case Kind::id:
      return 0;
    case Kind::class_name:
      return 1;
    case Kind::universal:
    case Kind::type:
    case Kind::root:
    case Kind::scope:
      return 2;
    case Kind::attribute:
      return 3;
    case Kind::has:
    case Kind::contains_text:
      return 5;
    case Kind::is:
    case Kind::negation:
    case Kind::nth:
    case Kind::empty:
      break;
  }
  return 4;
}

class Parser {
 public:
  Parser(std::string_view text, SourcePlace place) : scan_(text, place) {
    if (text.size() > longest_selector) {
      scan_.fail("longer than " + std::to_string(longest_selector) + " bytes");
    }
  }

  CompiledSelector parse() {
    scan_.skip_space();
    if (scan_.at_end()) scan_.fail("it is empty");
    compiled_.list = list(false);
    if (!scan_.at_end()) scan_.fail_unexpected();
    return std::move(compiled_);
  }

 private:
  std::vector<ComplexSelector> list(bool relative) {
    if (nesting_ == deepest_nesting) {
      scan_.fail("nested more than " + std::to_string(deepest_nesting) + " deep");
    }
    ++nesting_;
    std::vector<ComplexSelector> selectors;
    do {
      scan_.skip_space();
      selectors.push_back(complex(relative));
    } while (scan_.take(','));
    --nesting_;
    return selectors;
  }

  ComplexSelector complex(bool relative) {
    ComplexSelector selector;
    std::size_t combinator_at = scan_.position();
    Combinator combinator = explicit_combinator();
    if (combinator != Combinator::none && !relative) {
      scan_.fail_at(combinator_at, "a combinator needs a left side");
    }
    const auto or_descendant = [](Combinator found) {
      return found == Combinator::none ? Combinator::descendant : found;
    };
    bool is_explicit = combinator != Combinator::none;
    if (relative) combinator = or_descendant(combinator);
    for (;;) {
      CompoundSelector part = compound();
      if (part.simples.empty()) fail_missing(is_explicit, combinator_at);
      part.combinator = combinator;
      selector.compounds.push_back(std::move(part));
      if (selector.compounds.size() > most_compounds) {
        scan_.fail("more than " + std::to_string(most_compounds) + " parts joined by combinators");
      }
      const bool space = scan_.skip_space();
      if (scan_.at_end() || scan_.peek() == ',' || scan_.peek() == ')') return selector;
      combinator_at = scan_.position();
      combinator = explicit_combinator();
      is_explicit = combinator != Combinator::none;
      if (!is_explicit && !space) scan_.fail_unexpected();
      combinator = or_descendant(combinator);
    }
  }

  /// Called where a compound selector should stand and none does.
  [[noreturn]] void fail_missing(bool after_combinator, std::size_t combinator_at) {
    const char next = scan_.peek();
    const bool ends =
        scan_.at_end() || next == ',' || next == ')' || next == '>' || next == '+' || next == '~';
    if (after_combinator && ends) scan_.fail_at(combinator_at, "a combinator needs a right side");
    if (scan_.at_end()) scan_.fail("a selector is missing at the end");
    if (next == ',' || next == ')') scan_.fail(std::string("a selector is missing before '") + next + "'");
    scan_.fail_unexpected();
  }

  Combinator explicit_combinator() {
    Combinator combinator = Combinator::none;
    if (scan_.take('>')) {
      combinator = Combinator::child;
    } else if (scan_.take('+')) {
      combinator = Combinator::next_sibling;
    } else if (scan_.take('~')) {
      combinator = Combinator::subsequent_sibling;
    }
    if (combinator != Combinator::none) scan_.skip_space();
    return combinator;
  }

  CompoundSelector compound() {
    CompoundSelector compound;
    compound.number = compiled_.compounds++;
    std::vector<SimpleSelector>& simples = compound.simples;
    const bool bar = scan_.peek() == '|' && scan_.peek(1) != '|';
    if (scan_.peek() == '*' || scan_.starts_identifier() || bar) simples.push_back(type());
    for (;;) {
      scan_.skip_comments();
      if (scan_.take('#')) {
        simples.push_back(named_selector(Kind::id, id()));
      } else if (scan_.take('.')) {
        simples.push_back(named_selector(Kind::class_name, scan_.identifier("a class name")));
      } else if (scan_.peek() == '[') {
        simples.push_back(parse_attribute(scan_));
      } else if (scan_.peek() == ':') {
        pseudo_class(simples);
      } else {
        break;
      }
    }
    std::stable_sort(simples.begin(), simples.end(),
                     [](const SimpleSelector& a, const SimpleSelector& b) { return cost(a) < cost(b); });
    return compound;
  }

  std::string id() {
    const char first = scan_.peek();
    if (first >= '0' && first <= '9') {
      scan_.fail(std::string("an id after '#' cannot begin with a digit: write [id='") + first + "...']");
    }
    return scan_.identifier("an id");
  }

  /// `name`, `*`, `prefix|name`; a prefix is part of the name, `*|name` is the name with any or none.
  SimpleSelector type() {
    const bool star = scan_.take('*');
    std::string name;
    if (!star && scan_.peek() != '|') name = scan_.identifier("an element name");
    if (scan_.peek() != '|' || scan_.peek(1) == '=' || scan_.peek(1) == '|') {
      return star ? SimpleSelector{} : named_selector(Kind::type, std::move(name));
    }
    const std::size_t bar = scan_.position();
    scan_.advance();
    if (scan_.take('*')) {
      if (!name.empty()) scan_.fail_at(bar, "a prefix needs a name after '|'");
      return {};
    }
    const std::string local = scan_.identifier("an element name after '|'");
    SimpleSelector simple = named_selector(Kind::type, name.empty() ? local : name + ":" + local);
    simple.any_prefix = star;
    return simple;
  }

  void pseudo_class(std::vector<SimpleSelector>& simples) {
    const std::size_t begin = scan_.position();
    scan_.advance();
    if (scan_.peek() == ':') scan_.fail_at(begin, "pseudo-elements are no part of a document");
    const std::string name = lower_ascii(scan_.identifier("the name of a pseudo-class"));
    const PseudoClass* const known = find_pseudo_class(name);
    if (known == nullptr) scan_.fail_at(begin, unknown_pseudo_class(name));
    const bool wants_argument = known->argument != PseudoArgument::none;
    if (wants_argument != (scan_.peek() == '(')) {
      scan_.fail_at(begin, "':" + name + "' " +
                               (wants_argument ? "needs an argument in parentheses" : "takes no argument"));
    }
    SimpleSelector simple;
    simple.kind = known->kind;
    simple.number = compiled_.remembering_simples++;
    simple.b = 1;
    simple.from_end = known->from_end;
    simple.of_type = known->of_type;
    if (wants_argument) argument(*known, simple, begin);
    simples.push_back(simple);
    if (!known->only) return;
    simple.number = compiled_.remembering_simples++;
    simple.from_end = true;
    simples.push_back(std::move(simple));
  }

  void argument(const PseudoClass& known, SimpleSelector& simple, std::size_t begin) {
    scan_.advance();
    scan_.skip_space();
    if (known.argument == PseudoArgument::relative_list) {
      // Section 4.5. Also what keeps its cost within bounds.
      if (std::exchange(inside_has_, true)) scan_.fail_at(begin, "':has' cannot stand inside ':has'");
      simple.list = list(true);
      inside_has_ = false;
    } else if (known.argument == PseudoArgument::list) {
      simple.list = list(false);
    } else if (known.argument == PseudoArgument::words) {
      simple.name = words();
    } else {
      position(simple);
    }
    scan_.skip_space();
    if (!scan_.take(')')) scan_.fail("expected ')'");
  }

  std::string words() {
    const std::size_t begin = scan_.position();
    std::string words;
    if (scan_.peek() == '"' || scan_.peek() == '\'') words = lower_ascii(collapse_space(scan_.quoted()));
    if (words.empty()) scan_.fail_at(begin, "expected words in quotes");
    return words;
  }

  void position(SimpleSelector& simple) {
    scan_.an_plus_b(simple.a, simple.b);
    scan_.skip_space();
    if (simple.of_type || !scan_.starts_identifier()) return;
    const std::size_t begin = scan_.position();
    if (lower_ascii(scan_.identifier("'of'")) != "of") scan_.fail_at(begin, "expected 'of' or ')'");
    simple.list = list(false);
  }

  SelectorScanner scan_;
  CompiledSelector compiled_;
  int nesting_ = 0;
  bool inside_has_ = false;
};

}  // namespace

CompiledSelector parse_selector(std::string_view text, SourcePlace place) {
  return Parser(text, place).parse();
}

}  // namespace pith
