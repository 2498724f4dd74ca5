#include "kind/address_words.hpp"

#include <algorithm>

#include "pith/text.hpp"

namespace pith {
namespace {

struct Word {
  std::string_view name;
  AddressWord kind;
};
using enum AddressWord;

// Sorted by name.
constexpr auto words = std::to_array<Word>({
    {"about", service},
    {"agency", service},
    {"answers", forum},
    {"api", documentation},
    {"app", product},
    {"apps", product},
    {"archive", listing},
    {"archives", listing},
    {"article", article},
    {"articles", article},
    {"artikel", article},
    {"best", article},
    {"blog", article},
    {"blogs", article},
    {"board", forum},
    {"browse", collection},
    {"buy", collection},
    {"c", collection},
    {"cat", collection},
    {"catalog", collection},
    {"categories", collection},
    {"category", collection},
    {"collection", collection},
    {"collections", collection},
    {"comments", forum},
    {"community", forum},
    {"company", service},
    {"consulting", service},
    {"course", service},
    {"developer", documentation},
    {"developers", documentation},
    {"discuss", forum},
    {"discussion", forum},
    {"discussions", forum},
    {"doc", documentation},
    {"docs", documentation},
    {"documentation", documentation},
    {"dp", product},
    {"explore", listing},
    {"features", service},
    {"forum", forum},
    {"forums", forum},
    {"guide", documentation},
    {"guides", documentation},
    {"help", documentation},
    {"how", article},
    {"issues", listing},
    {"item", product},
    {"jobs", listing},
    {"kb", documentation},
    {"latest", documentation},
    {"learn", documentation},
    {"list", listing},
    {"listing", product},
    {"magazine", article},
    {"manual", documentation},
    {"marketplace", collection},
    {"news", article},
    {"nieuws", article},
    {"p", product},
    {"plans", service},
    {"post", article},
    {"posts", article},
    {"pricing", service},
    {"product", product},
    {"products", product},
    {"questions", forum},
    {"r", forum},
    {"recipe", article},
    {"recipes", article},
    {"reference", documentation},
    {"resources", article},
    {"s", collection},
    {"search", listing},
    {"service", service},
    {"services", service},
    {"shop", collection},
    {"showthread", forum},
    {"software", service},
    {"solutions", service},
    {"store", collection},
    {"stories", article},
    {"story", article},
    {"support", documentation},
    {"t", forum},
    {"tag", listing},
    {"tags", listing},
    {"thread", forum},
    {"threads", forum},
    {"top", listing},
    {"topic", forum},
    {"topics", listing},
    {"trending", listing},
    {"tutorial", documentation},
    {"tutorials", documentation},
    {"viewtopic", forum},
    {"wiki", documentation},
});
static_assert(std::is_sorted(words.begin(), words.end(),
                             [](const Word& a, const Word& b) { return a.name < b.name; }));

}  // namespace

void count_address_words(std::string_view address, AddressWordCounts& counts) {
  const std::string lower = lower_ascii(address);
  for (std::size_t i = 0; i < lower.size();) {
    std::size_t end = i;
    while (end < lower.size() && lower[end] >= 'a' && lower[end] <= 'z') ++end;
    if (end == i) {
      ++i;
      continue;
    }
    const std::string_view name = std::string_view(lower).substr(i, end - i);
    const auto at =
        std::lower_bound(words.begin(), words.end(), name,
                         [](const Word& word, std::string_view wanted) { return word.name < wanted; });
    if (at != words.end() && at->name == name) ++counts[static_cast<std::size_t>(at->kind)];
    i = end;
  }
}

}  // namespace pith
