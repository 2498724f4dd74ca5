#include "feed_extraction.hpp"
#include "json_feed_reader.hpp"
#include "pith/plugin.hpp"
#include "xml_feed_reader.hpp"

namespace {

/// Any RSS, Atom or JSON Feed, told by its shape alone: it has no hosts of its own.
class FeedExtractor : public pith::Extractor {
 public:
  pith::Claim claim_page(const pith::Page& page, const pith::Document& document) const override {
    return feeds::is_xml_feed(document) || feeds::is_json_feed(page) ? pith::Claim::shape : pith::Claim::none;
  }

  pith::Extraction extract(pith::PageContext& context) const override {
    if (feeds::is_xml_feed(context.document()))
      return feeds::extraction_of(feeds::read_xml_feed(context.document(), context.page().address()),
                                  context);
    if (feeds::is_json_feed(context.page()))
      return feeds::extraction_of(feeds::read_json_feed(context.page()), context);
    pith::Extraction extraction;
    extraction.status = pith::Status::layout_changed;
    extraction.reason = "the page is no RSS, Atom or JSON Feed";
    return extraction;
  }

  std::string describe() const override {
    return "RSS 2.0, 1.0 and 0.9x, Atom and JSON Feed, recognised by their root element or `version`.\n"
           "Every item becomes a link and an article: `full` where the feed carries the whole text, "
           "`excerpt` where it\n"
           "carries a summary, `empty` where it has only a title.\n";
  }
};

}  // namespace

std::unique_ptr<pith::Extractor> feed() {
  return std::make_unique<FeedExtractor>();
}
PITH_PLUGIN(feed, "0.1.0")
