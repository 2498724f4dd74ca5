#include "core/plugin/plugin_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>

#include "pith/url.hpp"

namespace pith {
namespace {

struct HostFit {
  const Plugin* plugin;
  std::size_t fit;
};

/// Plugins with a pattern for the host, most specific first, then in the order found.
std::vector<const Plugin*> plugins_of_host(const Registry& registry, const std::string& host) {
  std::vector<HostFit> fits;
  for (const auto& plugin : registry.plugins()) {
    const std::size_t fit = host.empty() ? 0 : plugin->fit_of_host(host);
    if (fit > 0) fits.push_back({plugin.get(), fit});
  }
  std::stable_sort(fits.begin(), fits.end(),
                   [](const HostFit& a, const HostFit& b) { return a.fit > b.fit; });
  std::vector<const Plugin*> plugins;
  for (const HostFit& fit : fits) plugins.push_back(fit.plugin);
  return plugins;
}

class Choosing {
 public:
  Choosing(const Registry& registry, const Page& page, const Document& document)
      : registry_(registry), page_(page), document_(document), host_(url_host(page.address())) {
    of_host_ = plugins_of_host(registry, host_);
  }

  PluginChoice choose() {
    if (!by_url() && !by_page()) choice_.why = "no plugin wants the page and none takes anything";
    return std::move(choice_);
  }

 private:
  bool by_url() {
    for (const Plugin* plugin : of_host_) {
      const UrlClaim claim = ask(*plugin, UrlClaim::none, [&](const Extractor& extractor) {
        return extractor.claim_url(page_.address(), plugin->header().domains);
      });
      if (claim != UrlClaim::article) continue;
      return take(*plugin, "'" + plugin->name() + "' handles pages with this URL of " + host_);
    }
    return false;
  }

  bool by_page() {
    const Plugin* fallback = nullptr;
    for (const Plugin* plugin : in_order_of_asking()) {
      const Claim claim = ask(*plugin, Claim::none, [&](const Extractor& extractor) {
        return extractor.claim_page(page_, document_);
      });
      if (claim == Claim::shape)
        return take(*plugin, "the page has the shape of those of '" + plugin->name() + "'");
      if (claim == Claim::fallback && fallback == nullptr) fallback = plugin;
    }
    if (fallback == nullptr) return false;
    return take(*fallback, "no plugin knows the URL or the shape of the page; '" + fallback->name() +
                               "' takes anything");
  }

  std::vector<const Plugin*> in_order_of_asking() const {
    std::vector<const Plugin*> plugins = of_host_;
    for (const auto& plugin : registry_.plugins()) {
      const bool is_in = std::find(of_host_.begin(), of_host_.end(), plugin.get()) != of_host_.end();
      if (!is_in) plugins.push_back(plugin.get());
    }
    return plugins;
  }

  bool take(const Plugin& plugin, std::string why) {
    choice_.plugin = &plugin;
    choice_.why = std::move(why);
    return true;
  }

  /// A plugin that throws claims nothing, and that is told.
  template <class Answer, class Question>
  Answer ask(const Plugin& plugin, Answer otherwise, Question question) {
    try {
      return question(plugin.extractor());
    } catch (const std::exception& error) {
      tell(plugin, error.what());
    } catch (...) {
      tell(plugin, "something that is no std::exception");
    }
    return otherwise;
  }

  void tell(const Plugin& plugin, const std::string& what) {
    choice_.problems.push_back("plugin '" + plugin.name() + "' could not be asked about the page: " + what);
  }

  const Registry& registry_;
  const Page& page_;
  const Document& document_;
  std::string host_;
  std::vector<const Plugin*> of_host_;
  PluginChoice choice_;
};

}  // namespace

PluginChoice choose_plugin(const Registry& registry, const Page& page, const Document& document) {
  return Choosing(registry, page, document).choose();
}

}  // namespace pith
