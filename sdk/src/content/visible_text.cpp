#include "content/visible_text.hpp"

#include "body/element_kinds.hpp"

namespace pith {
namespace {

bool is_ascii_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// Length of the white space or invisible character at `at`, 0 if it is neither. Unicode spaces that HTML
/// pages use for spacing count as white space; joiners and marks that shape the script stay.
std::size_t space_length(std::string_view text, std::size_t at, bool& invisible) {
  invisible = false;
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  if (is_ascii_space(text[at])) return 1;
  if (byte(0) == 0xC2 && byte(1) == 0xA0) return 2;  // no-break space
  if (byte(0) == 0xC2 && byte(1) == 0xAD) {          // soft hyphen
    invisible = true;
    return 2;
  }
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    if (byte(2) >= 0x80 && byte(2) <= 0x8A) return 3;                     // en quad ... hair space
    if (byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF) return 3;  // line, paragraph, narrow space
    if (byte(2) == 0x8B) {                                                // zero width space
      invisible = true;
      return 3;
    }
  }
  if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;  // ideographic space
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) {          // byte order mark
    invisible = true;
    return 3;
  }
  return 0;
}

}  // namespace

void TextCollapser::add(std::string_view piece) {
  std::size_t i = 0;
  while (i < piece.size()) {
    bool invisible = false;
    if (const std::size_t length = space_length(piece, i, invisible); length > 0) {
      if (!invisible) space_pending_ = true;
      i += length;
      continue;
    }
    if (break_pending_) {
      text_ += '\n';
    } else if (space_pending_ && !text_.empty()) {
      text_ += ' ';
    }
    break_pending_ = space_pending_ = false;
    std::size_t end = i;
    do {
      ++end;
    } while (end < piece.size() && space_length(piece, end, invisible) == 0);
    text_.append(piece.substr(i, end - i));
    i = end;
  }
}

EdgeSpace edge_space(std::string_view text) {
  EdgeSpace edges;
  bool invisible = false;
  bool words = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = space_length(text, i, invisible);
    if (length == 0) {
      words = true;
      break;
    }
    if (!invisible) edges.before = true;
    i += length;
  }
  if (!words) return {edges.before, edges.before};
  // The last character decides; invisible ones before it are rare enough to be passed over.
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const std::size_t at = text.size() - back;
    if (space_length(text, at, invisible) == back && !invisible) edges.after = true;
  }
  return edges;
}

std::string collect_visible_text(Node node, const Ledger* ledger, std::size_t most_bytes) {
  TextCollapser text;
  // Ends of the blocks that are open, innermost last: a line breaks where one ends.
  std::vector<std::uint32_t> ends;
  const std::uint32_t stop = node.end_row();
  Node at = node;
  while (at && at.row() < stop && text.size() < most_bytes) {
    while (!ends.empty() && ends.back() <= at.row()) {
      text.line_break();
      ends.pop_back();
    }
    const bool cut = ledger != nullptr && ledger->is_cut(at);
    if (cut || (at.is_element() && (is_unseen_tag(at.tag()) || is_hidden(at)))) {
      at = at.after();
      continue;
    }
    if (at.is_text()) {
      text.add(at.data());
    } else if (at.is(Tag::br)) {
      text.line_break();
    } else if (at.is_element() && is_block(at)) {
      text.line_break();
      ends.push_back(at.end_row());
    }
    at = at.following();
  }
  return text.take();
}

std::string visible_text(Node node, const Ledger& ledger) {
  return collect_visible_text(node, &ledger);
}

}  // namespace pith
