#include "core/command/job_command.hpp"

#include <functional>
#include <map>

#include "core/command/exit_code.hpp"
#include "core/command/help_command.hpp"
#include "core/command/job_export_command.hpp"
#include "core/command/job_reprocess_command.hpp"
#include "core/command/job_run_command.hpp"
#include "core/command/job_status_command.hpp"
#include "core/command/option_parser.hpp"
#include "core/command/usage_error.hpp"

namespace pith {

int run_job_command(const std::vector<std::string>& arguments) {
  using Verb = int (*)(const std::vector<std::string>&);
  static const std::map<std::string, Verb> verbs{
      {"run", run_job_run},       {"check", run_job_check}, {"status", run_job_status},
      {"export", run_job_export}, {"retry", run_job_retry}, {"reprocess", run_job_reprocess}};
  if (arguments.empty())
    throw UsageError("`pith job` needs a command: run, check, status, export, retry, reprocess");
  const std::string& verb = arguments.front();
  if (verb == "--help" || verb == "-h") return run_help({"job"});
  std::vector<std::string> names;
  for (const auto& [name, run] : verbs) names.push_back(name);
  require_choice("`pith job` command", verb, names);
  return verbs.at(verb)({arguments.begin() + 1, arguments.end()});
}

}  // namespace pith
