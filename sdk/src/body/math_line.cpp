#include "body/math_line.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/text.hpp"

namespace pith {
namespace {

/// Longer formulas are left as they are.
constexpr std::uint32_t most_rows = 1'000;
constexpr std::size_t most_bytes = 4'096;

struct Part {
  std::string text;
  /// Needs no parentheses: one sign, or what carries its own.
  bool whole = true;
};

/// An element that is being read.
struct Open {
  Node element;
  std::vector<Part> parts;
};

bool is_token(std::string_view name) {
  return name == "mi" || name == "mn" || name == "mo" || name == "mtext" || name == "ms";
}

bool is_unread(std::string_view name) {
  return name.starts_with("annotation") || name == "mphantom" || name == "mspace";
}

/// The signs that are there for programs: of a function that is applied, of a product, of a list.
bool is_invisible(std::string_view sign) {
  return sign == "\u2061" || sign == "\u2062" || sign == "\u2063" || sign == "\u2064";
}

std::string grouped(const Part& part) {
  return part.whole ? part.text : "(" + part.text + ")";
}

std::string joined(const std::vector<Part>& parts, std::string_view between) {
  std::string text;
  for (const Part& part : parts) {
    if (!text.empty()) text += between;
    text += part.text;
  }
  return text;
}

/// A base with what stands below and above it. "x_i^2"
Part with_scripts(const std::vector<Part>& parts, std::string_view first, std::string_view second) {
  std::string text = grouped(parts[0]);
  for (std::size_t i = 1; i < parts.size() && i < 3; ++i) {
    if (parts[i].text.empty()) continue;
    text += i == 1 ? first : second;
    text += grouped(parts[i]);
  }
  return {std::move(text), true};
}

/// What an element of two parts or more makes of them; nothing if it only groups them.
Part layout(std::string_view name, const std::vector<Part>& parts) {
  if (name == "mfrac") return {grouped(parts[0]) + "/" + grouped(parts[1]), false};
  if (name == "mroot") return {"root(" + parts[0].text + ", " + parts[1].text + ")", true};
  if (name == "msup" || name == "mover") return with_scripts(parts, "^", "");
  if (name == "msub" || name == "munder") return with_scripts(parts, "_", "");
  return with_scripts(parts, "_", "^");
}

bool has_layout(std::string_view name) {
  for (const std::string_view known :
       {"mfrac", "mroot", "msup", "mover", "msub", "munder", "msubsup", "munderover"}) {
    if (name == known) return true;
  }
  return false;
}

Part part_of(const Open& open) {
  const std::string_view name = open.element.name();
  const std::vector<Part>& parts = open.parts;
  if (parts.size() >= 2 && has_layout(name)) return layout(name, parts);
  if (name == "msqrt") return {"sqrt(" + joined(parts, "") + ")", true};
  if (name == "mfenced") return {"(" + joined(parts, ", ") + ")", true};
  if (name == "mtr") return {joined(parts, ", "), false};
  if (name == "mtable") return {"[" + joined(parts, "; ") + "]", true};
  return {joined(parts, ""), parts.size() == 1 && parts.front().whole};
}

Part token(Node element) {
  std::string text = collapse_space(element.text_content());
  if (is_invisible(text)) text.clear();
  if (element.name() == "mtext" && !text.empty()) text = " " + text + " ";
  return {std::move(text), true};
}

}  // namespace

std::string math_line(Node math) {
  if (math.end_row() - math.row() > most_rows) return {};
  std::size_t bytes = 0;
  std::vector<Open> open{{math, {}}};
  for (Node at = math.following(); at && at.row() < math.end_row();) {
    while (open.back().element.end_row() <= at.row()) {
      Part part = part_of(open.back());
      open.pop_back();
      open.back().parts.push_back(std::move(part));
    }
    if (!at.is_element() || is_unread(at.name())) {
      at = at.after();
    } else if (is_token(at.name())) {
      Part sign = token(at);
      bytes += sign.text.size();
      if (bytes > most_bytes) return {};
      open.back().parts.push_back(std::move(sign));
      at = at.after();
    } else {
      open.push_back({at, {}});
      at = at.following();
    }
  }
  while (open.size() > 1) {
    Part part = part_of(open.back());
    open.pop_back();
    open.back().parts.push_back(std::move(part));
  }
  return collapse_space(part_of(open.back()).text);
}

}  // namespace pith
