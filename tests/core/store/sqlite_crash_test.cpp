#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "core/store/store.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

constexpr int all_pages = 600;
constexpr int pages_of_a_batch = 7;

/// Pages of which every third leads to the article of the one before.
PageOutcome page_number(int number) {
  const std::string url = "https://a.example/" + std::to_string(number);
  PageOutcome outcome = local_page(url, "Story " + std::to_string(number - (number % 3 == 2 ? 1 : 0)));
  if (number % 3 == 2) {
    outcome.result->articles[0].canonical_url = "https://a.example/" + std::to_string(number - 1);
  }
  outcome.result->links.assign(20, {url + "/link", "", "A link", "related", ""});
  outcome.result->articles[0].json += std::string(3000, ' ');
  outcome.raw = std::make_shared<Page>(Page{url, "", 200, {}, "", std::string(20'000, 'x')});
  return outcome;
}

/// What a job does: goes on where the store says that it stopped.
void run_job(const std::string& path) {
  const auto store = open_store(path, StoreUse::run);
  const SourceRow source = store->source("folder", "pages");
  int next = source.cursor.empty() ? 0 : std::stoi(source.cursor);
  while (next < all_pages) {
    StoreBatch batch;
    for (int i = 0; i < pages_of_a_batch && next < all_pages; ++i) {
      batch.outcomes.push_back(page_number(next++));
      batch.outcomes.back().page.source = source.id;
    }
    batch.progress.push_back({source.id, std::to_string(next), next == all_pages, "", 0});
    store->write(batch);
    store->link_near_copies({});
  }
}

/// Runs the job and kills it after a while; whether it was killed.
bool run_killed(const std::string& path, std::chrono::microseconds life) {
  const pid_t child = ::fork();
  if (child == 0) {
    run_job(path);
    ::_exit(0);
  }
  std::this_thread::sleep_for(life);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

std::string integrity_of(const std::string& path) {
  sqlite3* database = nullptr;
  std::string answer;
  if (sqlite3_open(path.c_str(), &database) == SQLITE_OK) {
    sqlite3_exec(
        database, "PRAGMA integrity_check; PRAGMA foreign_key_check;",
        [](void* text, int, char** values, char**) {
          *static_cast<std::string*>(text) += values[0];
          return 0;
        },
        &answer, nullptr);
  }
  sqlite3_close(database);
  return answer;
}

/// Everything there is to see of a store.
std::vector<std::string> contents_of(const std::string& path) {
  const auto store = open_store(path, StoreUse::read);
  std::vector<std::string> contents = states_of(*store);
  store->for_each_article({}, [&](const StoredArticle& stored) {
    contents.push_back(stored.page_url + ' ' + stored.article.title + ' ' + stored.article.json);
    return true;
  });
  const StoreCounts counts = store->counts();
  contents.push_back(std::to_string(counts.articles) + " articles, " + std::to_string(counts.links) +
                     " links, " + std::to_string(counts.raw_pages) + " raw pages, " +
                     std::to_string(counts.raw_bytes) + " bytes");
  return contents;
}

TEST(SqliteCrash, AKilledJobThatGoesOnEndsWithTheSameContents) {
  const TemporaryFolder folder;
  const std::string undisturbed = (folder.path() / "undisturbed.db").string();
  run_job(undisturbed);
  const std::string path = (folder.path() / "killed.db").string();
  std::mt19937 random(20'250'801);
  int kills = 0;
  for (int round = 0; round < 25; ++round) {
    if (!run_killed(path, std::chrono::microseconds(3'000 + random() % 60'000))) continue;
    ++kills;
    try {
      const auto store = open_store(path, StoreUse::run);
      // What is there are whole batches, and the source knows of all of them and no more.
      const auto cursor = store->source("folder", "pages").cursor;
      EXPECT_EQ(std::to_string(states_of(*store).size()), cursor.empty() ? "0" : cursor);
      EXPECT_EQ(store->counts().raw_pages, states_of(*store).size());
    } catch (const Error& error) {
      ADD_FAILURE() << error.what();
    }
  }
  EXPECT_GT(kills, 0);
  run_job(path);
  EXPECT_EQ(contents_of(path), contents_of(undisturbed));
  EXPECT_EQ(integrity_of(path), "ok");
}

}  // namespace
}  // namespace pith
