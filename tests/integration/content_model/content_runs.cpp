// Pith's half of scripts/train-models: what the model sees of pages.
//
//   content_runs PREFIX <LIST      LIST: lines `id<TAB>page.html.gz<TAB>url`
//
// writes PREFIX.jsonl, a line for each page: {"id": ..., "runs": [texts], ...} with what else is known of
// each run, and PREFIX.f32, the features of all runs in a row as 32-bit floats, and PREFIX.signs.f32, the
// signs of all pages. `content_runs --names` prints the names of the features.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "content/run_features.hpp"
#include "gzip_file.hpp"
#include "kind/page_signs.hpp"
#include "pith/pith.hpp"

namespace {

std::string text_of_run(const pith::Document& document, const pith::TextMeasure& measure,
                        const pith::TextRun& run) {
  std::string text;
  for (pith::Node at = document.at(run.begin_row); at && at.row() < run.end_row;) {
    if (at.is_text()) text += at.data();
    if (at.is(pith::Tag::br)) text += ' ';
    const bool unseen = at.is_element() && measure.is_unseen(at);
    at = unseen ? at.after() : at.following();
  }
  return pith::collapse_space(text);
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

template <typename Items, typename Number>
void write_array(Writer& writer, const std::string& name, const Items& items, Number number) {
  writer.Key(name.c_str());
  writer.StartArray();
  for (const auto& item : items) writer.Uint(number(item));
  writer.EndArray();
}

void write_page(const std::string& id, const std::string& path, const std::string& url, std::ofstream& texts,
                std::ofstream& features, std::ofstream& signs) {
  pith::Page page;
  page.url = url;
  page.bytes = pith::read_gzip(path);
  const pith::Document document = pith::Document::from(page);
  pith::PageContext context(page, document);
  const std::vector<pith::TextRun> runs = pith::find_text_runs(document, context.measure());
  const std::vector<pith::RunGroups> groups = pith::find_run_groups(runs, document);
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  writer.Key("id");
  writer.String(id.c_str());
  writer.Key("runs");
  writer.StartArray();
  for (const pith::TextRun& run : runs) {
    const std::string text = text_of_run(document, context.measure(), run);
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  writer.EndArray();
  write_array(writer, "bytes", runs, [](const pith::TextRun& run) { return run.bytes; });
  write_array(writer, "template", runs,
              [](const pith::TextRun& run) { return static_cast<std::uint32_t>(run.signature); });
  for (std::size_t level = 0; level < pith::group_levels; ++level) {
    const std::string number = std::to_string(level);
    write_array(writer, "first" + number, groups, [&](const auto& around) { return around[level].first; });
    write_array(writer, "last" + number, groups, [&](const auto& around) { return around[level].last; });
  }
  writer.EndObject();
  texts << buffer.GetString() << '\n';
  // The script puts in the probabilities of kinds, by models that did not see the page.
  const pith::PageEvidence evidence{pith::find_main_content(context), {}};
  const auto all = pith::run_features(runs, groups, evidence, context);
  features.write(reinterpret_cast<const char*>(all.data()),
                 static_cast<std::streamsize>(all.size() * sizeof(pith::RunFeatures)));
  const pith::PageSigns page_signs = pith::page_signs(runs, evidence.candidate, context);
  signs.write(reinterpret_cast<const char*>(page_signs.data()), sizeof(page_signs));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: content_runs PREFIX <LIST\n       content_runs --names\n";
    return 2;
  }
  const std::string prefix = argv[1];
  if (prefix == "--names") {
    for (const char* name : pith::run_feature_names()) std::puts(name);
    return 0;
  }
  std::ofstream texts(prefix + ".jsonl");
  std::ofstream features(prefix + ".f32", std::ios::binary);
  std::ofstream signs(prefix + ".signs.f32", std::ios::binary);
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const std::size_t second = line.find('\t', tab + 1);
    if (second != std::string::npos)
      write_page(line.substr(0, tab), line.substr(tab + 1, second - tab - 1), line.substr(second + 1), texts,
                 features, signs);
  }
  return texts && features ? 0 : 3;
}
