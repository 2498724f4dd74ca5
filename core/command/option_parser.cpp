#include "core/command/option_parser.hpp"

#include <algorithm>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/value_semantic.hpp>

#include "core/command/usage_error.hpp"
#include "core/text/did_you_mean.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

std::vector<std::string> long_names(const po::options_description& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) names.push_back("--" + option->long_name());
  return names;
}

std::string see_help(const std::string& command) {
  return "`pith help " + command + "` lists all";
}

}  // namespace

std::string ParsedOptions::text(const std::string& name) const {
  return has(name) ? values[name].as<std::string>() : std::string();
}

std::vector<std::string> ParsedOptions::texts(const std::string& name) const {
  return has(name) ? values[name].as<std::vector<std::string>>() : std::vector<std::string>();
}

ParsedOptions parse_options(const std::string& command, const po::options_description& options,
                            const std::vector<std::string>& arguments) {
  po::options_description all;
  all.add(options).add_options()("help,h", "");
  po::options_description with_words;
  with_words.add(all).add_options()(" words", po::value<std::vector<std::string>>());
  po::positional_options_description words;
  words.add(" words", -1);
  ParsedOptions parsed;
  try {
    constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const auto raw =
        po::command_line_parser(arguments).options(with_words).positional(words).style(style).run();
    po::store(raw, parsed.values);
  } catch (const po::unknown_option& error) {
    const std::string name = error.get_option_name();
    throw UsageError("unknown option '" + name + "'" + did_you_mean(name, long_names(all)) + "; " +
                     see_help(command));
  } catch (const po::error& error) {
    throw UsageError(error.what() + ("; " + see_help(command)));
  }
  parsed.words = parsed.texts(" words");
  parsed.help = parsed.has("help");
  return parsed;
}

void require_choice(const std::string& what, const std::string& given,
                    const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), given) != choices.end()) return;
  std::string list;
  for (const auto& choice : choices) list += (list.empty() ? "" : ", ") + choice;
  throw UsageError("no " + what + " named '" + given + "'" + did_you_mean(given, choices) + "; there are " +
                   list);
}

}  // namespace pith
