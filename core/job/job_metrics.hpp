#pragma once

#include <memory>
#include <string>

#include "core/job/job_tally.hpp"

namespace pith {

/// Where a job's numbers go for Prometheus.
struct JobMetricsOptions {
  std::string listen;  ///< "127.0.0.1:9464": served there under /metrics; empty: not served
  std::string path;  ///< a file for node_exporter's textfile collector, replaced as the job goes; empty: none
};

/// What is under way now.
struct JobGauges {
  std::uint64_t waiting = 0;    ///< pages in the store that are to be fetched
  std::uint64_t under_way = 0;  ///< transfers
  std::uint64_t queued = 0;     ///< pages waiting for a worker
  std::uint64_t hosts = 0;
  std::uint64_t received_bytes = 0;
};

/// A job's numbers in the Prometheus format (docs/guides/cleanup-jobs.md lists them), by prometheus-cpp. One
/// thread.
class JobMetrics {
 public:
  /// Throws Error if it cannot listen.
  explicit JobMetrics(const JobMetricsOptions& options);
  ~JobMetrics();
  JobMetrics(const JobMetrics&) = delete;
  JobMetrics& operator=(const JobMetrics&) = delete;

  void update(const JobTally& tally, const JobGauges& gauges);
  /// How long the extraction of one page took.
  void observe(std::chrono::milliseconds extraction);
  /// Writes the file. Throws Error if it cannot be written.
  void write_file();

 private:
  class Families;
  std::unique_ptr<Families> families_;
};

}  // namespace pith
