#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "core/store/store.hpp"
#include "tests/core/store/child_process.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

/// What files a SQLite store may be asked to be.
class SqliteFile : public testing::Test {
 protected:
  SqliteFile() { fs::permissions(folder_.path(), fs::perms(0755)); }
  ~SqliteFile() override { fs::permissions(folder_.path(), fs::perms(0755)); }
  SqliteFile(const SqliteFile&) = delete;
  SqliteFile& operator=(const SqliteFile&) = delete;

  std::string at(const std::string& name) const { return (folder_.path() / name).string(); }
  /// A store with one article.
  std::string store_at(const std::string& name) const {
    write_one(*open_store(at(name), StoreUse::run), local_page("https://a.example/1", "One"));
    return at(name);
  }
  static std::string problem_of(const std::string& path, StoreUse use) {
    return error_of([&] { titles_of(*open_store(path, use)); });
  }

  TemporaryFolder folder_;
};

TEST_F(SqliteFile, ThatIsNotThereCanBeMadeButNotRead) {
  EXPECT_EQ(problem_of(at("none.db"), StoreUse::read),
            at("none.db") + ": no such store: `pith job run` makes one");
  EXPECT_FALSE(fs::exists(at("none.db")));
  EXPECT_EQ(problem_of(at("none.db"), StoreUse::run), "no error");
  EXPECT_TRUE(fs::exists(at("none.db")));
}

TEST_F(SqliteFile, InAFolderThatIsNotThereIsRefused) {
  EXPECT_EQ(problem_of(at("no/a.db"), StoreUse::run),
            at("no/a.db") + ": the folder is not there: make " + at("no") + " first");
  EXPECT_EQ(problem_of(at("no/a.db"), StoreUse::read),
            at("no/a.db") + ": no such store: `pith job run` makes one");
}

TEST_F(SqliteFile, ThatIsAFolderIsRefused) {
  for (const StoreUse use : {StoreUse::run, StoreUse::read}) {
    EXPECT_EQ(problem_of(folder_.path().string(), use),
              folder_.path().string() + ": a folder, not a store: name a file in it");
  }
}

TEST_F(SqliteFile, ThatIsNoDatabaseIsRefusedAndLeftAsItIs) {
  const std::string text(5000, 'x');
  const std::string path = folder_.write("letter.txt", text);
  for (const StoreUse use : {StoreUse::run, StoreUse::read}) {
    EXPECT_EQ(problem_of(path, use),
              path + ": not a SQLite database: name another file, or one that is not there yet");
  }
  std::ifstream file(path, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), text);
}

TEST_F(SqliteFile, ThatIsADatabaseOfSomethingElseIsRefused) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(at("other.db").c_str(), &database), SQLITE_OK);
  sqlite3_exec(database, "CREATE TABLE birds (name TEXT)", nullptr, nullptr, nullptr);
  sqlite3_close(database);
  for (const StoreUse use : {StoreUse::run, StoreUse::read}) {
    EXPECT_EQ(
        problem_of(at("other.db"), use),
        at("other.db") + ": a database of something else: name another one, or one that is not there yet");
  }
}

TEST_F(SqliteFile, ThatIsEmptyBecomesAStoreButIsNone) {
  const std::string path = folder_.write("empty.db", "");
  EXPECT_EQ(problem_of(path, StoreUse::read), path + ": empty, not a store: `pith job run` makes one");
  EXPECT_EQ(problem_of(path, StoreUse::run), "no error");
  EXPECT_EQ(problem_of(path, StoreUse::read), "no error");
}

TEST_F(SqliteFile, ThatIsDamagedIsToldOf) {
  const std::string path = store_at("a.db");
  const auto size = fs::file_size(path);
  {
    // All but the first page, which holds the schema.
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(8192);
    for (auto i = std::uintmax_t{8192}; i < size; ++i) file.put('\x5a');
  }
  for (const StoreUse use : {StoreUse::run, StoreUse::read}) {
    const std::string problem = problem_of(path, use);
    EXPECT_EQ(problem.find(path + ": damaged: "), 0U) << problem;
    EXPECT_NE(problem.find(".recover"), std::string::npos) << problem;
  }
}

