#include "selector/selector_parser.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "parse/atom_hash.hpp"
#include "pith/text.hpp"
#include "selector/selector_scanner.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_selector = 8192;
constexpr int deepest_nesting = 16;
constexpr std::size_t most_compounds = 64;

using Kind = SimpleSelector::Kind;
using Operator = SimpleSelector::Operator;

struct NthForm {
  std::string_view name;
  int a;
  int b;
  bool from_end;
  bool of_type;
};
constexpr auto fixed_forms = std::to_array<NthForm>({
    {"first-child", 0, 1, false, false},
    {"last-child", 0, 1, true, false},
    {"first-of-type", 0, 1, false, true},
    {"last-of-type", 0, 1, true, true},
});
constexpr auto counted_forms = std::to_array<NthForm>({
    {"nth-child", 0, 0, false, false},
    {"nth-last-child", 0, 0, true, false},
    {"nth-of-type", 0, 0, false, true},
    {"nth-last-of-type", 0, 0, true, true},
});
constexpr auto pseudo_classes = std::to_array<std::string_view>(
    {"is", "where", "not", "has", "first-child", "last-child", "only-child", "first-of-type", "last-of-type",
     "only-of-type", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type", "empty", "root",
     "scope", "contains-text"});

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

std::string nearest_pseudo_class(std::string_view name) {
  const auto nearest = std::min_element(pseudo_classes.begin(), pseudo_classes.end(),
                                        [&](std::string_view a, std::string_view b) {
                                          return edit_distance(name, a) < edit_distance(name, b);
                                        });
  if (edit_distance(name, *nearest) > 2 + name.size() / 4) return {};
  return " (did you mean ':" + std::string(*nearest) + "'?)";
}

class Parser {
 public:
  Parser(std::string_view text, SourcePlace place) : scan_(text, place) {
    if (text.size() > longest_selector) {
      scan_.fail("longer than " + std::to_string(longest_selector) + " bytes");
    }
  }

  CompiledSelector parse() {
    CompiledSelector compiled{list(false)};
    if (!scan_.at_end()) scan_.fail(std::string("unexpected '") + scan_.peek() + "'");
    return compiled;
  }

 private:
  std::vector<ComplexSelector> list(bool relative) {
    if (++nesting_ > deepest_nesting) scan_.fail("nested too deeply");
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
    Combinator combinator = Combinator::none;
    if (relative) {
      combinator = Combinator::descendant;
      explicit_combinator(combinator);
    }
    for (;;) {
      const std::size_t begin = scan_.position();
      CompoundSelector part = compound();
      if (part.simples.empty()) {
        if (scan_.at_end() && begin == 0) scan_.fail("it is empty");
        if (!selector.compounds.empty()) scan_.fail_at(begin, "a combinator needs a right side");
        scan_.fail_at(begin, scan_.at_end() ? "a selector is missing at the end"
                                            : std::string("unexpected '") + scan_.peek() + "'");
      }
      part.combinator = combinator;
      selector.compounds.push_back(std::move(part));
      if (selector.compounds.size() > most_compounds) scan_.fail("too many parts");
      const bool space = scan_.skip_space();
      if (scan_.at_end() || scan_.peek() == ',' || scan_.peek() == ')') return selector;
      combinator = Combinator::descendant;
      if (!explicit_combinator(combinator) && !space) {
        scan_.fail(std::string("unexpected '") + scan_.peek() + "'");
      }
    }
  }

  bool explicit_combinator(Combinator& combinator) {
    if (scan_.take('>')) {
      combinator = Combinator::child;
    } else if (scan_.take('+')) {
      combinator = Combinator::next_sibling;
    } else if (scan_.take('~')) {
      combinator = Combinator::subsequent_sibling;
    } else {
      return false;
    }
    scan_.skip_space();
    return true;
  }

