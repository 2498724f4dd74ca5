#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "pith/document.hpp"
#include "pith/export.hpp"
#include "pith/favor.hpp"
#include "pith/ledger.hpp"
#include "pith/limits.hpp"
#include "pith/metadata.hpp"
#include "pith/notice.hpp"
#include "pith/page.hpp"

namespace pith {

class TextMeasure;

/// Everything there is about the one page being worked on. The host makes one per page and hands it to
/// the chosen plugin; it belongs to one thread. References stay valid for the whole extraction.
class PITH_API PageContext {
 public:
  PageContext(const Page& page, const Document& document, const Limits& limits = {},
              Favor favor = Favor::neither);
  PageContext(const PageContext&) = delete;
  PageContext& operator=(const PageContext&) = delete;
  ~PageContext();

  const Page& page() const noexcept { return page_; }
  const Document& document() const noexcept { return document_; }
  const Limits& limits() const noexcept { return limits_; }
  /// What the user asked for; of use to plugins that judge what is content.
  Favor favor() const noexcept { return favor_; }
  /// Read on first use.
  const Metadata& metadata();
  Ledger& ledger() noexcept { return ledger_; }
  const Ledger& ledger() const noexcept { return ledger_; }
  /// What `reference` in this page means (honours `<base href>`). A page that came without its address is
  /// where it declares to be.
  std::string resolve(std::string_view reference);
  void notice(Notice::Kind kind, std::string text);
  std::vector<Notice>& notices() noexcept { return notices_; }
  /// Throws Error when Limits::time is spent. Long loops of plugins may call it.
  void check_time() const;

  /// Of use inside the SDK only: how much text stands where. Made on first use.
  const TextMeasure& measure();

 private:
  const Page& page_;
  const Document& document_;
  Limits limits_;
  Favor favor_;
  std::unique_ptr<Metadata> metadata_;
  std::unique_ptr<TextMeasure> measure_;
  Ledger ledger_;
  std::vector<Notice> notices_;
  std::string base_;
  bool base_known_ = false;
  std::chrono::steady_clock::time_point deadline_;
};

}  // namespace pith
