#pragma once

#include <memory>
#include <string>

#include "core/store/store.hpp"

namespace pith {

/// A place for a store of one kind, empty at first and gone with the object.
class TestStore {
 public:
  virtual ~TestStore() = default;
  virtual std::string location() const = 0;
  std::unique_ptr<Store> open(StoreUse use = StoreUse::run) const { return open_store(location(), use); }
};

/// `kind` is "sqlite" or "postgres". Empty, with the reason in `why_not`, where there is no such database.
std::unique_ptr<TestStore> make_test_store(const std::string& kind, std::string& why_not);

}  // namespace pith
