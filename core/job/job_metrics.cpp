#include "core/job/job_metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <exception>

#include "core/job/listen_address.hpp"
#include "core/job/value_check.hpp"
#include "core/output/output.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

constexpr PageState states[] = {PageState::waiting, PageState::done,     PageState::failed,
                                PageState::refused, PageState::filtered, PageState::duplicate};

/// A counter follows a number that is kept elsewhere.
void raise_to(prometheus::Counter& counter, std::uint64_t value) {
  const double more = static_cast<double>(value) - counter.Value();
  if (more > 0) counter.Increment(more);
}

}  // namespace

class JobMetrics::Families {
 public:
  explicit Families(JobMetricsOptions where) : options(std::move(where)) {
    if (options.listen.empty()) return;
    if (const std::string problem = listen_problem(options.listen); !problem.empty())
      throw Error(problem, options.listen);
    try {
      exposer = std::make_unique<prometheus::Exposer>(options.listen, 1);
    } catch (const std::exception&) {
      // The library does not say what the system said.
      const std::string why = ListenAddress::parse(options.listen)->obstacle();
      throw Error("metrics cannot be served there" + (why.empty() ? why : ": " + why), options.listen,
                  "choose another address or port (--metrics, metrics.listen)");
    }
    exposer->RegisterCollectable(registry);
  }

  JobMetricsOptions options;
  std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
  prometheus::Family<prometheus::Counter>& pages = prometheus::BuildCounter()
                                                       .Name("pith_job_pages_total")
                                                       .Help("Pages settled in this run, by state")
                                                       .Register(*registry);
  prometheus::Family<prometheus::Counter>& results =
      prometheus::BuildCounter()
          .Name("pith_job_extractions_total")
          .Help("Pages extracted in this run, by the status of the extraction")
          .Register(*registry);
  prometheus::Counter& articles = prometheus::BuildCounter()
                                      .Name("pith_job_articles_total")
                                      .Help("Articles written in this run")
                                      .Register(*registry)
                                      .Add({});
  prometheus::Counter& received = prometheus::BuildCounter()
                                      .Name("pith_job_received_bytes_total")
                                      .Help("Bytes of bodies received, after decompression")
                                      .Register(*registry)
                                      .Add({});
  prometheus::Family<prometheus::Gauge>& now =
      prometheus::BuildGauge()
          .Name("pith_job_current")
          .Help(
              "What there is now: pages waiting in the store, transfers "
              "under way, pages queued for workers, hosts")
          .Register(*registry);
  prometheus::Histogram& extraction =
      prometheus::BuildHistogram()
          .Name("pith_job_extraction_seconds")
          .Help("Time of the extraction of one page")
          .Register(*registry)
          .Add({}, prometheus::Histogram::BucketBoundaries{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                                           0.5, 1, 2.5, 5});
  /// Last, so that it is gone before what it serves.
  std::unique_ptr<prometheus::Exposer> exposer;
};

JobMetrics::JobMetrics(const JobMetricsOptions& options) : families_(std::make_unique<Families>(options)) {}
JobMetrics::~JobMetrics() = default;

void JobMetrics::observe(std::chrono::milliseconds extraction) {
  families_->extraction.Observe(static_cast<double>(extraction.count()) / 1e3);
}

void JobMetrics::update(const JobTally& tally, const JobGauges& gauges) {
  Families& families = *families_;
  for (const PageState state : states) {
    raise_to(families.pages.Add({{"state", std::string(name_of(state))}}), tally.of(state));
  }
  for (int i = 0; i <= static_cast<int>(Status::failed); ++i) {
    const auto status = static_cast<Status>(i);
    raise_to(families.results.Add({{"status", std::string(name_of(status))}}), tally.extractions(status));
  }
  raise_to(families.articles, tally.articles());
  raise_to(families.received, gauges.received_bytes);
  const std::pair<const char*, std::uint64_t> now[] = {{"waiting", gauges.waiting},
                                                       {"under_way", gauges.under_way},
                                                       {"queued", gauges.queued},
                                                       {"hosts", gauges.hosts}};
  for (const auto& [what, number] : now) families.now.Add({{"what", what}}).Set(static_cast<double>(number));
}

void JobMetrics::write_file() {
  if (families_->options.path.empty()) return;
  Output output(families_->options.path);
  output.write(prometheus::TextSerializer().Serialize(families_->registry->Collect()));
  output.finish();
}

}  // namespace pith
