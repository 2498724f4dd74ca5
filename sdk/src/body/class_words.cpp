#include "body/class_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "body/name_words.hpp"

namespace pith {
namespace {

struct Word {
  std::string_view name;
  Boilerplate kind;
  bool weak;
};

using enum Boilerplate;

// Sorted by name. Two words joined by '-' stand for the two in a row.
constexpr auto words = std::to_array<Word>({
    {"about-author", author_bio, false},
    {"ad", advertisement, false},
    {"addthis", share, false},
    {"addtoany", share, false},
    {"ads", advertisement, false},
    {"adsbygoogle", advertisement, false},
    {"adslot", advertisement, false},
    {"advert", advertisement, false},
    {"advertisement", advertisement, false},
    {"advertising", advertisement, false},
    {"adverts", advertisement, false},
    {"also-like", related, false},
    {"also-read", related, false},
    {"app-banner", app_promo, false},
    {"app-download", app_promo, false},
    {"app-promo", app_promo, false},
    {"author-bio", author_bio, false},
    {"author-box", author_bio, false},
    {"author-info", author_bio, true},
    {"authorbox", author_bio, false},
    {"bottom-nav", navigation, false},
    {"breadcrumb", navigation, false},
    {"breadcrumbs", navigation, false},
    {"byline", other, true},
    {"comment", comments, true},
    {"comment-form", comments, false},
    {"commentlist", comments, false},
    {"comments", comments, false},
    {"consent", cookie_notice, false},
    {"cookie", cookie_notice, false},
    {"cookies", cookie_notice, false},
    {"copyright", copyright, true},
    {"dateline", other, true},
    {"disqus", comments, false},
    {"donate", product_promo, true},
    {"donation", product_promo, true},
    {"download-app", app_promo, false},
    {"entry-footer", footer, true},
    {"entry-meta", other, true},
    {"fb-comments", comments, false},
    {"feedback", widget, true},
    {"gdpr", cookie_notice, false},
    {"get-app", app_promo, false},
    {"jp-relatedposts", related, false},
    {"lightbox", popup, true},
    {"mailchimp", newsletter, false},
    {"masthead", masthead, true},
    {"mgid", related, false},
    {"modal", popup, true},
    {"more-from", related, false},
    {"more-on", related, true},
    {"more-stories", related, false},
    {"most-popular", related, false},
    {"most-read", related, false},
    {"nav", navigation, true},
    {"navbar", navigation, true},
    {"navigation", navigation, true},
    {"newsletter", newsletter, false},
    {"newsletters", newsletter, false},
    {"noprint", other, true},
    {"outbrain", related, false},
    {"pagination", navigation, false},
    {"paywall", paywall_notice, true},
    {"player", media_player, true},
    {"popup", popup, true},
    {"post-meta", other, true},
    {"post-nav", navigation, false},
    {"post-tags", tags, false},
    {"promo", product_promo, true},
    {"read-also", related, false},
    {"read-more", read_more, true},
    {"read-next", related, false},
    {"readmore", read_more, true},
    {"recirc", related, false},
    {"recirculation", related, false},
    {"recommendations", related, false},
    {"recommended", related, false},
    {"related", related, false},
    {"related-posts", related, false},
    {"relatedposts", related, false},
    {"screen-reader", other, true},
    {"see-also", related, false},
    {"share", share, false},
    {"shareaholic", share, false},
    {"sharebar", share, false},
    {"sharedaddy", share, false},
    {"sharethis", share, false},
    {"sharing", share, false},
    {"sidebar", widget, true},
    {"sign-up", newsletter, true},
    {"signup", newsletter, true},
    {"social", share, true},
    {"socials", share, true},
    {"sponsor", advertisement, true},
    {"sponsored", advertisement, true},
    {"sr-only", other, true},
    {"subscribe", newsletter, true},
    {"subscription", newsletter, true},
    {"taboola", related, false},
    {"tag-cloud", tags, false},
    {"tag-list", tags, false},
    {"tagcloud", tags, false},
    {"taglist", tags, false},
    {"tags", tags, true},
    {"timestamp", other, true},
    {"toolbar", widget, true},
    {"tooltip", popup, true},
    {"trending", related, false},
    {"up-next", related, false},
    {"visually-hidden", other, true},
    {"visuallyhidden", other, true},
    {"widget", widget, true},
    {"you-may", related, false},
    {"zergnet", related, false},
});
static_assert(std::is_sorted(words.begin(), words.end(),
                             [](const Word& a, const Word& b) { return a.name < b.name; }));

/// For each first letter, where its words begin.
constexpr auto first_letters = [] {
  std::array<std::uint8_t, 27> begins{};
  for (std::size_t letter = 0; letter < 27; ++letter) {
    std::size_t at = 0;
    while (at < words.size() && words[at].name.front() < static_cast<char>('a' + letter)) ++at;
    begins[letter] = static_cast<std::uint8_t>(at);
  }
  return begins;
}();
static_assert(words.size() < 256);

/// `name` is of small letters and hyphens, and begins with a letter.
const Word* find_word(std::string_view name) {
  const auto letter = static_cast<std::size_t>(name.front() - 'a');
  const Word* at = words.data() + first_letters[letter];
  const Word* const end = words.data() + first_letters[letter + 1];
  while (at != end && at->name != name) ++at;
  return at != end ? at : nullptr;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

constexpr std::size_t longest_word = 24;

/// Takes a name apart into lower-case words and looks each, and each two in a row, up.
class NameReader {
 public:
  void read(std::string_view names) {
    previous_ = 0;
    for_each_name_word(
        names, [this](std::string_view word) { take(word); }, [this] { previous_ = 0; });
  }
  const Word* found() const { return found_; }

 private:
  void take(std::string_view word) {
    const bool known_size = word.size() <= longest_word;
    // The word before stands in front of it, with a hyphen: "read" "more" is looked up as "more" and
    // "read-more".
    const std::size_t begin = previous_ == 0 ? 0 : previous_ + 1;
    if (known_size) {
      for (std::size_t i = 0; i < word.size(); ++i)
        text_[begin + i] = is_upper(word[i]) ? static_cast<char>(word[i] + 32) : word[i];
      const std::string_view lower(text_.data() + begin, word.size());
      consider(find_word(lower));
      if (begin > 0) {
        text_[previous_] = '-';
        consider(find_word({text_.data(), begin + word.size()}));
      }
      std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(begin), word.size(), text_.begin());
    }
    previous_ = known_size ? word.size() : 0;
  }
  void consider(const Word* word) {
    if (word != nullptr && (found_ == nullptr || (found_->weak && !word->weak))) found_ = word;
  }
  std::array<char, 2 * longest_word + 1> text_{};
  std::size_t previous_ = 0;  ///< letters of the word before, which begin text_
  const Word* found_ = nullptr;
};

}  // namespace

ClassEvidence class_evidence(Node element) {
  NameReader reader;
  reader.read(element.attribute("class"));
  reader.read(element.attribute("id"));
  if (reader.found() == nullptr) return {};
  return {reader.found()->kind, reader.found()->name, reader.found()->weak};
}

}  // namespace pith