TEST_F(SqliteFile, ThatIsCutShortIsToldOf) {
  const std::string path = store_at("a.db");
  fs::resize_file(path, 10'000);
  const std::string problem = problem_of(path, StoreUse::run);
  EXPECT_EQ(problem.find(path + ": damaged: "), 0U) << problem;
}

TEST_F(SqliteFile, ThatMayNotBeReadIsToldOf) {
  const std::string path = store_at("a.db");
  fs::permissions(path, fs::perms::none);
  EXPECT_EQ(as_ordinary_user([&] { return problem_of(path, StoreUse::read); }),
            path + ": may not be read: Permission denied");
}

TEST_F(SqliteFile, InAFolderThatMayNotBeWrittenToIsNotWorkedOn) {
  const std::string path = store_at("a.db");
  fs::permissions(folder_.path(), fs::perms(0555));
  EXPECT_EQ(as_ordinary_user([&] { return problem_of(path, StoreUse::run); }),
            path +
                "-lock: cannot be made: Permission denied: a job needs a folder that it may write to for its "
                "store");
}

TEST_F(SqliteFile, ThatMayNotBeWrittenToIsNotWorkedOn) {
  const std::string path = store_at("a.db");
  fs::permissions(folder_.path(), fs::perms(0777));
  fs::permissions(path, fs::perms(0444));
  EXPECT_EQ(as_ordinary_user([&]() -> std::string {
              return error_of([&] {
                write_one(*open_store(path, StoreUse::run), local_page("https://a.example/2", "Two"));
              });
            }),
            path + ": may not be written to: see to its permissions, and to those of its folder");
}

/// As on a CD, or a share that is there to be read.
TEST_F(SqliteFile, IsReadWhereNothingMayBeWritten) {
  const std::string path = store_at("odd ?#%.db");
  fs::permissions(path, fs::perms(0444));
  fs::permissions(folder_.path(), fs::perms(0555));
  EXPECT_EQ(as_ordinary_user([&] { return titles_of(*open_store(path, StoreUse::read)).at(0); }), "One");
}

TEST_F(SqliteFile, IsWorkedOnByOneProcess) {
  const auto store = open_store(at("a.db"), StoreUse::run);
  const std::string expected = at("a.db") + ": in use by process " + std::to_string(::getpid()) +
                               ": let that job end, or give this one another store";
  EXPECT_EQ(problem_of(at("a.db"), StoreUse::run), expected);
  EXPECT_EQ(in_child([&] { return problem_of(at("a.db"), StoreUse::run); }), expected);
}

TEST_F(SqliteFile, IsFreeAgainWhenTheJobHasEnded) {
  store_at("a.db");
  EXPECT_FALSE(fs::exists(at("a.db-lock")));
  EXPECT_EQ(problem_of(at("a.db"), StoreUse::run), "no error");
}

TEST_F(SqliteFile, ALockLeftLyingAboutLocksNothing) {
  folder_.write("a.db-lock", "1\n");
  EXPECT_EQ(problem_of(at("a.db"), StoreUse::run), "no error");
}

TEST_F(SqliteFile, IsReadBesideAJobThatWrites) {
  const std::string path = at("a.db");
  const auto writer = open_store(path, StoreUse::run);
  write_one(*writer, local_page("https://a.example/1", "One"));
  const auto reader = open_store(path, StoreUse::read);
  EXPECT_EQ(titles_of(*reader).size(), 1U);
  // While the reader is in the middle of its articles the job goes on, and the reader sees none of it.
  int seen = 0;
  reader->for_each_article({}, [&](const StoredArticle&) {
    for (int i = 0; i < 50; ++i) {
      write_one(*writer, local_page("https://a.example/later/" + std::to_string(i), "Later"));
    }
    ++seen;
    return true;
  });
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(titles_of(*reader).size(), 51U);
  EXPECT_NE(error_of([&] {
              write_one(*reader, local_page("https://a.example/2", "Two"));
            }).find("may not be written to"),
            std::string::npos);
}

TEST_F(SqliteFile, ReadersAndAWriterDoNotGetInEachOthersWay) {
  const std::string path = store_at("a.db");
  std::string problem = "no error";
  std::thread reader([&] {
    problem = error_of([&] {
      for (int i = 0; i < 40; ++i) {
        const auto store = open_store(path, StoreUse::read);
        const StoreCounts counts = store->counts();
        // A page and its article are written as one.
        if (counts.articles != counts.pages.at(0).pages) throw Error("half a page");
      }
    });
  });
  const auto writer = open_store(path, StoreUse::run);
  for (int i = 0; i < 200; ++i) {
    write_one(*writer, local_page("https://a.example/w/" + std::to_string(i), "Story"));
  }
  reader.join();
  EXPECT_EQ(problem, "no error");
}

}  // namespace
}  // namespace pith
