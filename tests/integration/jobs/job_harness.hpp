#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/program.hpp"
#include "tests/support/scripted_server.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {

/// An article page with text enough to be one; pages of different numbers have no sentence in common.
std::string article_page(int number);
std::string article_title(int number);

/// An RSS 2.0 feed of these pages.
std::string feed_of(const std::vector<std::string>& urls);

/// A job in a folder of its own: the program with a store in it, allowed to fetch from this machine without
/// delay.
class JobHarness {
 public:
  std::string store() const { return (folder_.path() / "job.db").string(); }
  const TemporaryFolder& folder() const { return folder_; }

  /// The arguments of `pith job run` with these options.
  std::vector<std::string> arguments(const std::vector<std::string>& options) const;
  ProgramRun run(const std::vector<std::string>& options) const { return run_pith(arguments(options)); }

  /// What is in the store, without what differs from run to run (times, attempts): every article and every
  /// page, a line each, in order.
  std::vector<std::string> contents() const;
  /// The titles of the articles, in order of title.
  std::vector<std::string> titles() const;
  /// Lines of `pith job status --pages STATE`.
  std::vector<std::string> pages(const std::string& state) const;

 private:
  TemporaryFolder folder_;
};

}  // namespace pith
