#pragma once

#include <memory>
#include <string>

#include "pith/plugin.hpp"

namespace pith {

/// What the test plugins are made of: knows pages that contain its word.
class PlainExtractor : public Extractor {
 public:
  explicit PlainExtractor(std::string word) : word_(std::move(word)) {}

  Claim claim_page(const Page& page, const Document&) const override {
    return page.bytes.find(word_) == std::string::npos ? Claim::none : Claim::shape;
  }

  Extraction extract(PageContext&) const override {
    Extraction extraction;
    extraction.status = Status::ok;
    extraction.kind = "article";
    extraction.articles.emplace_back().title = word_;
    return extraction;
  }

 private:
  std::string word_;
};

inline std::unique_ptr<Extractor> plain_extractor(std::string word) {
  return std::make_unique<PlainExtractor>(std::move(word));
}

}  // namespace pith
