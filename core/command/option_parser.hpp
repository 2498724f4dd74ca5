#pragma once

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <string>
#include <vector>

namespace pith {

/// The words of one subcommand's command line.
struct ParsedOptions {
  boost::program_options::variables_map values;
  /// What is not an option, in order.
  std::vector<std::string> words;
  bool help = false;

  bool has(const std::string& name) const { return values.count(name) != 0; }
  std::string text(const std::string& name) const;
  std::vector<std::string> texts(const std::string& name) const;
};

/// Reads options (`--name value`, `--name=value`, `-n value`) and words in any order; `--` ends the options,
/// `-` is a word. `--help` and `-h` are always known. Throws UsageError, with the nearest name for an
/// unknown option.
ParsedOptions parse_options(const std::string& command,
                            const boost::program_options::options_description& options,
                            const std::vector<std::string>& arguments);

/// One of `choices`, or a UsageError that names the nearest: "no format named 'jsn' ...".
void require_choice(const std::string& what, const std::string& given,
                    const std::vector<std::string>& choices);

}  // namespace pith
