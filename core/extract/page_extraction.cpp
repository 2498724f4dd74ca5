#include "core/extract/page_extraction.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "core/extract/unreadable_input.hpp"
#include "core/plugin/plugin_choice.hpp"
#include "pith/block_repairs.hpp"
#include "pith/comments.hpp"
#include "pith/document.hpp"
#include "pith/error.hpp"
#include "pith/page_context.hpp"
#include "pith/page_kind.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;

Extraction without_article(Status status, std::string reason) {
  Extraction extraction;
  extraction.status = status;
  extraction.reason = std::move(reason);
  return extraction;
}

void append(std::vector<Notice>& to, const std::vector<Notice>& notices) {
  to.insert(to.end(), notices.begin(), notices.end());
}

/// An article of a page that was cut at a limit may lack something, whatever its plugin knows of it.
void mind_limits(Extraction& extraction) {
  if (extraction.status != Status::ok) return;
  const auto limit = std::find_if(extraction.notices.begin(), extraction.notices.end(),
                                  [](const Notice& notice) { return notice.kind == Notice::Kind::limit; });
  if (limit == extraction.notices.end()) return;
  extraction.status = Status::partial;
  extraction.reason = limit->text;
}

/// What stands before a wall, or where a plugin has lost its way, is not known to be a whole article.
void mind_completeness(Extraction& extraction) {
  if (extraction.status != Status::paywalled && extraction.status != Status::layout_changed) return;
  for (Article& article : extraction.articles) {
    if (article.completeness != Completeness::full) continue;
    article.completeness = article.body.empty() ? Completeness::empty : Completeness::excerpt;
  }
}

class Work {
 public:
  Work(const Page& page, const Registry& registry, const PageExtractionOptions& options)
      : page_(page),
        registry_(registry),
        limits_(options.limits),
        favor_(options.favor),
        parts_(options.parts),
        before_plugin_(options.before_plugin),
        end_(Clock::now() + options.limits.time) {
    if (!options.plugin.empty()) asked_for_ = &registry.get(options.plugin);
  }

  PageExtraction run() {
    PageExtraction result;
    const std::string unreadable = why_unreadable(page_);
    if (!unreadable.empty()) {
      result.extraction = without_article(Status::unsupported, unreadable);
      return result;
    }
    try {
      document_ = Document::from(page_, limits_);
      run_plugin(result);
      if (parts_.comments) add_comments(result.extraction);
      leave_out(result.extraction, parts_);
    } catch (const std::exception& error) {
      result.extraction = without_article(Status::failed, error.what());
    }
    return result;
  }

 private:
  void run_plugin(PageExtraction& result) {
    PluginChoice choice = asked_for_ != nullptr ? PluginChoice{asked_for_, "it was asked for by name", {}}
                                                : choose_plugin(registry_, page_, document_);
    result.choice = choice.why;
    if (choice.plugin == nullptr) {
      const bool has_plugins = !registry_.plugins().empty();
      result.extraction =
          has_plugins ? without_article(Status::unsupported, choice.why)
                      : without_article(Status::failed, "there are no plugins; `pith plugins` tells why");
    } else {
      result.extraction = extract_with(*choice.plugin);
      if (result.extraction.status == Status::layout_changed) fall_back(*choice.plugin, result.extraction);
    }
    for (std::string& problem : choice.problems) {
      result.extraction.notices.push_back({Notice::Kind::fallback, std::move(problem)});
    }
    append(result.extraction.notices, document_.notices());
    mind_limits(result.extraction);
    mind_completeness(result.extraction);
  }

  Limits limits_that_are_left() const {
    Limits left = limits_;
    left.time = std::max(std::chrono::milliseconds(1),
                         std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now()));
    return left;
  }

  /// The posts of a thread are its content already.
  void add_comments(Extraction& extraction) const {
    if (extraction.articles.empty() || extraction.kind == pith::name_of(PageKind::forum)) return;
    try {
      extraction.comments = read_comments(PageContext(page_, document_, limits_that_are_left()));
    } catch (const Error& error) {
      extraction.notices.push_back({Notice::Kind::limit, std::string("no comments: ") + error.what()});
    }
  }

  /// Nothing that the plugin does passes this function.
  Extraction extract_with(const Plugin& plugin) const {
    PageContext context(page_, document_, limits_that_are_left(), favor_);
    Extraction extraction;
    if (before_plugin_) before_plugin_(plugin.name());
    try {
      extraction = plugin.extractor().extract(context);
    } catch (const std::exception& error) {
      extraction = without_article(Status::failed, "plugin '" + plugin.name() + "' threw: " + error.what());
    } catch (...) {
      extraction = without_article(
          Status::failed, "plugin '" + plugin.name() + "' threw something that is no std::exception");
    }
    extraction.plugin = plugin.name();
    extraction.removals = context.ledger().take();
    append(extraction.notices, context.notices());
    return extraction;
  }

  static std::size_t words_in(const Extraction& extraction) {
    std::size_t words = 0;
    for (const Article& article : extraction.articles) words += count_words(article.body);
    return words;
  }

  const Plugin* plugin_that_takes_anything() const {
    for (const auto& plugin : registry_.plugins()) {
      try {
        if (plugin->extractor().claim_page(page_, document_) == Claim::fallback) return plugin.get();
      } catch (...) {
        continue;  // it is not going to be of help here; choosing has told of it
      }
    }
    return nullptr;
  }

  void fall_back(const Plugin& lost, Extraction& extraction) const {
    const Plugin* const plugin = plugin_that_takes_anything();
    if (plugin == nullptr || plugin == &lost) return;
    Extraction found = extract_with(*plugin);
    if (words_in(found) <= words_in(extraction)) return;
    extraction.articles = std::move(found.articles);
    extraction.links = std::move(found.links);
    extraction.kind = std::move(found.kind);
    extraction.confidence = found.confidence;
    extraction.removals = std::move(found.removals);
    append(extraction.notices, found.notices);
    extraction.notices.push_back({Notice::Kind::fallback, "the content is that of '" + plugin->name() +
                                                              "', because '" + lost.name() +
                                                              "' does not know the page's layout"});
  }

  const Page& page_;
  const Registry& registry_;
  Limits limits_;
  Favor favor_;
  ContentParts parts_;
  const std::function<void(const std::string&)>& before_plugin_;
  Clock::time_point end_;
  const Plugin* asked_for_ = nullptr;
  Document document_;
};

}  // namespace

PageExtraction extract_page(const Page& page, const Registry& registry,
                            const PageExtractionOptions& options) {
  return Work(page, registry, options).run();
}

}  // namespace pith
