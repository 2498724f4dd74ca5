#include <chrono>
#include <stdexcept>
#include <thread>

#include "pith/plugin.hpp"

namespace {

using namespace pith;

/// Makes an article of the visible text of a page. A page that says "throw", "paywall", "nothing" or
/// "sleep" gets that.
class Echo : public Extractor {
 public:
  UrlClaim claim_url(std::string_view, const std::vector<std::string>&) const override {
    return UrlClaim::none;
  }
  Claim claim_page(const Page&, const Document&) const override { return Claim::fallback; }
  std::string describe() const override { return "gives back what it gets"; }

  Extraction extract(PageContext& context) const override {
    const std::string& bytes = context.page().bytes;
    const auto says = [&](const char* word) { return bytes.find(word) != std::string::npos; };
    if (says("throw")) throw std::runtime_error("told to throw");
    if (says("sleep")) std::this_thread::sleep_for(std::chrono::milliseconds(300));
    Extraction extraction;
    if (says("nothing")) {
      extraction.reason = "there is nothing";
      return extraction;
    }
    extraction.status = says("paywall") ? Status::paywalled : Status::ok;
    if (extraction.status != Status::ok) extraction.reason = "the rest is for subscribers";
    extraction.kind = "article";
    Article article;
    article.title = "Echo";
    Block block;
    block.spans = {Span{context.document().body().text()}};
    article.body = {block};
    extraction.articles = {article};
    context.ledger().cut_text("Share this on everything", Boilerplate::share, "phrase \"share\"", {3, 27});
    return extraction;
  }
};

std::unique_ptr<Echo> echo() {
  return std::make_unique<Echo>();
}

}  // namespace

PITH_PLUGIN(echo, "1.2.3")
