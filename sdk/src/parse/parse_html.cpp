#include "parse/parse_html.hpp"

#include <chrono>
#include <string>
#include <utility>

#include "parse/flatten.hpp"
#include "parse/gumbo_parse.hpp"
#include "parse/withhold.hpp"

namespace pith {
namespace {

class HtmlParser {
 public:
  HtmlParser(DocumentTable& table, const Limits& limits)
      : table_(table), limits_(limits), deadline_(Arena::Clock::now() + limits.time) {
    rules_.depth = limits.depth;
    rules_.attributes = limits.attributes;
    // A unit of work is about a nanosecond; parsing gets a tenth of a page's time.
    rules_.work = static_cast<std::uint64_t>(std::chrono::nanoseconds(limits.time).count()) / 10;
    rules_.memory = limits.parse_memory;
  }

  void run() {
    // Each round is cheaper than the one before; the first one is enough for all but hostile pages.
    for (int round = 0; round < 5; ++round) {
      const Outcome outcome = attempt();
      if (outcome == Outcome::done) return;
      table_.clear_rows();
      if (outcome == Outcome::misjudged) {
        rules_.inert_text = false;
      } else {
        rules_.formatting = false;
        rules_.work /= 3;
        rules_.memory /= 3;
      }
    }
    table_.rows.emplace_back().kind = Node::Kind::document;
    table_.rows.front().end = 1;
    tell("the page takes more memory or time to parse than is allowed and was left out");
  }

 private:
  enum class Outcome { done, misjudged, too_expensive };

  Outcome attempt() {
    const WithheldPage page = withhold(table_.source, rules_);
    GumboParse parse({limits_.parse_memory, deadline_});
    const GumboOutput* const output = parse.run(page.html());
    if (output == nullptr) return Outcome::too_expensive;
    const FlattenResult result = flatten(*output, page, limits_, table_);
    if (rules_.inert_text && !result.agrees) return Outcome::misjudged;
    tell_what_is_missing(page, result);
    return Outcome::done;
  }

  void tell_what_is_missing(const WithheldPage& page, const FlattenResult& result) {
    if (page.cut_at != std::string_view::npos) {
      tell("the page would take too much time or memory to parse and was cut off after " +
           std::to_string(page.cut_at) + " bytes");
    }
    if (page.dropped_deep || result.too_deep) {
      tell("elements nested deeper than " + std::to_string(limits_.depth) +
           " were left out, their content kept");
    }
    if (page.dropped_attributes || result.too_many_attributes) {
      tell("attributes beyond " + std::to_string(limits_.attributes) + " of an element were left out");
    }
    if (page.dropped_formatting)
      tell("formatting elements that would have to be reopened too often were left out");
    if (result.too_many_nodes) {
      tell("elements and texts beyond " + std::to_string(limits_.nodes) + " were left out");
    }
  }

  void tell(std::string what) { table_.notices.push_back({Notice::Kind::limit, std::move(what)}); }

  DocumentTable& table_;
  const Limits& limits_;
  Arena::Clock::time_point deadline_;
  WithholdRules rules_;
};

}  // namespace

void parse_html(DocumentTable& table, const Limits& limits) {
  HtmlParser(table, limits).run();
}

}  // namespace pith
