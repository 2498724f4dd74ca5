#include "parse/open_elements.hpp"

#include "parse/atom_hash.hpp"
#include "parse/tag_traits.hpp"

namespace pith {
namespace {

// How many formatting elements a search looks at, and how many dropped elements before it goes on below
// all of them: pages that have more mean harm.
constexpr std::size_t search_reach = 128;

constexpr bool is_table_section(Tag tag) noexcept {
  return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot;
}

constexpr bool is_table_part(Tag tag) noexcept {
  return is_table_section(tag) || tag == Tag::tr || tag == Tag::td || tag == Tag::th || tag == Tag::caption ||
         tag == Tag::colgroup;
}

constexpr bool sets_marker(Tag tag) noexcept {
  return tag == Tag::td || tag == Tag::th || tag == Tag::caption || tag == Tag::applet ||
         tag == Tag::marquee || tag == Tag::object;
}

// 13.2.6, "MathML text integration point" and "HTML integration point".
bool is_integration_point(const StartTag& tag) noexcept {
  switch (tag.name_hash) {
    case atom_hash("foreignobject"):
    case atom_hash("desc"):
    case atom_hash("title"):
    case atom_hash("mi"):
    case atom_hash("mo"):
    case atom_hash("mn"):
    case atom_hash("ms"):
    case atom_hash("mtext"):
    case atom_hash("annotation-xml"):
      return true;
    default:
      return false;
  }
}

}  // namespace

OpenElements::OpenElements(std::uint32_t max_depth, std::uint32_t max_formatting)
    : max_depth_(max_depth), max_formatting_(max_formatting) {
  stack_.reserve(64);
}

// For searches from the top: the index to look at below `index`; none at the bottom.
std::size_t OpenElements::next_below(std::size_t index) const noexcept {
  if (first_dropped_ != none && index > first_dropped_ && stack_.size() - index >= search_reach)
    index = first_dropped_;
  return index == 0 ? none : index - 1;
}

template <class Match, class Bound>
std::size_t OpenElements::find(Match matches, Bound bounds) const {
  for (std::size_t i = next_below(stack_.size()); i != none; i = next_below(i)) {
    const Entry& entry = stack_[i];
    if (!entry.foreign && matches(entry.tag)) return i;
    if (entry.foreign ? entry.integration : bounds(entry.tag)) return none;
  }
  return none;
}

std::size_t OpenElements::find_in_scope(Tag tag, bool button_scope) const {
  if (!is_open(tag)) return none;
  return find(
      [tag](Tag open) { return open == tag; },
      [button_scope](Tag open) { return bounds_scope(open) || (button_scope && open == Tag::button); });
}

// Foreign elements and their integration points do not bound table scope.
std::size_t OpenElements::find_table() const {
  if (!is_open(Tag::table)) return none;
  for (std::size_t i = next_below(stack_.size()); i != none; i = next_below(i)) {
    if (stack_[i].foreign) continue;
    if (stack_[i].tag == Tag::table) return i;
    if (stack_[i].tag == Tag::template_) return none;
  }
  return none;
}

void OpenElements::pop() {
  const Entry& entry = stack_.back();
  if (!entry.dropped) --real_;
  if (!entry.foreign) --opened(entry.tag);
  const bool was_cell =
      !entry.foreign && (entry.tag == Tag::td || entry.tag == Tag::th || entry.tag == Tag::caption);
  stack_.pop_back();
  if (first_dropped_ != none && first_dropped_ >= stack_.size()) first_dropped_ = none;
  if (was_cell) clear_formatting_to_marker();
}

void OpenElements::pop_to(std::size_t index) {
  while (stack_.size() > index) pop();
}

void OpenElements::erase(std::size_t index) {
  if (!stack_[index].dropped) --real_;
  if (!stack_[index].foreign) --opened(stack_[index].tag);
  if (first_dropped_ != none && index < first_dropped_) --first_dropped_;
  if (first_dropped_ != none && first_dropped_ + 1 >= stack_.size()) first_dropped_ = none;
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
}

void OpenElements::clear_formatting_to_marker() {
  while (!formatting_.empty()) {
    const Formatting last = formatting_.back();
    formatting_.pop_back();
    if (last.tag == Tag::none) return;
    if (!last.dropped) --formatting_real_;
  }
}

OpenElements::Verdict OpenElements::push(const StartTag& tag, bool foreign, bool integration) {
  const bool drop = first_dropped_ != none || depth() >= max_depth_;
  if (drop && first_dropped_ == none) first_dropped_ = stack_.size();
  stack_.push_back({tag.name_hash, tag.tag, foreign, integration, drop});
  if (!drop) ++real_;
  if (!foreign) ++opened(tag.tag);
  if (!foreign && sets_marker(tag.tag)) formatting_.push_back({0, Tag::none});
  return {drop, false};
}

OpenElements::Verdict OpenElements::start(const StartTag& tag) {
  if (in_foreign_content()) {
    const bool leaves = leaves_foreign_content(tag.tag) || (tag.tag == Tag::font && tag.leaves_foreign_font);
    if (!leaves) return start_foreign(tag);
    while (in_foreign_content()) pop();
  }
  if (is_open(Tag::select)) return start_in_select(tag);
  close_before(tag.tag);
  if (is_void(tag.tag) || text_kind(tag.tag) != TextKind::normal) return {};
  if (is_formatting(tag.tag)) return start_formatting(tag);
  if (is_table_part(tag.tag)) return start_table_part(tag);
  if (tag.tag == Tag::svg || tag.tag == Tag::math) {
    return tag.self_closing ? Verdict{} : push(tag, true, false);
  }
  return push(tag, false, false);
}

OpenElements::Verdict OpenElements::start_foreign(const StartTag& tag) {
  if (tag.self_closing) return {false, true};
  return {push(tag, true, is_integration_point(tag)).drop, true};
}

// 13.2.6.4.16 and 13.2.6.4.17, as Gumbo knows them.
OpenElements::Verdict OpenElements::start_in_select(const StartTag& tag) {
  const auto close_select = [this] {
    const std::size_t select = find([](Tag open) { return open == Tag::select; }, [](Tag) { return false; });
    if (select != none) pop_to(select);
  };
  switch (tag.tag) {
    case Tag::option:
    case Tag::optgroup:
      if (stack_.back().tag == Tag::option) pop();
      if (tag.tag == Tag::optgroup && stack_.back().tag == Tag::optgroup) pop();
      return push(tag, false, false);
    case Tag::script:
    case Tag::html:
      return {};
    case Tag::template_:
      return push(tag, false, false);
    case Tag::select:
      close_select();
      return {false, true};
    case Tag::input:
    case Tag::keygen:
    case Tag::textarea:
      close_select();
      return is_open(Tag::select) ? Verdict{} : start(tag);
    default:
      break;
  }
  if ((is_table_part(tag.tag) || tag.tag == Tag::table) && tag.tag != Tag::colgroup && find_table() != none) {
    close_select();
    return is_open(Tag::select) ? Verdict{} : start(tag);
  }
  return {false, true};
}

// What a start tag closes before it opens.
void OpenElements::close_before(Tag tag) {
  if (stack_.empty()) return;
  if (tag == Tag::li || tag == Tag::dd || tag == Tag::dt) close_list_item(tag == Tag::li);
  if (closes_paragraph(tag)) {
    const std::size_t p = find_in_scope(Tag::p, true);
    if (p != none) pop_to(p);
  }
  if (stack_.empty()) return;
  const Entry& top = stack_.back();
  if (top.foreign) return;
  if (is_heading(tag) && is_heading(top.tag)) {
    pop();
  } else if ((tag == Tag::option || tag == Tag::optgroup) && top.tag == Tag::option) {
    pop();
  } else if (tag == Tag::button) {
    const std::size_t button = find_in_scope(Tag::button, false);
    if (button != none) pop_to(button);
  } else if (tag == Tag::table &&
             (top.tag == Tag::table || top.tag == Tag::tr || is_table_section(top.tag))) {
    const std::size_t table = find_table();
    if (table != none) pop_to(table);
  }
}

void OpenElements::close_list_item(bool is_li) {
  if (is_li ? !is_open(Tag::li) : !is_open(Tag::dd) && !is_open(Tag::dt)) return;
  const auto item =
      find([is_li](Tag open) { return is_li ? open == Tag::li : open == Tag::dd || open == Tag::dt; },
           [](Tag open) {
             return is_special(open) && open != Tag::address && open != Tag::div && open != Tag::p;
           });
  if (item != none) pop_to(item);
}

// Formatting elements are kept in their list alone, not on the stack: whatever closes around them, they
// are opened again until their end tag comes.
OpenElements::Verdict OpenElements::start_formatting(const StartTag& tag) {
  if (tag.tag == Tag::a || tag.tag == Tag::nobr) end_formatting(tag.tag);
  if (first_dropped_ != none || depth() >= max_depth_) {
    formatting_.push_back({tag.text_hash, tag.tag, true});
    return {true, false};
  }
  std::size_t same = 0;
  std::size_t earliest = 0;
  std::size_t reach = search_reach;
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i].tag != Tag::none && reach-- > 0;) {
    if (formatting_[i].tag == tag.tag && formatting_[i].text_hash == tag.text_hash &&
        !formatting_[i].dropped) {
      ++same;
      earliest = i;
    }
  }
  const bool drop = same < 3 && formatting_real_ >= max_formatting_;
  if (!drop && same >= 3) {
    // "Noah's Ark": the earliest one leaves the list, yet stays open until a block around it closes.
    formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(earliest));
    --formatting_real_;
    stack_.push_back({tag.name_hash, Tag::other});
    ++real_;
    ++opened(Tag::other);
  }
  formatting_.push_back({tag.text_hash, tag.tag, drop});
  if (!drop) ++formatting_real_;
  return {drop, false};
}

