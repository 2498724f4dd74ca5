#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// A shared library looked at as a file, without running or mapping any of it.
///
/// The dynamic loader trusts what it maps: a library cut short ends the process by SIGBUS, a damaged
/// one by worse. So everything the loader is going to read is checked here first against the file's
/// size, and symbols are found through the same tables that the loader uses (PT_DYNAMIC and the hash
/// tables), which are there also in a stripped library.
class ElfFile {
 public:
  /// Throws Error, each kind of refusal with its own sentence, unless the file is a whole shared library
  /// for this machine.
  explicit ElfFile(const std::filesystem::path& path);
  ~ElfFile();
  ElfFile(const ElfFile&) = delete;
  ElfFile& operator=(const ElfFile&) = delete;

  /// Whether the library exports a symbol of this name.
  bool exports(std::string_view name) const;
  /// The first bytes, at most `max_size`, of the exported object as the file holds them, before any
  /// relocation; nothing if it is not exported. Throws Error if its bytes are not in the file.
  std::optional<std::string> object_bytes(std::string_view name, std::size_t max_size) const;

 private:
  struct Segment {
    std::uint64_t offset;
    std::uint64_t address;
    std::uint64_t size_in_file;
  };
  struct Symbol {
    std::uint64_t address;
    std::uint64_t size;
  };

  void open(const std::filesystem::path& path);
  void read_identity();
  void read_segments();
  void check_sections() const;
  void read_dynamic(std::uint64_t offset, std::uint64_t size);

  [[noreturn]] void refuse(const std::string& problem) const;
  void check_inside(std::uint64_t offset, std::uint64_t size, const char* what) const;
  void read(std::uint64_t offset, void* into, std::size_t size, const char* what) const;
  template <class Value>
  Value value_at(std::uint64_t offset, const char* what) const;
  std::uint64_t offset_of(std::uint64_t address, std::uint64_t size, const char* what) const;

  std::optional<Symbol> find(std::string_view name) const;
  std::optional<Symbol> find_by_gnu_hash(std::string_view name) const;
  std::optional<Symbol> find_by_old_hash(std::string_view name) const;
  std::optional<Symbol> symbol_if_named(std::uint32_t index, std::string_view name) const;

  std::string where_;
  int file_ = -1;
  std::uint64_t size_ = 0;
  std::vector<Segment> segments_;
  std::uint64_t symbols_ = 0;  // addresses of the dynamic tables; 0 if absent
  std::uint64_t names_ = 0;
  std::uint64_t names_size_ = 0;
  std::uint64_t gnu_hash_ = 0;
  std::uint64_t old_hash_ = 0;
};

}  // namespace pith
