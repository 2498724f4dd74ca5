// The whole way of a page, from bytes to what is written. If the first line names a plugin, the rest is given
// to that one; otherwise the plugin is chosen by the page's shape. Nothing is thrown, no plugin fails, an
// article has text, every removal lies within the page, and the JSON is JSON.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/extract/page_extraction.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"
#include "core/render/html.hpp"
#include "core/render/json.hpp"
#include "core/render/markdown.hpp"
#include "core/render/text.hpp"
#include "pith/json.hpp"

namespace {

/// A plugin that was looked for and not found would be a fuzzer that finds nothing.
constexpr std::size_t least_plugins = 7;

void must(bool holds, std::string_view what, const pith::Extraction& extraction) {
  if (holds) return;
  std::fprintf(stderr, "%.*s; plugin '%s', status %s: %s\n", static_cast<int>(what.size()), what.data(),
               extraction.plugin.c_str(), std::string(name_of(extraction.status)).c_str(),
               extraction.reason.c_str());
  std::abort();
}

const pith::Registry& plugins() {
  static const pith::Registry registry = [] {
    const auto folders =
        pith::PluginPath{{}, "", pith::PluginPath::of_process().program_folder, {}, {}}.folders();
    pith::Registry found = pith::Registry::scan(folders, {pith::Probe::none});
    found.load_all();
    for (const pith::Refusal& refusal : found.refusals())
      std::fprintf(stderr, "%s: %s\n", refusal.path.c_str(), refusal.reason.c_str());
    if (found.plugins().size() < least_plugins || !found.refusals().empty()) {
      std::fprintf(stderr, "%zu plugins: build the target `plugins` first\n", found.plugins().size());
      std::abort();
    }
    return found;
  }();
  return registry;
}

void must_be_sound(const pith::Page& page, const pith::Extraction& extraction) {
  must(extraction.status != pith::Status::failed, "the page failed", extraction);
  must(extraction.status != pith::Status::ok || !extraction.articles.empty() || !extraction.links.empty() ||
           extraction.channel,
       "ok, and nothing came out", extraction);
  for (const pith::Removal& removal : extraction.removals) {
    must(removal.source.begin <= removal.source.end && removal.source.end <= page.bytes.size(),
         "a removal lies outside the page", extraction);
  }
}

void must_be_written(const pith::Extraction& extraction) {
  pith::JsonOptions options;
  options.explain = true;
  const pith::JsonDocument json = pith::JsonDocument::parse(render_json(extraction, options));
  must(json.root().is_object(), "the result is no JSON", extraction);
  must(json.root()["status"].string() == name_of(extraction.status), "the JSON says another status",
       extraction);
  render_markdown(extraction);
  render_html_document(extraction);
  render_text(extraction);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  plugins();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  pith::PageExtractionOptions options;
  const std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), bytes.size()));
  if (plugins().find(line) != nullptr) {
    options.plugin = line;
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  pith::Page page;
  page.bytes = bytes;
  const pith::Extraction extraction = extract_page(page, plugins(), options).extraction;
  must_be_sound(page, extraction);
  must_be_written(extraction);
  return 0;
}
