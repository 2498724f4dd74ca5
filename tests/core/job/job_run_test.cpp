#include "core/job/job_run.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/store/sqlite_database.hpp"
#include "tests/core/job/held_extractor.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/scripted_server.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

using Lines = std::vector<std::string>;

class NoWatch : public JobWatch {
 public:
  void progress(const JobTally&, const JobGauges&) override {}
};

/// Says of every page that its extraction broke off.
class CrashingExtractor : public PageExtractor {
 public:
  PageResult extract(const Page&) override {
    PageResult result;
    result.status = Status::failed;
    result.reason = "the worker crashed";
    return result;
  }
};

class JobRunInAFolder : public testing::Test {
 protected:
  /// A job that reads one source.
  JobPlan plan_of(const std::string& kind, const std::string& location) const {
    JobPlan plan;
    plan.store = path_;
    plan.sources = {{kind, location}};
    plan.workers = 1;
    return plan;
  }
  JobResult run(const JobPlan& plan, Store& store) {
    HeldExtractor extractor(0);
    return run(plan, store, extractor);
  }
  JobResult run(const JobPlan& plan, Store& store, PageExtractor& extractor) {
    JobLog log({}, [this](const std::string& warning) { warnings_.push_back(warning); });
    JobMetrics metrics({});
    NoWatch watch;
    return run_job(plan, store, extractor, log, metrics, watch, [] { return false; });
  }
  static void change(const std::string& store, const std::string& statements) {
    SqliteDatabase(store, StoreUse::run).script(statements);
  }

  TemporaryFolder folder_;
  const std::string path_ = (folder_.path() / "a.db").string();
  Lines warnings_;
};

/// Stores were written that know a line by its place and digest, also where it names a file.
TEST_F(JobRunInAFolder, ALineThatNamesAFileIsFoundInAnOldStore) {
  const std::string page = folder_.write("page.html", "A page");
  const std::string lines = folder_.write("pages.jsonl", "{\"path\":\"" + page + "\"}\n");
  const JobPlan plan = plan_of("jsonl", lines);
  run(plan, *open_store(path_, StoreUse::run));
  change(path_, "UPDATE pages SET key = 'jsonl:' || source_place || '#' || content_digest");

  const auto store = open_store(path_, StoreUse::run);
  ASSERT_EQ(states_of(*store).at(0).rfind("jsonl:" + lines + ":1#", 0), 0U);
  store->retry({});
  EXPECT_EQ(run(plan, *store).waiting, 0U);
  EXPECT_EQ(states_of(*store), Lines{"jsonl:" + lines + "#" + page + ": done"});
  EXPECT_EQ(titles_of(*store), Lines{"A page"});
}

/// Not that it is no feed, which nobody knows.
TEST_F(JobRunInAFolder, OfAFeedWhoseExtractionFailedTheReasonIsTold) {
  ScriptedServer server([](const ScriptedRequest& request) {
    return request.path == "/feed" ? http_answer(200, "Content-Type: application/rss+xml\r\n", "<rss/>")
                                   : http_answer(404, "", "");
  });
  JobPlan plan = plan_of("feed", server.url("/feed"));
  plan.fetch.allowed_addresses = {"127.0.0.1"};
  const auto store = open_store(path_, StoreUse::run);
  CrashingExtractor extractor;
  EXPECT_EQ(run(plan, *store, extractor).verdict.of_this_run, 1U);
  EXPECT_EQ(warnings_, Lines{server.url("/feed") + ": failed: the worker crashed"});
}

/// That it cannot be asked what is known is no matter of the source.
TEST_F(JobRunInAFolder, AStoreThatFailsTheReadingThreadEndsTheRun) {
  folder_.write("saved/a.html", "A page");
  JobPlan plan = plan_of("folder", (folder_.path() / "saved").string());
  const auto store = open_store(path_, StoreUse::run);
  plan.store = (folder_.path() / "broken.db").string();
  open_store(plan.store, StoreUse::run);
  change(plan.store, "DROP TABLE pages");
  const std::string problem = error_of([&] { run(plan, *store); });
  EXPECT_NE(problem.find("no such table"), std::string::npos) << problem;
  EXPECT_EQ(problem.find(plan.store), 0U) << problem;
  EXPECT_FALSE(store->sources().at(0).finished) << "it is read when the store can be";
}

}  // namespace
}  // namespace pith