  CompoundSelector compound() {
    CompoundSelector compound;
    const bool bar = scan_.peek() == '|' && scan_.peek(1) != '|';
    if (scan_.peek() == '*' || scan_.starts_identifier() || bar) compound.simples.push_back(type());
    for (;;) {
      if (scan_.take('#')) {
        compound.simples.push_back(named(Kind::id, scan_.name()));
      } else if (scan_.take('.')) {
        compound.simples.push_back(named(Kind::class_name, scan_.identifier("a class name")));
      } else if (scan_.peek() == '[') {
        compound.simples.push_back(attribute());
      } else if (scan_.peek() == ':') {
        compound.simples.push_back(pseudo_class());
      } else {
        break;
      }
    }
    // The cheapest conditions first: most elements fail at once.
    std::stable_sort(compound.simples.begin(), compound.simples.end(),
                     [](const SimpleSelector& a, const SimpleSelector& b) { return cost(a) < cost(b); });
    return compound;
  }

  static int cost(const SimpleSelector& simple) {
    switch (simple.kind) {
      case Kind::id:
        return 0;
      case Kind::class_name:
        return 1;
      case Kind::type:
      case Kind::universal:
      case Kind::root:
      case Kind::scope:
        return 2;
      case Kind::attribute:
        return 3;
      case Kind::has:
      case Kind::contains_text:
        return 5;
      default:
        return 4;
    }
  }

  static SimpleSelector named(Kind kind, std::string name) {
    SimpleSelector simple;
    simple.kind = kind;
    simple.hash = atom_hash(name);
    simple.lower_name = lower_ascii(name);
    simple.lower_hash = atom_hash(simple.lower_name);
    simple.name = std::move(name);
    return simple;
  }

  /// `name`, `*`, `prefix|name`; a prefix is part of the name, `*|name` is the name.
  SimpleSelector type() {
    std::string name;
    bool any = scan_.take('*');
    if (!any && scan_.peek() != '|') name = scan_.identifier("an element name");
    if (scan_.peek() == '|' && scan_.peek(1) != '=' && scan_.peek(1) != '|') {
      scan_.advance();
      const std::string prefix = std::exchange(name, std::string());
      any = scan_.take('*');
      if (!any) name = scan_.identifier("an element name after '|'");
      if (any && !prefix.empty()) scan_.fail("'prefix|*' is not supported");
      if (!prefix.empty()) name = prefix + ":" + name;
    }
    return any ? SimpleSelector{} : named(Kind::type, std::move(name));
  }

  SimpleSelector attribute() {
    scan_.advance();
    scan_.skip_space();
    std::string name;
    if (scan_.peek() == '*' && scan_.peek(1) == '|') scan_.advance(2);
    name = scan_.identifier("an attribute name");
    if (scan_.peek() == '|' && scan_.peek(1) != '=') {
      scan_.advance();
      name += ":" + scan_.identifier("an attribute name after '|'");
    }
    SimpleSelector simple = named(Kind::attribute, std::move(name));
    scan_.skip_space();
    if (scan_.take(']')) return simple;
    simple.op = attribute_operator();
    scan_.skip_space();
    const bool quote = scan_.peek() == '"' || scan_.peek() == '\'';
    simple.value = quote ? scan_.quoted() : scan_.identifier("a value (quote it if it is no identifier)");
    scan_.skip_space();
    if (!scan_.at_end() && scan_.peek() != ']') simple.value_case = case_flag();
    scan_.skip_space();
    if (!scan_.take(']')) scan_.fail("expected ']'");
    return simple;
  }

  Operator attribute_operator() {
    static constexpr auto operators = std::to_array<std::pair<char, Operator>>({{'~', Operator::includes},
                                                                                {'|', Operator::dash},
                                                                                {'^', Operator::prefix},
                                                                                {'$', Operator::suffix},
                                                                                {'*', Operator::substring}});
    if (scan_.take('=')) return Operator::equals;
    for (const auto& [sign, op] : operators) {
      if (scan_.peek() == sign && scan_.peek(1) == '=') {
        scan_.advance(2);
        return op;
      }
    }
    scan_.fail("expected ']' or an operator (= ~= |= ^= $= *=)");
  }

