#pragma once

#include <toml++/toml.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/job/value_check.hpp"
#include "pith/date_time.hpp"

namespace pith {

/// What is wrong with a TOML file, all of it: "job.toml:12:1: unknown key 'storre' (did you mean 'store'?)".
using TomlProblems = std::vector<std::string>;

/// Reads one table of a TOML file strictly: a value of the wrong type, and a key that nobody asked for, is a
/// problem with its line and column and the nearest right word. A getter of an absent key gives nothing. What
/// a check finds wrong with a text is a problem, and the text is given all the same.
///
/// The table and the list of problems must outlive the reader. One thread.
class TomlReader {
 public:
  /// `name` stands before keys in messages ("fetch."); empty at the top.
  TomlReader(const toml::table& table, std::string name, const std::string& path, TomlProblems& problems)
      : table_(table), name_(std::move(name)), path_(path), problems_(problems) {}
  /// Tells the keys that nobody asked for.
  ~TomlReader();
  TomlReader(const TomlReader&) = delete;
  TomlReader& operator=(const TomlReader&) = delete;

  std::optional<std::string> text(const std::string& key, const ValueCheck& check = {});
  std::optional<std::string> choice(const std::string& key, const std::vector<std::string>& choices);
  /// A string, or a list of strings. Messages do not quote what is secret.
  std::optional<std::vector<std::string>> texts(const std::string& key, const ValueCheck& check = {},
                                                bool is_secret = false);
  std::optional<bool> flag(const std::string& key);
  std::optional<std::int64_t> integer(const std::string& key, std::int64_t least, std::int64_t most);
  std::optional<double> number(const std::string& key, double least, double most);
  /// "1.5 s" (quantity.hpp).
  std::optional<std::chrono::milliseconds> duration(const std::string& key, std::chrono::milliseconds least,
                                                    std::chrono::milliseconds most);
  /// "16 MiB", or a number of bytes.
  std::optional<std::uint64_t> size(const std::string& key, std::uint64_t least, std::uint64_t most);
  /// A date or date and time, as TOML or as a string.
  std::optional<DateTime> date(const std::string& key);
  /// A table; null if absent.
  const toml::table* table(const std::string& key);
  /// The tables of `[[key]]`; one table counts as a list of one.
  std::vector<const toml::table*> tables(const std::string& key);

  bool has(const std::string& key) const { return table_.contains(key); }
  /// "job.toml:12:9": the value of the key, in a list the one of that index, or the table where the key is
  /// absent.
  std::string place_of(const std::string& key, std::size_t index = 0) const;
  /// Adds a problem with the place of the key.
  void fail(const std::string& key, const std::string& problem);

 private:
  const toml::node* find(const std::string& key);
  void expected(const std::string& key, const std::string& what);
  void check_texts(const std::string& key, const std::vector<std::string>& values, const ValueCheck& check,
                   bool is_secret);

  const toml::table& table_;
  std::string name_;
  const std::string& path_;
  TomlProblems& problems_;
  std::vector<std::string> asked_;
};

}  // namespace pith
