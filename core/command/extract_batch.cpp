#include "core/command/extract_batch.hpp"

#include "core/batch/batch_tally.hpp"
#include "core/batch/batch_worker.hpp"
#include "core/command/batch_input.hpp"
#include "core/command/exit_code.hpp"
#include "core/command/progress_line.hpp"
#include "core/command/stop_signal.hpp"
#include "core/command/terminal.hpp"
#include "core/output/output.hpp"

namespace pith {
namespace {

class BatchRun {
 public:
  BatchRun(const ExtractOptions& options, const Registry& registry)
      : worker_(registry, how(options), options.explain),
        jobs_(options.jobs),
        input_(options.inputs, Limits{}, stop_),
        output_(options.output),
        // Between results on one terminal it would only be in the way.
        progress_(is_terminal(Stream::error) && (!options.output.empty() || !is_terminal(Stream::out))) {}

  int run() {
    OrderedWork work(jobs_);
    work.run([this] { return input_.next(); }, [this](const BatchItem& item) { return worker_.work(item); },
             [this](const OutputLine& line) { return write(line); });
    if (closed_) throw OutputClosed();
    output_.finish();
    progress_.clear();
    for (const auto& note : input_.notes()) tell(note);
    tell(tally_.summary() + lost() + (stop_.came() ? "; interrupted" : ""));
    if (stop_.came()) return interrupted;
    return tally_.failures() == 0 && input_.lost() == 0 ? all_well : some_failed;
  }

 private:
  static PageExtractionOptions how(const ExtractOptions& options) {
    PageExtractionOptions chosen;
    chosen.plugin = options.plugin;
    chosen.favor = options.favor;
    chosen.parts = options.parts;
    return chosen;
  }

  std::string lost() const {
    const std::uint64_t records = input_.lost();
    if (records == 0) return {};
    return "; " + std::to_string(records) + (records == 1 ? " record lost" : " records lost");
  }

  bool write(const OutputLine& line) {
    try {
      output_.write(line.text);
      output_.write("\n");
      output_.flush();
    } catch (const OutputClosed&) {
      closed_ = true;
      stop_.raise();
      return false;
    } catch (...) {
      stop_.raise();
      throw;
    }
    tally_.count(line);
    progress_.show([this] { return tally_.progress(); });
    return true;
  }

  StopSignal stop_;
  BatchWorker worker_;
  unsigned jobs_;
  BatchInput input_;
  Output output_;
  BatchTally tally_{Limits{}.time};
  ProgressLine progress_;
  bool closed_ = false;
};

}  // namespace

int extract_batch(const ExtractOptions& options, const Registry& registry) {
  return BatchRun(options, registry).run();
}

}  // namespace pith
