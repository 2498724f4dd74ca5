#include "core/sitemap/xml_prolog.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(RootElement, StandsBehindDeclarationsAndComments) {
  EXPECT_EQ(root_element("<urlset>"), "urlset");
  EXPECT_EQ(
      root_element(
          "\n <?xml version='1.0'?><!-- <a> --><!DOCTYPE b [<!ENTITY c \"]>\">]>\n<sm:urlset xmlns='x'>"),
      "urlset");
  EXPECT_EQ(root_element("Warning: 1 < 2\n<rss/>"), "rss");
}

TEST(RootElement, IsEmptyWhereThereIsNone) {
  for (const char* xml : {"", "text", "<", "<!-- <a>", "<?xml", "<!DOCTYPE a [", "</a>"})
    EXPECT_EQ(root_element(xml), "") << xml;
}

}  // namespace
}  // namespace pith
