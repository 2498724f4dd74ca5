#include "core/job/toml_reader.hpp"

#include <algorithm>
#include <sstream>

#include "core/text/did_you_mean.hpp"
#include "core/text/quantity.hpp"
#include "pith/date_time.hpp"

namespace pith {
namespace {

std::string at(const std::string& path, const toml::source_region& source) {
  return path + ":" + std::to_string(source.begin.line) + ":" + std::to_string(source.begin.column);
}

template <typename T>
std::string written(const T& value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

}  // namespace

TomlReader::~TomlReader() {
  for (const auto& [key, value] : table_) {
    const std::string name(key.str());
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    problems_.push_back(at(path_, key.source()) + ": unknown key '" + name_ + name + "'" +
                        did_you_mean(name, asked_));
  }
}

const toml::node* TomlReader::find(const std::string& key) {
  asked_.push_back(key);
  return table_.get(key);
}

std::string TomlReader::place_of(const std::string& key, std::size_t index) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return at(path_, table_.source());
  const toml::array* const list = node->as_array();
  if (list != nullptr && index < list->size()) node = list->get(index);
  return at(path_, node->source());
}

void TomlReader::fail(const std::string& key, const std::string& problem) {
  const toml::node* const node = table_.get(key);
  problems_.push_back(at(path_, node != nullptr ? node->source() : table_.source()) + ": " + problem);
}

void TomlReader::check_texts(const std::string& key, const std::vector<std::string>& values,
                             const ValueCheck& check, bool is_secret) {
  if (!check) return;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string problem = check(values[i]);
    if (problem.empty()) continue;
    const std::string quoted = is_secret ? "" : " " + in_quotes(values[i]);
    problems_.push_back(place_of(key, i).append(": ").append(name_).append(key).append(quoted) + " " +
                        problem);
  }
}

void TomlReader::expected(const std::string& key, const std::string& what) {
  fail(key, "'" + name_ + key + "' is not " + what);
}

std::optional<std::string> TomlReader::text(const std::string& key, const ValueCheck& check) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_string()) {
    expected(key, "a string");
    return std::nullopt;
  }
  std::string value = node->as_string()->get();
  check_texts(key, {value}, check, false);
  return value;
}

std::optional<std::string> TomlReader::choice(const std::string& key,
                                              const std::vector<std::string>& choices) {
  auto value = text(key);
  if (!value || std::find(choices.begin(), choices.end(), *value) != choices.end()) return value;
  std::string all;
  for (const auto& choice : choices) all += (all.empty() ? "" : ", ") + choice;
  const std::string meant = did_you_mean(*value, choices);
  fail(key,
       "'" + *value + "' is no value of '" + name_ + key + "'" + (meant.empty() ? ": one of " + all : meant));
  return std::nullopt;
}

std::optional<std::vector<std::string>> TomlReader::texts(const std::string& key, const ValueCheck& check,
                                                          bool is_secret) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_string()) {
    std::vector<std::string> one{node->as_string()->get()};
    check_texts(key, one, check, is_secret);
    return one;
  }
  const toml::array* const list = node->as_array();
  if (list == nullptr ||
      !std::all_of(list->begin(), list->end(), [](const auto& e) { return e.is_string(); })) {
    expected(key, "a list of strings");
    return std::nullopt;
  }
  std::vector<std::string> all;
  for (const auto& element : *list) all.push_back(element.as_string()->get());
  check_texts(key, all, check, is_secret);
  return all;
}

std::optional<bool> TomlReader::flag(const std::string& key) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_boolean()) return node->as_boolean()->get();
  expected(key, "true or false");
  return std::nullopt;
}

std::optional<std::int64_t> TomlReader::integer(const std::string& key, std::int64_t least,
                                                std::int64_t most) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->is_integer() ? node->value<std::int64_t>() : std::nullopt;
  if (value && *value >= least && *value <= most) return value;
  expected(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

std::optional<double> TomlReader::number(const std::string& key, double least, double most) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->is_number() ? node->value<double>() : std::nullopt;
  if (value && *value >= least && *value <= most) return value;
  expected(key, "a number from " + written(least) + " to " + written(most));
  return std::nullopt;
}

std::optional<std::chrono::milliseconds> TomlReader::duration(const std::string& key,
                                                              std::chrono::milliseconds least,
                                                              std::chrono::milliseconds most) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_integer() && node->as_integer()->get() == 0 && least.count() == 0) return least;
  const auto time = node->is_string() ? parse_duration(node->as_string()->get()) : std::nullopt;
  if (!time) {
    expected(key, "a time with its unit, such as \"1.5 s\" or \"250 ms\"");
    return std::nullopt;
  }
  if (*time >= least && *time <= most) return time;
  expected(key, "a time from " + duration_in_words(least) + " to " + duration_in_words(most));
  return std::nullopt;
}

std::optional<std::uint64_t> TomlReader::size(const std::string& key, std::uint64_t least,
                                              std::uint64_t most) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  std::optional<std::uint64_t> bytes;
  if (node->is_string()) bytes = parse_size(node->as_string()->get());
  if (node->is_integer() && node->as_integer()->get() >= 0) {
    bytes = static_cast<std::uint64_t>(node->as_integer()->get());
  }
  if (bytes && *bytes >= least && *bytes <= most) return bytes;
  expected(key, bytes ? "a size from " + std::to_string(least) + " to " + std::to_string(most) + " bytes"
                      : "a size, such as \"16 MiB\"");
  return std::nullopt;
}

std::optional<DateTime> TomlReader::date(const std::string& key) {
  const toml::node* const node = find(key);
  if (node == nullptr) return std::nullopt;
  std::string text;
  if (node->is_date()) text = written(node->as_date()->get());
  if (node->is_date_time()) text = written(node->as_date_time()->get());
  if (node->is_string()) text = node->as_string()->get();
  auto date = parse_date(text);
  if (date && date->year != 0) return date;
  expected(key, "a date, such as 2025-08-01");
  return std::nullopt;
}

const toml::table* TomlReader::table(const std::string& key) {
  const toml::node* const node = find(key);
  if (node == nullptr) return nullptr;
  if (!node->is_table()) expected(key, "a table: write [" + name_ + key + "]");
  return node->as_table();
}

std::vector<const toml::table*> TomlReader::tables(const std::string& key) {
  const toml::node* const node = find(key);
  if (node == nullptr) return {};
  if (node->is_table()) return {node->as_table()};
  std::vector<const toml::table*> all;
  const toml::array* const list = node->as_array();
  if (list != nullptr) {
    for (const auto& element : *list) {
      if (element.is_table()) all.push_back(element.as_table());
    }
  }
  if (list == nullptr || all.size() != list->size()) expected(key, "a list of tables: write [[" + key + "]]");
  return all;
}

}  // namespace pith
