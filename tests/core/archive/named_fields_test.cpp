#include "core/archive/named_fields.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(NamedFields, EndAtTheFirstEmptyLine) {
  EXPECT_EQ(end_of_fields("a: b\r\n\r\nblock"), 8U);
  EXPECT_EQ(end_of_fields("a: b\n\nblock"), 6U);
  EXPECT_EQ(end_of_fields("a: b\r\nc: d\r"), std::string_view::npos);
}

TEST(NamedFields, AreFoundWithoutCase) {
  const auto fields = read_named_fields("Content-Type:text/html\r\nx: 1\r\nX: 2\r\nno field\r\n");
  EXPECT_EQ(field_of(fields, "content-type"), "text/html");
  EXPECT_EQ(field_of(fields, "x"), "1");
  EXPECT_EQ(field_of(fields, "y"), "");
  EXPECT_EQ(fields.size(), 3U);
}

TEST(NamedFields, MayBeFolded) {
  EXPECT_EQ(field_of(read_named_fields(" lost\nA: one\n  two\r\n\t\r\n three"), "a"), "one two three");
}

}  // namespace
}  // namespace pith
