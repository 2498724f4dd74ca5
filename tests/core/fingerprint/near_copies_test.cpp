#include "core/fingerprint/near_copies.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace pith {
namespace {

using Sketch = std::vector<std::uint32_t>;

/// A sketch and one that has `equal` of its members.
std::pair<Sketch, Sketch> sketches(std::size_t equal) {
  Sketch a;
  Sketch b;
  std::mt19937 random(static_cast<unsigned>(equal) + 1);
  for (std::size_t i = 0; i < fingerprint_size; ++i) {
    a.push_back(static_cast<std::uint32_t>(random()));
    b.push_back(i < equal ? a.back() : ~a.back());
  }
  return {a, b};
}

TEST(NearCopies, BandsAreEqualWhereTheirMembersAre) {
  const auto [a, b] = sketches(9);
  const auto bands_a = near_copy_bands(a);
  const auto bands_b = near_copy_bands(b);
  ASSERT_EQ(bands_a.size(), 32U);
  EXPECT_EQ(bands_a[0], bands_b[0]);
  EXPECT_EQ(bands_a[1], bands_b[1]);
  for (std::size_t band = 2; band < 32; ++band) EXPECT_NE(bands_a[band], bands_b[band]) << band;
}

/// Or every text whose sketch repeats itself would be compared with every other such.
TEST(NearCopies, TheSameMembersInAnotherBandAreAnotherBand) {
  const auto bands = near_copy_bands(Sketch(fingerprint_size, 7));
  EXPECT_EQ(std::set(bands.begin(), bands.end()).size(), 32U);
}

TEST(NearCopies, OfNoSketchThereAreNoBands) {
  EXPECT_TRUE(near_copy_bands({}).empty());
  EXPECT_TRUE(near_copy_bands(Sketch(3, 1)).empty());
  EXPECT_FALSE(are_near_copies({}, "a.example", {}, "b.example"));
}

TEST(NearCopies, OfOneHostAreThoseThatAreAlikeInNearlyAll) {
  const auto [half_a, half_b] = sketches(64);
  EXPECT_TRUE(are_near_copies(half_a, "a.example", half_b, "b.example"));
  EXPECT_TRUE(are_near_copies(half_a, "", half_b, ""));
  EXPECT_FALSE(are_near_copies(half_a, "a.example", half_b, "a.example"));
  const auto [less_a, less_b] = sketches(63);
  EXPECT_FALSE(are_near_copies(less_a, "a.example", less_b, "b.example"));
  const auto [most_a, most_b] = sketches(103);
  EXPECT_TRUE(are_near_copies(most_a, "a.example", most_b, "a.example"));
}

NearCopy copy_at(const std::string& host) {
  NearCopy copy;
  copy.url = "https://" + host + "/story";
  copy.place = copy.url + "#0";
  copy.host = host;
  copy.full = true;
  return copy;
}

/// The host of the original, which must be the same in every order.
std::string original_among(std::vector<NearCopy> copies) {
  std::vector<std::size_t> order(copies.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::set<std::string> hosts;
  do {
    std::vector<NearCopy> ordered;
    for (const std::size_t i : order) ordered.push_back(copies[i]);
    hosts.insert(ordered[original_of(ordered)].host);
  } while (std::next_permutation(order.begin(), order.end()));
  return hosts.size() == 1 ? *hosts.begin() : "depends on the order";
}

TEST(NearCopies, TheOriginalIsTheOneThatAnotherNames) {
  NearCopy original = copy_at("www.scmp.example");
  original.site_name = "South China Morning Post";
  original.published = 2000;
  NearCopy early = copy_at("a.example");
  early.published = 1000;
  NearCopy copy = copy_at("news.example");
  copy.published = 1500;
  copy.syndicated_from = "South  China MORNING Post";
  EXPECT_EQ(original_among({original, early, copy}), "www.scmp.example");
  copy.syndicated_from = "Associated Press";
  EXPECT_EQ(original_among({original, early, copy}), "a.example");
}

TEST(NearCopies, ASiteIsAlsoKnownByItsHost) {
  NearCopy original = copy_at("www.theguardian.example");
  NearCopy copy = copy_at("a.example");
  copy.published = 1;
  copy.syndicated_from = "The Guardian";
  EXPECT_EQ(original_among({original, copy}), "www.theguardian.example");
  copy.syndicated_from = "www.theguardian.example";
  EXPECT_EQ(original_among({original, copy}), "www.theguardian.example");
  copy.syndicated_from = "News";
  EXPECT_EQ(original_among({copy_at("news.example"), copy}), "a.example");
}

TEST(NearCopies, WhatASiteSaysOfItselfCountsForNothing) {
  NearCopy boastful = copy_at("b.example");
  boastful.site_name = "B";
  boastful.syndicated_from = "B";
  EXPECT_EQ(original_among({boastful, copy_at("a.example")}), "a.example");
}

TEST(NearCopies, ACanonicalLinkToAnotherHostSaysWhatIsTheOriginal) {
  const NearCopy paper = copy_at("paper.example");
  NearCopy copy = copy_at("aggregator.example");
  copy.url = paper.url;
  copy.site_name = "Agg";
  copy.published = 1;
  EXPECT_EQ(original_among({paper, copy}), "aggregator.example") << "nothing but the date tells";
  copy.canonical_host = "paper.example";
  EXPECT_EQ(original_among({paper, copy}), "paper.example");
  EXPECT_EQ(original_among({copy_at("www.paper.example"), copy}), "www.paper.example");
  EXPECT_EQ(original_among({copy_at("zine.example"), copy}), "zine.example")
      << "it says that it is a copy, though of what is not there";
}

TEST(NearCopies, ACanonicalLinkWithinASiteSaysNothing) {
  NearCopy mobile = copy_at("m.paper.example");
  mobile.published = 1;
  mobile.canonical_host = "www.paper.example";
  EXPECT_EQ(original_among({mobile, copy_at("portal.example")}), "m.paper.example");
  mobile.canonical_host = "m.paper.example";
  EXPECT_EQ(original_among({mobile, copy_at("portal.example")}), "m.paper.example");
}

TEST(NearCopies, ASiteNameThatIsAnotherHostsNamesTheOriginal) {
  NearCopy copy = copy_at("aggregator.example");
  copy.published = 1;
  copy.site_name = "The Paper";
  EXPECT_EQ(original_among({copy_at("www.thepaper.example"), copy}), "www.thepaper.example");
  EXPECT_EQ(original_among({copy_at("paper.example"), copy}), "aggregator.example");
  NearCopy own = copy_at("thepaper.example");
  own.site_name = copy.site_name;
  own.published = 0;
  EXPECT_EQ(original_among({copy_at("www.thepaper.org"), own}), "thepaper.example") << "it is its own name";
}

TEST(NearCopies, TheOriginalIsTheEarliestThenAWholeOneThenThatOfTheSmallestUrl) {
  NearCopy a = copy_at("a.example");
  NearCopy b = copy_at("b.example");
  NearCopy c = copy_at("c.example");
  EXPECT_EQ(original_among({a, b, c}), "a.example");
  a.full = false;
  EXPECT_EQ(original_among({a, b, c}), "b.example");
  c.published = 5;
  EXPECT_EQ(original_among({a, b, c}), "c.example");
  a.published = 4;
  EXPECT_EQ(original_among({a, b, c}), "a.example");
}

}  // namespace
}  // namespace pith
