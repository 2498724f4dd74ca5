#pragma once

#include "core/isolate/extraction_workers.hpp"
#include "core/job/job_plan.hpp"
#include "core/job/page_task.hpp"

namespace pith {

/// Makes of a page that is there its outcome: extracts it, reads a sitemap, follows a feed, applies the
/// filters. Safe to call from any number of threads.
class PageWorker {
 public:
  PageWorker(PageExtractor& extractor, const JobPlan& plan) : extractor_(extractor), plan_(plan) {}

  PageWork work(PageTask task) const;
  /// PageExtractor::problem.
  std::string problem() const { return extractor_.problem(); }

 private:
  void read_sitemap_page(PageTask& task, PageWork& work) const;
  void extract(PageTask& task, PageWork& work) const;
  void follow(const PageTask& task, const PageResult& result, PageOutcome& outcome, PageWork& work) const;
  void filter(PageOutcome& outcome) const;
  /// Takes a page in that was found on another: into `outcome.found`, or settled as filtered.
  void find(NewPage page, const std::string& published, PageOutcome& outcome, PageWork& work) const;

  PageExtractor& extractor_;
  const JobPlan& plan_;
};

}  // namespace pith
