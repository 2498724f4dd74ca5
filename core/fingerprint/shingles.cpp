#include "core/fingerprint/shingles.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "core/render/utf8.hpp"

namespace pith {
namespace {

/// The finalizer of MurmurHash3 by Austin Appleby (public domain): every bit of the input changes every bit
/// of the output with a chance near one half.
constexpr std::uint64_t mixed(std::uint64_t hash) noexcept {
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdU;
  hash ^= hash >> 33;
  hash *= 0xc4ceb9fe1a85ec53U;
  return hash ^ (hash >> 33);
}

/// What ASCII is in a word: itself in lower case, or 0 for what separates words.
constexpr std::array<char, 128> folded_ascii = [] {
  std::array<char, 128> folded{};
  for (unsigned c = '0'; c <= '9'; ++c) folded[c] = static_cast<char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) {
    folded[c] = static_cast<char>(c);
    folded[c - 'a' + 'A'] = static_cast<char>(c);
  }
  return folded;
}();

bool is_unspaced(std::int32_t character) {
  if (character < 0x0E00) return false;  // below it every script puts spaces, or is none
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(character, &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

/// Takes characters and makes words and of them shingles.
class ShingleMaker {
 public:
  explicit ShingleMaker(std::size_t size) : window_(size) {}
  void letter(std::uint64_t folded) {
    // FNV-1a's step (Fowler, Noll, Vo) on code points instead of bytes.
    word_ = (word_ ^ folded) * 0x100000001b3U;
    in_word_ = true;
  }
  void end_word() {
    if (!in_word_) return;
    window_[words_ % window_.size()] = mixed(word_);
    ++words_;
    word_ = first_word;
    in_word_ = false;
    if (words_ >= window_.size()) shingles_.push_back(window_hash());
  }
  bool full() const noexcept { return words_ >= most_shingled_words; }
  std::vector<std::uint64_t> take() {
    end_word();
    return std::move(shingles_);
  }

 private:
  static constexpr std::uint64_t first_word = 0xcbf29ce484222325U;

  std::uint64_t window_hash() const noexcept {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < window_.size(); ++i) {
      hash = mixed(hash * 31 + window_[(words_ + i) % window_.size()]);
    }
    return hash;
  }

  std::vector<std::uint64_t> window_;
  std::uint64_t word_ = first_word;
  bool in_word_ = false;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> shingles_;
};

void take_character(ShingleMaker& maker, std::int32_t character) {
  if (character >= 0 && character < 128) {
    const char folded = folded_ascii[static_cast<std::size_t>(character)];
    if (folded == 0) return maker.end_word();
    return maker.letter(static_cast<std::uint64_t>(folded));
  }
  const bool part_of_word =
      character >= 0 && (u_isalnum(character) || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0);
  if (!part_of_word) return maker.end_word();
  if (is_unspaced(character)) {
    maker.end_word();
    maker.letter(static_cast<std::uint64_t>(character));
    return maker.end_word();
  }
  maker.letter(static_cast<std::uint64_t>(u_foldCase(character, U_FOLD_CASE_DEFAULT)));
}

}  // namespace

std::vector<std::uint64_t> shingles(std::string_view text, std::size_t size) {
  ShingleMaker maker(size);
  for (std::size_t at = 0; at < text.size() && !maker.full();) {
    take_character(maker, next_character(text, at));
  }
  return maker.take();
}

}  // namespace pith
