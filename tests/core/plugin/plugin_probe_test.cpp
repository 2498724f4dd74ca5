#include "core/plugin/plugin_probe.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "test_folder.hpp"

namespace pith {
namespace {

std::string refusal_of(const std::string& library) {
  return probe_plugins({test_library(library)}, std::chrono::seconds(20)).front();
}

TEST(PluginProbe, SaysNothingOfAPluginThatStarts) {
  EXPECT_EQ(refusal_of("good"), "");
}

TEST(PluginProbe, KeepsTheWordsOfAnException) {
  EXPECT_EQ(refusal_of("throws_on_start"), "it threw on start: no table for today");
  EXPECT_EQ(refusal_of("throws_a_number"), "it threw something that is no std::exception on start");
  EXPECT_EQ(refusal_of("throws_while_loaded"), "it threw while it was loaded: a constructor failed");
}

TEST(PluginProbe, KeepsTheWordsOfTheLoader) {
  const std::string refusal = refusal_of("lacks_a_symbol");
  EXPECT_EQ(refusal.find("the loader refuses it: "), 0U) << refusal;
  EXPECT_NE(refusal.find("pith_test_function_that_is_nowhere"), std::string::npos) << refusal;
}

TEST(PluginProbe, NamesTheSignalOfACrash) {
  EXPECT_EQ(refusal_of("crashes_while_loaded"), "it crashes on start (SIGSEGV, Segmentation fault)");
  EXPECT_EQ(refusal_of("aborts_on_start"), "it crashes on start (SIGABRT, Aborted)");
}

TEST(PluginProbe, RefusesAPluginThatEndsTheProcess) {
  EXPECT_EQ(refusal_of("exits_on_start"), "it ends the process on start (exit status 3)");
}

TEST(PluginProbe, RefusesAFactoryThatMakesNothing) {
  EXPECT_EQ(refusal_of("makes_nothing"), "its factory made nothing");
}

TEST(PluginProbe, DoesNotWaitForAPluginThatHangs) {
  const auto before = std::chrono::steady_clock::now();
  const auto refusals = probe_plugins({test_library("hangs_on_start")}, std::chrono::milliseconds(300));
  EXPECT_EQ(refusals.front(), "it did not finish starting within 300 ms");
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
}

TEST(PluginProbe, OneBadPluginDoesNotStopTheOthers) {
  const auto refusals =
      probe_plugins({test_library("crashes_while_loaded"), test_library("good"),
                     test_library("throws_on_start"), test_library("other"), test_library("aborts_on_start")},
                    std::chrono::seconds(20));
  ASSERT_EQ(refusals.size(), 5U);
  EXPECT_NE(refusals[0], "");
  EXPECT_EQ(refusals[1], "");
  EXPECT_NE(refusals[2], "");
  EXPECT_EQ(refusals[3], "");
  EXPECT_NE(refusals[4], "");
}

TEST(PluginProbe, OfNothingIsNothing) {
  EXPECT_TRUE(probe_plugins({}).empty());
}

}  // namespace
}  // namespace pith
