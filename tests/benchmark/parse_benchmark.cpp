// How long Document::parse takes beside bare Gumbo with malloc, over real pages:
//
//   parse_benchmark [FOLDER [ROUNDS]]

#include <cstdint>

#include "contest.hpp"
#include "parse/gumbo_parse.hpp"
#include "parse/withhold.hpp"
#include "pith/document.hpp"

namespace {

pith::WithholdRules unlimited() {
  pith::WithholdRules rules;
  rules.work = rules.memory = static_cast<std::uint64_t>(-1);
  return rules;
}

void gumbo_in_arena(const std::string& page) {
  pith::GumboParse({}).run(page);
}

void withhold_only(const std::string& page) {
  pith::withhold(page, unlimited());
}

void withhold_and_gumbo(const std::string& page) {
  const pith::WithheldPage withheld = pith::withhold(page, unlimited());
  pith::GumboParse({}).run(withheld.html());
}

void whole_document(const std::string& page) {
  pith::Document::parse(page);
}

}  // namespace

int main(int argc, char** argv) {
  return pith::benchmark::run_contest(argc, argv,
                                      {{"bare Gumbo, malloc", pith::benchmark::bare_gumbo, {}},
                                       {"Gumbo in the arena", gumbo_in_arena, {}},
                                       {"withholding alone", withhold_only, {}},
                                       {"withholding, Gumbo in the arena", withhold_and_gumbo, {}},
                                       {"Document::parse", whole_document, {}}});
}