bool OpenElements::end_formatting(Tag tag) {
  std::size_t reach = search_reach;
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i].tag != Tag::none && reach-- > 0;) {
    if (formatting_[i].tag != tag) continue;
    const bool dropped = formatting_[i].dropped;
    if (!dropped) --formatting_real_;
    formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(i));
    return dropped;
  }
  return false;
}

// 13.2.6.4.9 to 13.2.6.4.15: a part of a table clears the stack back to where it can stand.
OpenElements::Verdict OpenElements::start_table_part(const StartTag& tag) {
  const std::size_t table = find_table();
  if (table == none) {
    const std::size_t outer =
        find([](Tag open) { return open == Tag::template_; }, [](Tag) { return false; });
    return outer == none ? Verdict{} : push(tag, false, false);
  }
  std::size_t keep = table + 1;
  if ((tag.tag == Tag::tr || tag.tag == Tag::td || tag.tag == Tag::th) && keep < stack_.size() &&
      is_table_section(stack_[keep].tag)) {
    ++keep;
    if (tag.tag != Tag::tr && keep < stack_.size() && stack_[keep].tag == Tag::tr) ++keep;
  }
  pop_to(keep);
  if ((tag.tag == Tag::tr || tag.tag == Tag::td || tag.tag == Tag::th) && keep == table + 1) {
    push({Tag::tbody, atom_hash("tbody")}, false, false);
    ++keep;
  }
  if ((tag.tag == Tag::td || tag.tag == Tag::th) && keep == table + 2)
    push({Tag::tr, atom_hash("tr")}, false, false);
  return push(tag, false, false);
}

