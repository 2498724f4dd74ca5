#include "core/command/extract_batch.hpp"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include "core/batch/batch_request.hpp"
#include "core/batch/batch_tally.hpp"
#include "core/batch/batch_worker.hpp"
#include "core/batch/byte_source.hpp"
#include "core/batch/line_reader.hpp"
#include "core/command/exit_code.hpp"
#include "core/command/progress_line.hpp"
#include "core/command/stop_signal.hpp"
#include "core/command/terminal.hpp"
#include "core/output/output.hpp"

namespace pith {
namespace {

/// The lines of all inputs, one input after another; blank lines are passed over.
class BatchInput {
 public:
  BatchInput(std::vector<std::string> inputs, const StopSignal& stop)
      : inputs_(std::move(inputs)), stop_(stop) {
    if (inputs_.empty()) inputs_.emplace_back("-");
    // A missing file is told before hours of work, not after. A FIFO is not tried: it can be opened only
    // once.
    for (const auto& input : inputs_) {
      std::error_code unknown;
      if (input != "-" && !std::filesystem::is_fifo(input, unknown)) file_source(input);
    }
  }

  std::optional<InputLine> next() {
    while (!stop_.came()) {
      if (!reader_ && !open_next()) return std::nullopt;
      auto line = reader_->next();
      if (!line) {
        reader_.reset();
      } else if (!is_blank(line->text) || line->too_long) {
        return line;
      }
    }
    return std::nullopt;
  }

 private:
  bool open_next() {
    if (opened_ == inputs_.size()) return false;
    const std::string& input = inputs_[opened_++];
    reader_.emplace(input == "-" ? descriptor_source(STDIN_FILENO, stop_.descriptor(), "standard input")
                                 : file_source(input));
    return true;
  }

  std::vector<std::string> inputs_;
  std::size_t opened_ = 0;
  const StopSignal& stop_;
  std::optional<LineReader> reader_;
};

class BatchRun {
 public:
  BatchRun(const ExtractOptions& options, const Registry& registry)
      : worker_(registry, how(options), options.explain),
        jobs_(options.jobs),
        input_(options.inputs, stop_),
        output_(options.output),
        // Between results on one terminal it would only be in the way.
        progress_(is_terminal(Stream::error) && (!options.output.empty() || !is_terminal(Stream::out))) {}

  int run() {
    OrderedWork work(jobs_);
    work.run([this] { return input_.next(); }, [this](const InputLine& line) { return worker_.work(line); },
             [this](const OutputLine& line) { return write(line); });
    if (closed_) throw OutputClosed();
    output_.finish();
    progress_.clear();
    tell(tally_.summary() + (stop_.came() ? "; interrupted" : ""));
    if (stop_.came()) return interrupted;
    return tally_.failures() == 0 ? all_well : some_failed;
  }

 private:
  static PageExtractionOptions how(const ExtractOptions& options) {
    PageExtractionOptions chosen;
    chosen.plugin = options.plugin;
    chosen.favor = options.favor;
    chosen.parts = options.parts;
    return chosen;
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
