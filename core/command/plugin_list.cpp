#include "core/command/plugin_list.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>

#include "core/render/json_writer.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

constexpr std::size_t widest_domains = 44;

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

/// As many hosts as fit, and how many there are besides.
std::string domains_in_short(const std::vector<std::string>& domains) {
  if (domains.empty()) return "(by shape)";
  std::string text;
  for (std::size_t i = 0; i < domains.size(); ++i) {
    if (i > 0 && text.size() + domains[i].size() > widest_domains) {
      return text + " +" + std::to_string(domains.size() - i);
    }
    text += (i > 0 ? ", " : "") + domains[i];
  }
  return text;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

}  // namespace

std::string plugin_list_text(const Registry& registry) {
  std::size_t name = 4;
  std::size_t version = 7;
  std::size_t domains = 5;
  for (const auto& plugin : registry.plugins()) {
    name = std::max(name, plugin->name().size());
    version = std::max(version, plugin->header().version.size());
    domains = std::max(domains, domains_in_short(plugin->header().domains).size());
  }
  const auto row = [&](const std::string& a, const std::string& b, const std::string& c,
                       const std::string& d) {
    return padded(a, name) + "  " + padded(b, version) + "  " + padded(c, domains) + "  " + d + "\n";
  };
  std::string out;
  if (registry.plugins().empty()) out = "no plugins\n";
  if (!registry.plugins().empty()) out = row("name", "version", "hosts", "library");
  for (const auto& plugin : registry.plugins()) {
    out += row(plugin->name(), plugin->header().version, domains_in_short(plugin->header().domains),
               plugin->library().string());
  }
  if (!registry.refusals().empty()) out += "\nrefused:\n";
  for (const auto& refusal : registry.refusals()) {
    out += "  " + refusal.path.string() + ": " + refusal.reason + "\n";
  }
  return displayable(out);
}

std::string plugin_list_json(const Registry& registry) {
  rapidjson::StringBuffer buffer;
  PrettyJson writer(buffer);
  writer.SetIndent(' ', 2);
  JsonWriter<PrettyJson> json(writer);
  json.begin_object();
  json.key("plugins");
  json.begin_array();
  for (const auto& plugin : registry.plugins()) {
    const PluginHeader& header = plugin->header();
    json.begin_object();
    json.text("name", header.name);
    json.text("version", header.version);
    json.texts("domains", header.domains);
    json.text("path", plugin->library().string());
    json.text("sdk_version", header.sdk_version);
    json.key("abi");
    json.number(header.abi);
    json.text("toolchain", header.toolchain);
    json.end_object();
  }
  json.end_array();
  json.key("refused");
  json.begin_array();
  for (const auto& refusal : registry.refusals()) {
    json.begin_object();
    json.text("path", refusal.path.string());
    json.text("reason", refusal.reason);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string plugin_description(const Plugin& plugin) {
  const PluginHeader& header = plugin.header();
  std::string out = header.name + " " + header.version + "\n";
  out += "library: " + plugin.library().string() + "\n";
  out += "built with: SDK " + header.sdk_version + ", ABI " + std::to_string(header.abi) + ", " +
         header.toolchain + "\n";
  out += "hosts: " + (header.domains.empty() ? "any; goes by the shape of the page" : joined(header.domains));
  const std::string rules = plugin.extractor().describe();
  out += "\n\n" + (rules.empty() ? "It does not describe its rules.\n" : rules);
  if (out.back() != '\n') out += '\n';
  return out;
}

}  // namespace pith
