#include "core/sitemap/xml_repair.hpp"

#include <algorithm>

#include "core/sitemap/xml_prolog.hpp"

namespace pith {
namespace {

constexpr auto npos = std::string_view::npos;
/// Of a longer run of characters between two '<' the rest is left out: no URL and no date is as long, and
/// libxml2 takes quadratic time for a text that comes in pieces.
constexpr std::size_t longest_run = std::size_t{64} << 10;

constexpr std::size_t piece_size = std::size_t{64} << 10;

bool begins_tag(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c == '/' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Whether "amp", "#38" or "#x26" names a character: one of XML's own five, or a number.
bool names_character(std::string_view name) {
  for (const std::string_view known : {"amp", "lt", "gt", "quot", "apos"}) {
    if (name == known) return true;
  }
  if (!name.starts_with('#')) return false;
  const bool hex = name.starts_with("#x");
  name.remove_prefix(hex ? 2 : 1);
  const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
  return !name.empty() && name.size() <= 7 && name.find_first_not_of(digits) == npos;
}

}  // namespace

std::string_view XmlRepair::next() {
  out_.clear();
  while (at_ < text_.size() && out_.size() < piece_size) {
    const char c = text_[at_];
    if (c == '<') {
      read_markup();
    } else if (!in_root_) {
      at_ = std::min(text_.find('<', at_), text_.size());
    } else if (c == '&') {
      read_reference();
    } else {
      const std::string_view ahead = text_.substr(at_, piece_size);
      copy(at_ + std::min(ahead.find_first_of("<&"), ahead.size()));
    }
  }
  return out_;
}

void XmlRepair::read_markup() {
  run_ = 0;
  constexpr std::string_view cdata = "<![CDATA[";
  const std::size_t unneeded = end_of_unneeded(text_, at_);
  if (unneeded > at_) {
    at_ = unneeded;
  } else if (text_.substr(at_).starts_with(cdata)) {
    const std::size_t close = text_.find("]]>", at_);
    repaired_ = repaired_ || close == npos;
    if (!in_root_) at_ = std::min(close, text_.size());
    copy(std::min(close, text_.size()));
    if (in_root_) out_ += "]]>";
    at_ = close == npos ? text_.size() : close + 3;
  } else if (at_ + 1 < text_.size() && begins_tag(text_[at_ + 1])) {
    in_root_ = true;
    copy(at_ + 1);
  } else {
    repaired_ = true;
    if (in_root_) out_ += "&lt;";
    ++at_;
  }
}

void XmlRepair::read_reference() {
  const std::string_view ahead = text_.substr(at_ + 1, 12);
  const std::size_t end = ahead.find(';');
  const bool good = end != npos && names_character(ahead.substr(0, end));
  repaired_ = repaired_ || !good;
  out_ += good ? "&" : "&amp;";
  ++at_;
}

void XmlRepair::copy(std::size_t end) {
  end = std::min(end, text_.size());
  for (; at_ < end; ++at_, ++run_) {
    const bool keep = !is_control(text_[at_]) && run_ < longest_run;
    if (keep) out_ += text_[at_];
    repaired_ = repaired_ || !keep;
  }
}

}  // namespace pith
