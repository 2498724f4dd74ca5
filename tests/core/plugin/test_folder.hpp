#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace pith {

/// A fresh folder that is gone after the test.
class TestFolder {
 public:
  TestFolder() {
    std::random_device random;
    path_ = std::filesystem::temp_directory_path() /
            ("pith-plugin-test-" + std::to_string(random()) + std::to_string(random()));
    std::filesystem::create_directories(path_);
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  /// Takes one of the libraries of tests/core/plugin/library in.
  std::filesystem::path take(const std::string& library) const;

 private:
  std::filesystem::path path_;
};

inline std::filesystem::path test_library(const std::string& name) {
  return std::filesystem::path(PITH_TEST_LIBRARIES) / (name + ".so");
}

inline std::filesystem::path TestFolder::take(const std::string& library) const {
  std::filesystem::copy_file(test_library(library), path_ / (library + ".so"));
  return path_ / (library + ".so");
}

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace pith
