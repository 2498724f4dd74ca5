#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pith/body_reader.hpp"

namespace pith {

/// Reads the body of a page given as HTML, with everything around it kept alive.
class ReadPage {
 public:
  explicit ReadPage(std::string html, Limits limits = {}) {
    page_.url = "https://news.example/a/story";
    document_ = Document::parse(std::move(html), limits);
    context_ = std::make_unique<PageContext>(page_, document_, limits);
    blocks = read_body(document_.body(), *context_);
  }
  std::vector<Removal> removals() const { return context_->ledger().removals(); }

  std::vector<Block> blocks;

 private:
  Page page_;
  Document document_;
  std::unique_ptr<PageContext> context_;
};

}  // namespace pith
