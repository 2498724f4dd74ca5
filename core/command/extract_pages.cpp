#include "core/command/extract_pages.hpp"

#include <string>

#include "core/command/exit_code.hpp"
#include "core/command/ledger_table.hpp"
#include "core/command/terminal.hpp"
#include "core/extract/page_extraction.hpp"
#include "core/fetch/url_fetcher.hpp"
#include "core/input/page_input.hpp"
#include "core/output/output.hpp"
#include "core/render/html.hpp"
#include "core/render/json.hpp"
#include "core/render/markdown.hpp"
#include "core/render/text.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

class PageRun {
 public:
  PageRun(const ExtractOptions& options, const Registry& registry)
      : options_(options), registry_(registry), output_(options.output) {}

  int run() {
    write_opening();
    for (std::size_t i = 0; i < options_.inputs.size(); ++i) {
      const std::string input = shown(options_.inputs[i]);
      const PageExtraction page = extract(options_.inputs[i]);
      write(page.extraction, input, i);
      // The article first, then what is told about it, also where both go to one terminal.
      output_.flush();
      tell_of(input, page);
    }
    if (is_array()) output_.write("\n]\n");
    output_.finish();
    return failures_ == 0 ? all_well : some_failed;
  }

 private:
  bool is_json() const { return options_.format == "json" || options_.format == "jsonl"; }
  bool is_array() const { return options_.format == "json" && options_.inputs.size() > 1; }

  /// What an input is called in results and messages.
  static std::string shown(const std::string& input) {
    return looks_like_url(input) ? without_credentials(input) : input;
  }

  PageExtraction extract(const std::string& input) const {
    PageExtractionOptions how;
    how.plugin = options_.plugin;
    how.favor = options_.favor;
    how.parts = options_.parts;
    try {
      const Page page = read_page(input, options_.url, how.limits);
      return extract_page(page, registry_, how);
    } catch (const Error& error) {
      PageExtraction none;
      none.extraction.status = Status::failed;
      none.extraction.reason = error.where() == shown(input) ? reason_of(error) : error.what();
      return none;
    }
  }

  /// The input is named before it anyway.
  static std::string reason_of(const Error& error) {
    return error.remedy().empty() ? error.problem() : error.problem() + ": " + error.remedy();
  }

  void write_opening() {
    if (is_array()) output_.write("[\n");
  }

  void write(const Extraction& extraction, const std::string& input, std::size_t index) {
    if (is_json()) {
      write_json(extraction, input, index);
      return;
    }
    if (options_.inputs.size() > 1) write_separator(input, index);
    if (options_.format == "markdown") {
      output_.write(render_markdown(extraction));
    } else if (options_.format == "html") {
      output_.write(options_.inputs.size() > 1 ? render_html(extraction) : render_html_document(extraction));
    } else {
      output_.write(render_text(extraction));
    }
  }

  void write_json(const Extraction& extraction, const std::string& input, std::size_t index) {
    JsonOptions how;
    // Results of several inputs are told apart by the input's name.
    if (options_.inputs.size() > 1) how.id = json_string(input);
    how.url = looks_like_url(input) ? input : options_.url;
    how.explain = options_.explain;
    how.pretty = options_.format == "json";
    if (is_array() && index > 0) output_.write(",\n");
    output_.write(render_json(extraction, how));
    if (!is_array()) output_.write("\n");
  }

  /// As `head` and `tail` tell files apart; in Markdown and HTML as a comment.
  void write_separator(const std::string& input, std::size_t index) {
    const std::string gap = index > 0 ? "\n" : "";
    if (options_.format == "text") {
      output_.write(gap + "==> " + input + " <==\n\n");
    } else {
      std::string name = input;
      for (std::size_t at = 0; (at = name.find("--", at)) != std::string::npos;) name.replace(at, 2, "- -");
      output_.write(gap + "<!-- " + name + " -->\n\n");
    }
  }

  void tell_of(const std::string& input, const PageExtraction& page) {
    const Extraction& extraction = page.extraction;
    if (!is_success(extraction.status)) ++failures_;
    if (extraction.status != Status::ok) {
      const std::string reason = extraction.reason.empty() ? "" : ": " + extraction.reason;
      tell(input + ": " + std::string(name_of(extraction.status)) + reason);
    }
    if (options_.explain && !is_json()) tell_raw(ledger_table(input, page, wants_colour(Stream::error)));
  }

  const ExtractOptions& options_;
  const Registry& registry_;
  Output output_;
  std::size_t failures_ = 0;
};

}  // namespace

int extract_pages(const ExtractOptions& options, const Registry& registry) {
  return PageRun(options, registry).run();
}

}  // namespace pith
