// Answers questions about pages, so that another selector engine can be asked the same. One question a line
// on standard input, one line of JSON each on standard output:
//   page FILE          parses the page (gzip or not); answers with its rows in document order:
//                      [parent, name, [attribute, value, ...], raw text] or [parent, text]
//   select ROW TEXT    answers with the rows inside the row that the selector selects, or the error
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <iostream>
#include <string>
#include <string_view>

#include "gzip_file.hpp"
#include "pith/document.hpp"
#include "pith/error.hpp"
#include "pith/selector.hpp"

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Json& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_element(Json& json, pith::Node element) {
  write(json, element.name());
  json.StartArray();
  for (const pith::Node::Attribute& attribute : element.attributes()) {
    write(json, attribute.name);
    write(json, attribute.value);
  }
  json.EndArray();
  write(json, element.raw_text());
}

void write_rows(Json& json, const pith::Document& page) {
  json.StartArray();
  for (std::uint32_t row = 1; row < page.size(); ++row) {
    const pith::Node node = page.at(row);
    json.StartArray();
    json.Uint(node.parent().row());
    if (node.is_element()) {
      write_element(json, node);
    } else {
      write(json, node.data());
    }
    json.EndArray();
  }
  json.EndArray();
}

/// `question` is a row number, a space and a selector.
void write_selected(Json& json, const pith::Document& page, std::string_view question) {
  std::uint32_t row = 0;
  const char* const end = question.data() + question.size();
  const char* const text = std::from_chars(question.data(), end, row).ptr;
  try {
    const pith::Selector selector(std::string(text + (text == end ? 0 : 1), end));
    json.StartArray();
    for (const pith::Node node : page.at(row).select(selector)) json.Uint(node.row());
    json.EndArray();
  } catch (const pith::Error& error) {
    write(json, error.what());
  }
}

}  // namespace

int main() {
  constexpr std::string_view page_question = "page ";
  constexpr std::string_view select_question = "select ";
  std::ios::sync_with_stdio(false);
  pith::Document page;
  for (std::string line; std::getline(std::cin, line);) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    if (line.starts_with(page_question)) {
      pith::Page bytes;
      bytes.bytes = pith::read_gzip(line.substr(page_question.size()));
      page = pith::Document::from(bytes);
      write_rows(json, page);
    } else if (line.starts_with(select_question)) {
      write_selected(json, page, std::string_view(line).substr(select_question.size()));
    } else {
      std::cerr << "selector_oracle: not a question: " << line << '\n';
      return 2;
    }
    std::cout << buffer.GetString() << '\n' << std::flush;
  }
  return 0;
}
