#include "core/command/extract_options.hpp"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <thread>

#include "core/command/option_parser.hpp"
#include "core/command/usage_error.hpp"
#include "core/fetch/url_fetcher.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

po::options_description described() {
  po::options_description options;
  const auto text = [] { return po::value<std::string>(); };
  options.add_options()("url,u", text(), "")("plugin,p", text(), "")("format,f", text(), "")(
      "output,o", text(), "")("plugin-dir", po::value<std::vector<std::string>>(), "")("explain,e", "")(
      "batch,b", "")("jobs,j", text(), "")("favor", text(), "")(
      "include", po::value<std::vector<std::string>>(), "")("exclude", po::value<std::vector<std::string>>(),
                                                            "");
  return options;
}

unsigned read_jobs(const ParsedOptions& parsed) {
  if (!parsed.has("jobs")) return std::max(1U, std::thread::hardware_concurrency());
  const std::string given = parsed.text("jobs");
  const bool is_number = !given.empty() && given.size() <= 4 &&
                         std::all_of(given.begin(), given.end(), [](char c) { return c >= '0' && c <= '9'; });
  const int jobs = is_number ? std::stoi(given) : 0;
  if (jobs < 1 || jobs > 1024) throw UsageError("--jobs needs a number from 1 to 1024, not '" + given + "'");
  return static_cast<unsigned>(jobs);
}

Favor read_favor(const ParsedOptions& parsed) {
  if (!parsed.has("favor")) return Favor::neither;
  const std::string given = parsed.text("favor");
  require_choice("favor", given, {"precision", "recall"});
  return given == "recall" ? Favor::recall : Favor::precision;
}

/// "tables,images" in one or several options.
void read_parts(const ParsedOptions& parsed, const std::string& option, bool wanted, ContentParts& parts) {
  for (const std::string& list : parsed.texts(option)) {
    for (const std::string& part : split_trimmed(list, ',')) {
      require_choice("part to " + option, part, {"comments", "tables", "images", "links"});
      (part == "comments" ? parts.comments
       : part == "tables" ? parts.tables
       : part == "images" ? parts.images
                          : parts.links) = wanted;
    }
  }
}

void check_batch(const ExtractOptions& options, const ParsedOptions& parsed) {
  if (!options.url.empty()) throw UsageError("--url is for one page; in a batch each line has its own `url`");
  if (parsed.has("format") && options.format != "jsonl") {
    throw UsageError("a batch is written as JSON Lines: --format " + options.format +
                     " cannot be had with --batch");
  }
  for (const auto& input : options.inputs) {
    if (looks_like_url(input))
      throw UsageError("a batch is read from files or standard input, not from " + input);
  }
}

void check_pages(const ExtractOptions& options, const ParsedOptions& parsed) {
  if (options.inputs.empty()) {
    throw UsageError("no INPUT: name a file, a URL, or - for standard input; `pith help extract` tells more");
  }
  if (parsed.has("jobs")) throw UsageError("--jobs is for --batch");
  if (options.url.empty()) return;
  if (options.inputs.size() > 1) {
    throw UsageError("--url is for one INPUT, and there are " + std::to_string(options.inputs.size()) +
                     "; --batch takes a URL for each page");
  }
  if (looks_like_url(options.inputs.front())) throw UsageError("--url is for files; INPUT is a URL already");
  if (!is_web_url(options.url)) throw UsageError("--url '" + options.url + "' is no http or https URL");
}

}  // namespace

ExtractOptions read_extract_options(const std::vector<std::string>& arguments, bool& help) {
  const ParsedOptions parsed = parse_options("extract", described(), arguments);
  help = parsed.help;
  ExtractOptions options;
  if (help) return options;
  options.inputs = parsed.words;
  options.url = without_credentials(parsed.text("url"));
  options.plugin = parsed.text("plugin");
  options.plugin_folders = parsed.texts("plugin-dir");
  options.explain = parsed.has("explain");
  options.output = parsed.text("output");
  options.batch = parsed.has("batch");
  options.jobs = read_jobs(parsed);
  options.format = parsed.has("format") ? parsed.text("format") : options.batch ? "jsonl" : "text";
  require_choice("format", options.format, {"text", "markdown", "html", "json", "jsonl"});
  options.favor = read_favor(parsed);
  read_parts(parsed, "include", true, options.parts);
  read_parts(parsed, "exclude", false, options.parts);
  if (options.batch) {
    check_batch(options, parsed);
  } else {
    check_pages(options, parsed);
  }
  return options;
}

}  // namespace pith
