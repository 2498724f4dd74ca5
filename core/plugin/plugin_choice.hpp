#pragma once

#include <string>
#include <vector>

#include "core/plugin/plugin.hpp"
#include "core/plugin/registry.hpp"
#include "pith/document.hpp"
#include "pith/page.hpp"

namespace pith {

/// Which plugin a page goes to, and why.
struct PluginChoice {
  /// Null if none wants the page.
  const Plugin* plugin = nullptr;
  /// One sentence for `--explain`, lower case.
  std::string why;
  /// Plugins that could not be asked: "plugin 'x' threw while it looked at the page: ...".
  std::vector<std::string> problems;
};

/// Chooses by the page's URL and then by its shape:
///
/// 1. a plugin that promises to handle this URL, the one with the most specific host pattern first;
/// 2. a plugin that says that the page has the shape of its pages; those of the page's host are asked first;
/// 3. a plugin that takes anything.
///
/// Of several equally good ones the one that was found first is chosen. Only plugins whose answer is needed
/// are loaded. Safe to call from any number of threads.
PluginChoice choose_plugin(const Registry& registry, const Page& page, const Document& document);

}  // namespace pith
