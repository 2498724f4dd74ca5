#include "metadata/dated_line.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "pith/date_time.hpp"
#include "pith/text.hpp"

namespace pith::metadata {
namespace {

/// Words that tell of a change; ASCII letters in lower case.
constexpr auto change_words = std::to_array<std::string_view>(
    {"updat", "modif", "edited", "revis", "reviewed", "aktualisiert", "mis à jour", "actualiz", "aggiornat",
     "atualizad", "bijgewerkt", "gewijzigd", "обновлен", "Обновлен", "更新", "修订"});

/// Words that tell of the publication.
constexpr auto publication_words = std::to_array<std::string_view>(
    {"publish", "posted", "veröffentlicht", "erschienen", "erstellt", "gespeichert", "publié", "publicado",
     "pubblicato", "gepubliceerd", "опубликован", "Опубликован", "发布", "發布", "公開"});

/// How a line may begin that tells of a date without one of those.
constexpr auto other_beginnings =
    std::to_array<std::string_view>({"last updated", "last modified", "last reviewed", "date published"});

struct Label {
  std::size_t at = 0;
  std::size_t end = 0;
  bool change = false;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "credited" is not "edited"; "EDTUpdated" ran together out of two elements.
bool begins_word(const std::string& line, std::size_t at) {
  return at == 0 || !is_letter(line[at - 1]) || (line[at] >= 'A' && line[at] <= 'Z');
}

template <std::size_t size>
void find_labels(const std::string& line, const std::array<std::string_view, size>& words, bool change,
                 std::vector<Label>& labels) {
  const std::string lower = lower_ascii(line);
  for (const std::string_view word : words) {
    for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + word.size())) {
      if (begins_word(line, at)) labels.push_back({at, at + word.size(), change});
    }
  }
}

std::vector<Label> labels_in(const std::string& line) {
  std::vector<Label> labels;
  find_labels(line, change_words, true, labels);
  find_labels(line, publication_words, false, labels);
  std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.at < b.at; });
  return labels;
}

bool tells_of_change(const std::string& line) {
  const std::string lower = lower_ascii(line);
  return std::any_of(change_words.begin(), change_words.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// Text without the sign that sets it apart from what follows.
std::string without_separator(std::string_view text) {
  const auto last = text.find_last_not_of(" |-,;/(");
  return std::string(trim(text.substr(0, last == std::string_view::npos ? 0 : last + 1)));
}

/// Collects the parts of a line that have dates.
class Parts {
 public:
  explicit Parts(std::string_view line) : line_(line) {}

  void add(std::size_t begin, std::size_t end, bool change) {
    std::string text = without_separator(line_.substr(begin, end - begin));
    if (parse_date(text)) parts.push_back({change, std::move(text)});
  }

  std::vector<DatedPart> parts;

 private:
  std::string_view line_;
};

bool has_date(std::string_view text) {
  return parse_date(text).has_value();
}

/// "Published 3 June 2025, updated 4 June 2025", "3 June 2025, updated 4 June 2025"
std::vector<DatedPart> behind_labels(const std::string& line, const std::vector<Label>& labels) {
  Parts found(line);
  const bool unlabelled = has_date(std::string_view(line).substr(0, labels.front().at));
  if (unlabelled) found.add(0, labels.front().at, false);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    // What stands before the first belongs to it, as a time of day may.
    const std::size_t begin = i == 0 && !unlabelled ? 0 : labels[i].at;
    found.add(begin, i + 1 < labels.size() ? labels[i + 1].at : line.size(), labels[i].change);
  }
  return found.parts;
}

/// "Am 3. Juni 2025 veröffentlicht, am 4. Juni 2025 aktualisiert"
std::vector<DatedPart> before_labels(const std::string& line, const std::vector<Label>& labels) {
  Parts found(line);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t end = i + 1 < labels.size() ? labels[i].end : line.size();
    found.add(i == 0 ? 0 : labels[i - 1].end, end, labels[i].change);
  }
  return found.parts;
}

}  // namespace

std::vector<DatedPart> dated_parts(const std::string& line) {
  if (!has_date(line)) return {};
  std::vector<DatedPart> parts;
  if (const std::vector<Label> labels = labels_in(line); !labels.empty()) {
    const std::string_view text = line;
    const bool trailing =
        has_date(text.substr(0, labels.front().at)) && !has_date(text.substr(labels.back().end));
    parts = trailing ? before_labels(line, labels) : behind_labels(line, labels);
  }
  if (parts.empty()) parts.push_back({tells_of_change(line), line});
  return parts;
}

bool is_labelled(const std::string& line) {
  return !labels_in(line).empty();
}

bool begins_with_label(const std::string& line) {
  const std::string lower = lower_ascii(line);
  const auto begins = [&](std::string_view word) { return lower.starts_with(word); };
  return std::any_of(publication_words.begin(), publication_words.end(), begins) ||
         std::any_of(other_beginnings.begin(), other_beginnings.end(), begins);
}

}  // namespace pith::metadata
