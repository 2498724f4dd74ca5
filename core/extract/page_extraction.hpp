#pragma once

#include <functional>
#include <string>

#include "core/extract/content_parts.hpp"
#include "core/plugin/registry.hpp"
#include "pith/extraction.hpp"
#include "pith/favor.hpp"
#include "pith/limits.hpp"
#include "pith/page.hpp"

namespace pith {

struct PageExtractionOptions {
  /// The plugin to use whatever the page is; empty: chosen by URL and shape.
  std::string plugin;
  Limits limits;
  Favor favor = Favor::neither;
  ContentParts parts;
  /// Told the name of each plugin just before it is given the page, so that a host can say which one did not
  /// come back; empty: nobody is.
  std::function<void(const std::string& plugin)> before_plugin;
};

/// What came of a page, and why that plugin was asked.
struct PageExtraction {
  Extraction extraction;
  /// One sentence; empty if no plugin was asked.
  std::string choice;
};

/// The whole way of a page: read, parsed, given to a plugin, accounted for. Throws Error only if the plugin
/// that was asked for by name does not exist; whatever else goes wrong is the page's status and reason.
///
/// Where the plugin does not know the page any more (`layout_changed`) and found nothing, the content is that
/// of the plugin that takes anything, the status stays, and a notice says so.
///
/// Safe to call from any number of threads.
PageExtraction extract_page(const Page& page, const Registry& registry,
                            const PageExtractionOptions& options = {});

}  // namespace pith
