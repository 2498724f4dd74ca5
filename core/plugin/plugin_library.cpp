#include "core/plugin/plugin_library.hpp"

#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <boost/dll/import.hpp>
#include <boost/dll/shared_library.hpp>

#include "pith/error.hpp"

namespace pith {
namespace {

using Create = std::unique_ptr<Extractor>();
/// Holds its library.
using Factory = decltype(boost::dll::import_alias<Create>(std::declval<boost::dll::shared_library&&>(), ""));

/// What Boost.DLL wraps around the loader's own message says nothing to a user.
std::string message_of_loader(const std::system_error& error) {
  constexpr std::string_view before = "(dlerror system message: ";
  const std::string_view text = error.what();
  const std::size_t begin = text.find(before);
  const std::size_t end = text.rfind(')');
  if (begin == std::string_view::npos || end == std::string_view::npos) return std::string(text);
  return std::string(text.substr(begin + before.size(), end - begin - before.size()));
}

boost::dll::shared_library load_library(const std::filesystem::path& path) {
  namespace mode = boost::dll::load_mode;
  try {
    // Everything is bound at once: a symbol that is missing is told now and not in the middle of a page.
    return boost::dll::shared_library(std::filesystem::absolute(path), mode::rtld_now | mode::rtld_local);
  } catch (const std::system_error& error) {
    throw Error("the loader refuses it: " + message_of_loader(error), path.string());
  }
}

Factory import_factory(const std::filesystem::path& path) {
  boost::dll::shared_library library = load_library(path);
  if (!library.has("pith_plugin_create")) {
    throw Error("it exports no factory 'pith_plugin_create'", path.string(), "export it with PITH_PLUGIN");
  }
  return boost::dll::import_alias<Create>(std::move(library), "pith_plugin_create");
}

/// Never freed: libraries stay until the process ends.
void keep_until_exit(const Factory& factory) {
  static std::mutex mutex;
  static auto* const kept = new std::vector<Factory>;
  const std::lock_guard lock(mutex);
  kept->push_back(factory);
}

std::unique_ptr<const Extractor> create(const Factory& factory, const std::filesystem::path& path) {
  try {
    return factory();
  } catch (const std::exception& error) {
    throw Error("it threw on start: " + std::string(error.what()), path.string());
  } catch (...) {
    throw Error("it threw something that is no std::exception on start", path.string());
  }
}

}  // namespace

std::unique_ptr<const Extractor> load_plugin(const std::filesystem::path& library) {
  const Factory factory = import_factory(library);
  keep_until_exit(factory);
  std::unique_ptr<const Extractor> extractor = create(factory, library);
  if (extractor == nullptr) throw Error("its factory made nothing", library.string());
  return extractor;
}

}  // namespace pith
