#include "core/plugin/registry.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "core/plugin/plugin_probe.hpp"
#include "core/text/nearest_name.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

std::string reason_of(const Error& error) {
  return error.remedy().empty() ? error.problem() : error.problem() + ": " + error.remedy();
}

/// What is called *.so in a folder, in the order of names. Throws Error if it cannot be read.
std::vector<fs::path> libraries_in(const PluginFolder& folder) {
  std::vector<fs::path> libraries;
  std::error_code problem;
  fs::directory_iterator entries(folder.path, problem);
  for (; !problem && entries != fs::directory_iterator(); entries.increment(problem)) {
    if (entries->path().extension() == ".so") libraries.push_back(entries->path());
  }
  const bool is_absent =
      problem == std::errc::no_such_file_or_directory || problem == std::errc::not_a_directory;
  if (is_absent && !folder.is_named()) return {};
  if (problem) throw Error("cannot look for plugins there: " + problem.message(), folder.path.string());
  std::sort(libraries.begin(), libraries.end());
  return libraries;
}

/// Which file it is, however it is called; a file that can be reached in two ways is looked at once.
class SeenFiles {
 public:
  bool is_new(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return true;
    return seen_.insert({status.st_dev, status.st_ino}).second;
  }

 private:
  std::set<std::pair<dev_t, ino_t>> seen_;
};

struct Candidate {
  fs::path library;
  PluginHeader header;
  bool is_bundled;
  std::string refusal;
};

void probe(std::vector<Candidate>& candidates, const Registry::Options& options) {
  std::vector<fs::path> libraries;
  std::vector<Candidate*> tried;
  for (Candidate& candidate : candidates) {
    if (options.probe == Probe::none) continue;
    if (options.probe == Probe::not_bundled && candidate.is_bundled) continue;
    libraries.push_back(candidate.library);
    tried.push_back(&candidate);
  }
  if (libraries.empty()) return;
  std::vector<std::string> refusals = probe_plugins(libraries, options.patience);
  for (std::size_t i = 0; i < tried.size(); ++i) tried[i]->refusal = std::move(refusals[i]);
}

}  // namespace

Registry Registry::scan(const std::vector<PluginFolder>& folders, const Options& options) {
  Registry registry;
  std::vector<Candidate> candidates;
  SeenFiles files;
  for (const PluginFolder& folder : folders) {
    std::vector<fs::path> libraries;
    try {
      libraries = libraries_in(folder);
    } catch (const Error& error) {
      registry.refuse(Refusal::Kind::folder, folder.path, error.problem());
    }
    for (const fs::path& library : libraries) {
      if (!files.is_new(library)) continue;
      try {
        candidates.push_back({library, read_plugin_header(library), folder.is_bundled(), {}});
      } catch (const Error& error) {
        registry.refuse(Refusal::Kind::library, library, reason_of(error));
      }
    }
  }
  probe(candidates, options);
  for (Candidate& candidate : candidates) {
    if (candidate.refusal.empty()) {
      registry.add(std::make_unique<Plugin>(std::move(candidate.library), std::move(candidate.header)));
    } else {
      registry.refuse(Refusal::Kind::library, std::move(candidate.library), std::move(candidate.refusal));
    }
  }
  return registry;
}

void Registry::add(std::unique_ptr<const Plugin> plugin) {
  if (const Plugin* const first = find(plugin->name())) {
    const std::string from = first->library().empty() ? "elsewhere" : first->library().string();
    refuse(Refusal::Kind::duplicate, plugin->library(),
           "duplicate name '" + plugin->name() + "': already taken from " + from);
    return;
  }
  plugins_.push_back(std::move(plugin));
}

void Registry::refuse(Refusal::Kind kind, fs::path path, std::string reason) {
  refusals_.push_back({kind, std::move(path), std::move(reason)});
}

const Plugin* Registry::find(std::string_view name) const noexcept {
  for (const auto& plugin : plugins_) {
    if (plugin->name() == name) return plugin.get();
  }
  return nullptr;
}

const Plugin& Registry::get(std::string_view name) const {
  if (const Plugin* const plugin = find(name)) return *plugin;
  std::vector<std::string> names;
  for (const auto& plugin : plugins_) names.push_back(plugin->name());
  const std::string nearest = nearest_name(name, names);
  std::string problem = "no plugin named '" + std::string(name) + "'";
  if (!nearest.empty()) problem += " (did you mean '" + nearest + "'?)";
  throw Error(problem + "; `pith plugins` lists all");
}

void Registry::keep_only(const std::vector<std::string>& names) {
  const auto is_unwanted = [&](const auto& plugin) {
    return std::find(names.begin(), names.end(), plugin->name()) == names.end();
  };
  plugins_.erase(std::remove_if(plugins_.begin(), plugins_.end(), is_unwanted), plugins_.end());
}

void Registry::load_all() {
  std::vector<std::unique_ptr<const Plugin>> loaded;
  for (auto& plugin : plugins_) {
    try {
      plugin->extractor();
      loaded.push_back(std::move(plugin));
    } catch (const Error& error) {
      refuse(Refusal::Kind::library, plugin->library(), reason_of(error));
    }
  }
  plugins_ = std::move(loaded);
}

PluginHeader check_plugin(const fs::path& library, std::chrono::milliseconds patience) {
  PluginHeader header = read_plugin_header(library);
  const std::string refusal = probe_plugins({library}, patience).front();
  if (!refusal.empty()) throw Error(refusal, library.string());
  return header;
}

}  // namespace pith
