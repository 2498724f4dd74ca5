#include "pith/page_context.hpp"

#include "content/text_measure.hpp"
#include "pith/error.hpp"
#include "pith/selector.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// Where a page that came without its address says that it is.
std::string declared_address(const Document& document) {
  static const Selector canonical("link[rel=canonical][href]");
  static const Selector open_graph("meta[property='og:url'][content]");
  std::string address(document.find(canonical).attribute("href"));
  if (!is_web_url(address)) address = document.find(open_graph).attribute("content");
  return is_web_url(address) ? address : std::string();
}

}  // namespace

PageContext::PageContext(const Page& page, const Document& document, const Limits& limits, Favor favor)
    : page_(page),
      document_(document),
      limits_(limits),
      favor_(favor),
      deadline_(std::chrono::steady_clock::now() + limits.time) {}

PageContext::~PageContext() = default;

const Metadata& PageContext::metadata() {
  if (!metadata_) metadata_ = std::make_unique<Metadata>(Metadata::read(document_, page_.address()));
  return *metadata_;
}

const TextMeasure& PageContext::measure() {
  if (!measure_) measure_ = std::make_unique<TextMeasure>(document_);
  return *measure_;
}

std::string PageContext::resolve(std::string_view reference) {
  if (!base_known_) {
    base_known_ = true;
    base_ = page_.address();
    if (base_.empty()) base_ = declared_address(document_);
    // The first base element with an href counts (HTML standard, section 4.2.3).
    const Node head = document_.head();
    for (Node at = head; at && at.row() < head.end_row(); at = at.following()) {
      if (!at.is(Tag::base) || !at.has_attribute("href")) continue;
      if (std::string base = resolve_url(base_, at.attribute("href")); !base.empty()) base_ = std::move(base);
      break;
    }
  }
  return resolve_url(base_, reference);
}

void PageContext::notice(Notice::Kind kind, std::string text) {
  notices_.push_back({kind, std::move(text)});
}

void PageContext::check_time() const {
  if (std::chrono::steady_clock::now() > deadline_) {
    throw Error("the page took longer than " + std::to_string(limits_.time.count()) + " ms", page_.address(),
                "raise the time limit or leave the page out");
  }
}

}  // namespace pith