  SimpleSelector::Case case_flag() {
    const std::size_t begin = scan_.position();
    const std::string flag = lower_ascii(scan_.identifier("']' or a flag 'i' or 's'"));
    if (flag == "i") return SimpleSelector::Case::insensitive;
    if (flag == "s") return SimpleSelector::Case::sensitive;
    scan_.fail_at(begin, "unknown flag '" + flag + "': 'i' and 's' exist");
  }

  SimpleSelector pseudo_class() {
    const std::size_t begin = scan_.position();
    scan_.advance();
    if (scan_.peek() == ':') scan_.fail_at(begin, "pseudo-elements match nothing in a document");
    const std::string name = lower_ascii(scan_.identifier("the name of a pseudo-class"));
    SimpleSelector simple;
    if (scan_.peek() == '(') {
      scan_.advance();
      if (!function(name, simple)) unknown(begin, name, true);
      scan_.skip_space();
      if (!scan_.take(')')) scan_.fail("expected ')'");
    } else if (!plain(name, simple)) {
      unknown(begin, name, false);
    }
    return simple;
  }

  [[noreturn]] void unknown(std::size_t begin, const std::string& name, bool parenthesis) {
    const bool known = std::find(pseudo_classes.begin(), pseudo_classes.end(), name) != pseudo_classes.end();
    if (known) {
      scan_.fail_at(begin, "':" + name + "' " +
                               (parenthesis ? "takes no argument" : "needs an argument in parentheses"));
    }
    scan_.fail_at(begin, "unknown pseudo-class ':" + name + "'" + nearest_pseudo_class(name));
  }

  static bool plain(std::string_view name, SimpleSelector& simple) {
    if (name == "only-child") {
      simple.kind = Kind::only_child;
    } else if (name == "only-of-type") {
      simple.kind = Kind::only_of_type;
    } else if (name == "empty") {
      simple.kind = Kind::empty;
    } else if (name == "root") {
      simple.kind = Kind::root;
    } else if (name == "scope") {
      simple.kind = Kind::scope;
    } else {
      return set_nth(fixed_forms, name, simple);
    }
    return true;
  }

  template <class Forms>
  static bool set_nth(const Forms& forms, std::string_view name, SimpleSelector& simple) {
    const auto form =
        std::find_if(forms.begin(), forms.end(), [&](const NthForm& f) { return f.name == name; });
    if (form == forms.end()) return false;
    simple.kind = Kind::nth;
    simple.a = form->a;
    simple.b = form->b;
    simple.from_end = form->from_end;
    simple.of_type = form->of_type;
    return true;
  }

  bool function(std::string_view name, SimpleSelector& simple) {
    if (name == "is" || name == "where" || name == "not" || name == "has") {
      simple.kind = name == "not" ? Kind::negation : name == "has" ? Kind::has : Kind::is;
      simple.list = list(name == "has");
      return true;
    }
    if (name == "contains-text") {
      scan_.skip_space();
      if (scan_.peek() != '"' && scan_.peek() != '\'') scan_.fail("expected words in quotes");
      simple.kind = Kind::contains_text;
      simple.name = lower_ascii(collapse_space(scan_.quoted()));
      if (simple.name.empty()) scan_.fail("expected words in quotes");
      return true;
    }
    if (!set_nth(counted_forms, name, simple)) return false;
    scan_.skip_space();
    scan_.an_plus_b(simple.a, simple.b);
    const bool space = scan_.skip_space();
    if (space && !simple.of_type && lower_ascii(std::string{scan_.peek(), scan_.peek(1)}) == "of") {
      scan_.advance(2);
      if (!scan_.skip_space()) scan_.fail("expected a selector after 'of'");
      simple.list = list(false);
    }
    return true;
  }

  SelectorScanner scan_;
  int nesting_ = 0;
};

}  // namespace

CompiledSelector parse_selector(std::string_view text, SourcePlace place) {
  return Parser(text, place).parse();
}

}  // namespace pith