// 13.2.6.5, "any other end tag". Nothing if no foreign element of the name is open.
std::optional<bool> OpenElements::end_foreign(std::uint32_t name_hash) {
  for (std::size_t i = next_below(stack_.size()); i != none && stack_[i].foreign; i = next_below(i)) {
    if (stack_[i].name_hash != name_hash) continue;
    const bool dropped = stack_[i].dropped;
    pop_to(i);
    return dropped;
  }
  return std::nullopt;
}

bool OpenElements::may_close_in_select(Tag tag) noexcept {
  return tag == Tag::select || tag == Tag::option || tag == Tag::optgroup || tag == Tag::template_ ||
         tag == Tag::table || is_table_part(tag);
}

std::size_t OpenElements::find_to_close(Tag tag, std::uint32_t name_hash) const {
  if (!is_open(tag) && !is_heading(tag)) return none;
  if (tag == Tag::table || is_table_part(tag) || tag == Tag::template_) {
    for (std::size_t i = next_below(stack_.size()); i != none; i = next_below(i)) {
      if (stack_[i].foreign) continue;
      if (stack_[i].tag == tag) return i;
      if (stack_[i].tag == Tag::table || stack_[i].tag == Tag::template_) return none;
    }
    return none;
  }
  if (is_heading(tag)) return find(is_heading, bounds_scope);
  if (tag == Tag::li) {
    return find([](Tag open) { return open == Tag::li; },
                [](Tag open) { return bounds_scope(open) || open == Tag::ol || open == Tag::ul; });
  }
  if (is_special(tag)) return find_in_scope(tag, tag == Tag::p);
  for (std::size_t i = next_below(stack_.size()); i != none; i = next_below(i)) {
    const Entry& entry = stack_[i];
    if (!entry.foreign && entry.name_hash == name_hash && entry.tag == tag) return i;
    if (entry.foreign ? entry.integration : is_special(entry.tag)) return none;
  }
  return none;
}

bool OpenElements::end(Tag tag, std::uint32_t name_hash) {
  if (in_foreign_namespace()) {
    if (const auto dropped = end_foreign(name_hash)) return *dropped;
  }
  if (is_open(Tag::select) && !may_close_in_select(tag)) return false;
  if (is_formatting(tag)) return end_formatting(tag);
  const std::size_t found = find_to_close(tag, name_hash);
  if (found == none) return false;
  const bool dropped = stack_[found].dropped;
  if (tag == Tag::form) {
    erase(found);  // whatever was opened within stays open
  } else {
    pop_to(found);
    if (tag == Tag::applet || tag == Tag::marquee || tag == Tag::object) clear_formatting_to_marker();
  }
  return dropped;
}

}  // namespace pith
