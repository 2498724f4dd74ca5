#include <unordered_set>

#include "pith/names.hpp"
#include "pith/text.hpp"
#include "text/byline_words.hpp"

namespace pith {
namespace {

/// Longer bylines are paragraphs by mistake; what lies behind is passed over.
constexpr std::size_t longest_byline = 4096;

/// The bytes of a separator at the beginning of `text`; 0 if there is none.
std::size_t separator_length(std::string_view text) {
  switch (text.front()) {
    case ',':
    case ';':
    case '&':
    case '/':
    case '|':
    case '\n':
    case '\r':
    case '\t':
      return 1;
    default:
      break;
  }
  for (const std::string_view wide :
       {"\u2022", "\u00B7 ", "\uFF0C", "\uFF1B", "\u3001", "\uFF0F", "\uFF5C"}) {
    if (text.substr(0, wide.size()) == wide) return wide.size();
  }
  return 0;
}

bool is_address(std::string_view word) {
  const std::string lower = lower_ascii(word);
  return lower.find('@') != std::string::npos || lower.find("://") != std::string::npos ||
         lower.substr(0, 4) == "www.";
}

/// Collects the names of one byline.
class NameList {
 public:
  void add(const std::string& part, bool after_comma) {
    if (part.empty()) return;
    // "Ann Lee | Senior Writer"
    if (!names_.empty() && is_role(part)) return;
    if (after_comma && !names_.empty()) {
      if (is_generation(part)) return append_to_last(" " + part);
      if (is_degree(part)) return append_to_last(", " + part);
    }
    names_.push_back(part);
  }

  std::vector<std::string> take() {
    std::vector<std::string> distinct;
    std::unordered_set<std::string> seen;
    for (std::string& name : names_) {
      if (seen.insert(comparison_key(name)).second) distinct.push_back(std::move(name));
    }
    return distinct;
  }

 private:
  void append_to_last(const std::string& more) { names_.back() += more; }

  std::vector<std::string> names_;
};

/// The name in a part without separators: without addresses, brackets and remarks on it.
std::string bare_name(std::string_view part) {
  std::string name;
  for (const std::string& word : split_trimmed(part, ' ')) {
    if (is_address(word)) continue;
    if (!name.empty() && (word.front() == '(' || word.front() == '[' || begins_remark(word))) {
      // "Sophie in 't Veld"
      if (word != "in" || part.find(" in '") == std::string_view::npos) break;
    }
    if (!name.empty()) name += ' ';
    name += word;
  }
  while (!name.empty() && (name.back() == ':' || name.back() == '-' || name.back() == ' ')) name.pop_back();
  const bool has_letter = count_words(name) > 0;
  return has_letter ? name : std::string();
}

/// Adds the names of a part in which only words like "and" are left as separators.
void add_joined_names(std::string_view part, bool after_comma, NameList& names) {
  std::string name;
  for (const std::string& word : split_trimmed(part, ' ')) {
    if (joins_names(word)) {
      names.add(bare_name(name), after_comma);
      name.clear();
      after_comma = false;
    } else {
      if (!name.empty()) name += ' ';
      name += word;
    }
  }
  names.add(bare_name(name), after_comma);
}

std::string_view without_prefix(std::string_view part) {
  part = trim(part);
  return trim(part.substr(byline_prefix_length(part)));
}

/// Where the part ends that begins at 0: at a separator, but not within an address.
std::size_t part_end(std::string_view text) {
  bool in_url = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ' ' || c == '\n') in_url = false;
    if (text.substr(at, 3) == "://" || text.substr(at, 4) == "www.") in_url = true;
    if (!(in_url && c != ',' && c != ';') && separator_length(text.substr(at)) > 0) return at;
  }
  return text.size();
}

/// "Lee", "van der Berg"
bool is_family_name(std::string_view part) {
  const bool particle = part.starts_with("van ") || part.starts_with("von ") || part.starts_with("de ");
  return !part.empty() && (particle || part.find(' ') == std::string_view::npos);
}

}  // namespace

std::string name_in_order(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos || name.find_first_of(",;", comma + 1) != std::string_view::npos)
    return std::string(name);
  const std::string family = collapse_space(name.substr(0, comma));
  const std::string given = collapse_space(name.substr(comma + 1));
  const bool is_given = !given.empty() && split_trimmed(given, ' ').size() <= 3 && !is_role(given) &&
                        !is_degree(given) && !is_generation(given) && !is_agency(given) && !is_agency(family);
  return is_given && is_family_name(family) ? given + " " + family : std::string(name);
}

std::vector<std::string> split_names(std::string_view byline) {
  byline = without_prefix(byline.substr(0, longest_byline));
  NameList names;
  bool after_comma = false;
  while (!byline.empty()) {
    const std::size_t end = part_end(byline);
    const std::string part = collapse_space(without_prefix(byline.substr(0, end)));
    add_joined_names(part, after_comma, names);
    byline.remove_prefix(end);
    if (byline.empty()) break;
    after_comma = byline.front() == ',' || (after_comma && part.empty());
    byline.remove_prefix(separator_length(byline));
  }
  return names.take();
}

}  // namespace pith
