#include "content/repeated_quotes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "content/text_hash.hpp"
#include "pith/selector.hpp"

namespace pith {
namespace {

/// Words in a row that two texts do not share by chance.
constexpr std::size_t row_words = 5;

/// Quotes within quotes are judged so deep: each level reads its words anew.
constexpr std::size_t most_levels = 4;

/// Told the bytes of texts, it knows the rows of words that they end with.
class WordRows {
 public:
  /// Calls `see` with the hash of each row of words that ends in the text.
  template <typename See>
  void read(std::string_view text, See see) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool capital = c >= 'A' && c <= 'Z';
      const bool letter = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
      // Signs of East Asian scripts, and others of three bytes and more, are words by themselves.
      if (!letter || byte >= 0xE2) end_word(see);
      if (letter) word_ = mixed(word_ == 0 ? text_hash_basis : word_, capital ? byte + 32U : byte);
    }
    end_word(see);
  }

  /// What comes next is another text.
  void forget() { count_ = 0; }

 private:
  template <typename See>
  void end_word(See see) {
    if (word_ == 0) return;
    words_[count_++ % row_words] = word_;
    word_ = 0;
    if (count_ < row_words) return;
    std::uint64_t hash = text_hash_basis;
    for (std::size_t i = 0; i < row_words; ++i) hash = mixed(hash, words_[(count_ + i) % row_words]);
    see(hash);
  }

  std::array<std::uint64_t, row_words> words_{};
  std::size_t count_ = 0;
  std::uint64_t word_ = 0;
};

class Quotes {
 public:
  Quotes(const std::vector<TextRun>& runs, const std::vector<bool>& content, PageContext& context)
      : runs_(runs), content_(content), context_(context) {}

  void cut() {
    static const Selector quote(
        "blockquote, .bbCodeBlock--quote, .bbCodeQuote, .ipsQuote, .quotebox, .bbcode_quote, "
        ".bbcode_container, "
        "aside.quote");
    std::size_t run = 0;
    std::uint32_t until = 0;
    std::vector<Node> around;
    for (const Node at : context_.document().select(quote)) {
      if (at.row() < until) continue;
      while (!around.empty() && !around.back().contains(at)) around.pop_back();
      if (around.size() == most_levels) continue;
      around.push_back(at);
      while (run < runs_.size() && runs_[run].begin_row < at.row()) see(run++);
      const std::size_t first = run;
      while (run < runs_.size() && runs_[run].begin_row < at.end_row()) ++run;
      if (is_repeated(first, run)) {
        context_.ledger().cut(at, Boilerplate::duplicate, "quotes what a post above says");
        until = at.end_row();
      } else {
        // Its own quotes may be repeated ones.
        run = first;
      }
    }
  }

 private:
  template <typename See>
  void read(std::size_t run, See see) {
    rows_.forget();
    for (std::uint32_t row = runs_[run].begin_row; row < runs_[run].end_row; ++row)
      rows_.read(context_.document().at(row).data(), see);
  }

  void see(std::size_t run) {
    if (!content_[run]) return;
    read(run, [this](std::uint64_t hash) { said_.insert(hash); });
  }

  bool is_repeated(std::size_t first, std::size_t last) {
    std::size_t all = 0;
    std::size_t again = 0;
    for (std::size_t run = first; run < last; ++run) {
      read(run, [&](std::uint64_t hash) {
        ++all;
        again += said_.count(hash);
      });
    }
    return all > 0 && again * 2 > all;
  }

  const std::vector<TextRun>& runs_;
  const std::vector<bool>& content_;
  PageContext& context_;
  WordRows rows_;
  std::unordered_set<std::uint64_t> said_;
};

}  // namespace

void cut_repeated_quotes(const std::vector<TextRun>& runs, const std::vector<bool>& content,
                         PageContext& context) {
  Quotes(runs, content, context).cut();
}

}  // namespace pith
