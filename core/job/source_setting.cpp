#include "core/job/source_setting.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "core/job/page_identity.hpp"

namespace pith {
namespace {

void add(std::string& text, const std::string& value) {
  text += std::to_string(value.size()) + ":" + value;
}

void add(std::string& text, std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  text += std::to_string(values.size()) + ";";
  for (const auto& value : values) add(text, value);
}

std::string digest_of_filter(const JobFilter& filter) {
  std::string text;
  for (const auto* list : {&filter.include, &filter.exclude, &filter.languages, &filter.kinds}) {
    add(text, *list);
  }
  for (const auto* date : {&filter.published_from, &filter.published_until}) {
    add(text, *date ? std::to_string((*date)->order_key()) : std::string());
  }
  text += filter.undated ? "undated" : "dated";
  return digest_of(text);
}

}  // namespace

SourceSetting setting_of(const JobSource& source, const JobPlan& plan) {
  std::string part = std::to_string(plan.shard.number) + "/" + std::to_string(plan.shard.count);
  if (!source.follow) part += " not followed";
  return {std::move(part), digest_of_filter(plan.filter)};
}

}  // namespace pith
