#include "core/command/test_command.hpp"

#include <boost/program_options/value_semantic.hpp>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/option_parser.hpp"
#include "core/command/plugin_options.hpp"
#include "core/command/terminal.hpp"
#include "core/command/usage_error.hpp"
#include "core/fixture/fixture.hpp"
#include "core/fixture/fixture_report.hpp"
#include "core/fixture/junit_report.hpp"
#include "core/output/output.hpp"

namespace pith {
namespace {

namespace po = boost::program_options;

ParsedOptions parse(const std::vector<std::string>& arguments) {
  po::options_description options;
  options.add_options()("fixtures", po::value<std::string>(), "")("update", "")(
      "format,f", po::value<std::string>(), "")("output,o", po::value<std::string>(), "")(
      "plugin-dir", po::value<std::vector<std::string>>(), "");
  return parse_options("test", options, arguments);
}

std::vector<Fixture> chosen(const ParsedOptions& parsed) {
  const std::string root = parsed.has("fixtures") ? parsed.text("fixtures") : "fixtures";
  std::vector<Fixture> fixtures;
  try {
    fixtures = choose_fixtures(root, parsed.words);
  } catch (const Error& error) {
    throw UsageError(error.what());
  }
  // A run of nothing must not look like a run where all is well.
  if (fixtures.empty()) throw UsageError("no fixtures", root, "a fixture is a folder SITE/CASE in it");
  return fixtures;
}

class TestRun {
 public:
  TestRun(const ParsedOptions& parsed, std::string format)
      : update_(parsed.has("update")),
        format_(std::move(format)),
        fixtures_(chosen(parsed)),
        registry_(load_plugins(parsed.texts("plugin-dir"))),
        output_(parsed.text("output")),
        colour_(!parsed.has("output") && wants_colour(Stream::out)) {}

  int run() {
    for (const auto& fixture : fixtures_) {
      outcomes_.push_back(update_ ? update_fixture(fixture, registry_) : run_fixture(fixture, registry_));
      if (format_ == "text") show(outcomes_.back());
    }
    if (format_ == "json") output_.write(outcomes_json(outcomes_));
    if (format_ == "junit") output_.write(junit_report(outcomes_));
    if (format_ == "text") output_.write(outcome_summary(outcomes_) + "\n");
    output_.finish();
    if (format_ != "text") tell(outcome_summary(outcomes_));
    using State = FixtureOutcome::State;
    const bool well = count_of(outcomes_, State::failed) + count_of(outcomes_, State::broken) == 0;
    return well ? all_well : some_failed;
  }

 private:
  void show(const FixtureOutcome& outcome) {
    if (!told_signs_ && !outcome.mismatches.empty()) {
      output_.write(update_ ? "- was expected, + is expected now\n" : "- expected, + came out\n");
      told_signs_ = true;
    }
    output_.write(outcome_text(outcome, colour_));
    output_.flush();
  }

  bool update_;
  std::string format_;
  std::vector<Fixture> fixtures_;
  Registry registry_;
  Output output_;
  bool colour_;
  bool told_signs_ = false;
  std::vector<FixtureOutcome> outcomes_;
};

}  // namespace

int run_test(const std::vector<std::string>& arguments) {
  const ParsedOptions parsed = parse(arguments);
  if (parsed.help) return run_help({"test"});
  const std::string format = parsed.has("format") ? parsed.text("format") : "text";
  require_choice("format", format, {"text", "json", "junit"});
  return TestRun(parsed, format).run();
}

}  // namespace pith
