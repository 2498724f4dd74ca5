#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/store/store.hpp"
#include "tests/core/store/test_store.hpp"

namespace pith {

/// A test of every kind of store: the parameter is the kind, the store empty.
class StoreFixture : public testing::TestWithParam<std::string> {
 protected:
  using Lines = std::vector<std::string>;

  void SetUp() override {
    std::string why_not;
    place_ = make_test_store(GetParam(), why_not);
    if (place_ == nullptr) GTEST_SKIP() << "NOT TESTED: " << why_not;
    store_ = place_->open();
  }
  Store& store() { return *store_; }
  void open_again() {
    store_.reset();
    store_ = place_->open();
  }

  std::unique_ptr<TestStore> place_;
  std::unique_ptr<Store> store_;
};

inline std::string name_of_kind(const testing::TestParamInfo<std::string>& kind) {
  return kind.param;
}

}  // namespace pith
