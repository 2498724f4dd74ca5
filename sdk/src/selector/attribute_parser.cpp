#include "selector/attribute_parser.hpp"

#include <array>
#include <string>
#include <utility>

#include "pith/text.hpp"
#include "selector/named_selector.hpp"

namespace pith {
namespace {

using Operator = SimpleSelector::Operator;

SimpleSelector attribute_name(SelectorScanner& scan) {
  const bool any_prefix = scan.peek() == '*' && scan.peek(1) == '|';
  if (any_prefix) scan.advance(2);
  if (scan.peek() == '|') scan.advance();
  std::string name = scan.identifier("an attribute name");
  if (!any_prefix && scan.peek() == '|' && scan.peek(1) != '=') {
    scan.advance();
    name += ":" + scan.identifier("an attribute name after '|'");
  }
  SimpleSelector simple = named_selector(SimpleSelector::Kind::attribute, std::move(name));
  simple.any_prefix = any_prefix;
  return simple;
}

Operator attribute_operator(SelectorScanner& scan) {
  static constexpr auto operators = std::to_array<std::pair<char, Operator>>({{'~', Operator::includes},
                                                                              {'|', Operator::dash},
                                                                              {'^', Operator::prefix},
                                                                              {'$', Operator::suffix},
                                                                              {'*', Operator::substring}});
  if (scan.take('=')) return Operator::equals;
  for (const auto& [sign, op] : operators) {
    if (scan.peek() == sign && scan.peek(1) == '=') {
      scan.advance(2);
      return op;
    }
  }
  scan.fail("expected ']' or an operator (= ~= |= ^= $= *=)");
}

SimpleSelector::Case case_flag(SelectorScanner& scan) {
  const std::size_t begin = scan.position();
  const std::string flag = lower_ascii(scan.identifier("']' or a flag 'i' or 's'"));
  if (flag == "i") return SimpleSelector::Case::insensitive;
  if (flag == "s") return SimpleSelector::Case::sensitive;
  scan.fail_at(begin, "unknown flag '" + flag + "': 'i' and 's' exist");
}

}  // namespace

SimpleSelector parse_attribute(SelectorScanner& scan) {
  scan.advance();
  scan.skip_space();
  SimpleSelector simple = attribute_name(scan);
  scan.skip_space();
  if (scan.take(']')) return simple;
  simple.op = attribute_operator(scan);
  scan.skip_space();
  const bool quote = scan.peek() == '"' || scan.peek() == '\'';
  simple.value = quote ? scan.quoted() : scan.identifier("a value (quote it if it is no identifier)");
  scan.skip_space();
  if (!scan.at_end() && scan.peek() != ']') simple.value_case = case_flag(scan);
  scan.skip_space();
  if (!scan.take(']')) scan.fail("expected ']'");
  return simple;
}

}  // namespace pith
