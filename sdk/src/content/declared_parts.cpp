#include "content/declared_parts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "content/squeezed_text.hpp"

namespace pith {
namespace {

/// Letters and digits by which a beginning is known again. With fewer, headlines of related articles are
/// taken for it where they begin with the same names; what is shorter is left to the model.
constexpr std::size_t key_bytes = 48;

/// Behind one of these bytes a sentence may begin, and so a paragraph of it. The last two end closing quotes
/// and ideographic full stops.
bool may_end_sentence(char c) {
  return std::string_view(".!?:;\n\"')\x9D\x82").find(c) != std::string_view::npos;
}

/// Full stops in a row, a quote behind a full stop: only the last of them ends something.
void add_beginnings(std::string_view text, std::unordered_set<std::string>& beginnings) {
  bool begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (may_end_sentence(c)) {
      begins = true;
    } else if (begins && c != ' ') {
      begins = false;
      std::string key = squeezed_text(text.substr(at), key_bytes);
      if (key.size() == key_bytes) beginnings.insert(std::move(key));
    }
  }
}

}  // namespace

std::vector<bool> find_declared_parts(const std::vector<TextRun>& runs, const Metadata& metadata) {
  std::unordered_set<std::string> beginnings;
  for (const Metadata::Value& part : metadata.part_bodies) add_beginnings(part.text, beginnings);
  if (beginnings.empty()) return {};
  std::vector<bool> declared(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i)
    declared[i] = beginnings.contains(squeezed_text(runs[i].head, key_bytes));
  return declared;
}

}  // namespace pith
