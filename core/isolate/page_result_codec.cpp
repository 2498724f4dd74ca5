#include "core/isolate/page_result_codec.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/isolate/byte_codec.hpp"
#include "core/isolate/utf8_check.hpp"
#include "core/text/quantity.hpp"

namespace pith {
namespace {

constexpr std::size_t text_size = sizeof(std::uint32_t);
constexpr std::size_t least_bytes_of_article = 13 * text_size + 3 * sizeof(std::uint32_t);
constexpr std::size_t least_bytes_of_link = 5 * text_size;
constexpr std::size_t least_bytes_of_ledger = 2 * text_size + sizeof(std::uint32_t) + sizeof(std::uint64_t);
/// Longer than Limits::time can be by far; what is longer is a lie.
constexpr std::int64_t longest_time = std::int64_t{24} * 3600 * 1000;

class Encoder {
 public:
  explicit Encoder(const PageResultLimits& limits) : limits_(limits) {}

  std::string encode(const PageResult& result) {
    out_.number(static_cast<std::uint32_t>(result.status));
    for (const std::string* text : {&result.reason, &result.kind, &result.plugin, &result.recipe}) {
      out_.text(*text);
    }
    out_.number(static_cast<std::uint8_t>(result.confidence ? 1 : 0));
    out_.number(result.confidence.value_or(0.0));
    out_.number<std::int64_t>(result.time.count());
    list(result.articles, limits_.articles, "articles");
    list(result.links, limits_.links, "links");
    list(result.ledger, limits_.ledger, "rules in the ledger");
    check_size();
    return out_.take();
  }

 private:
  void add(const ArticleRecord& article) {
    for (const std::string* text :
         {&article.url, &article.canonical_url, &article.title, &article.published, &article.modified,
          &article.language, &article.site_name, &article.section, &article.kind, &article.completeness,
          &article.syndicated_from, &article.json}) {
      out_.text(*text);
    }
    authors_ += article.authors.size();
    if (authors_ > limits_.authors) too_many(limits_.authors, "authors");
    list(article.authors, limits_.authors, "authors");
    out_.number(article.words);
    list(article.fingerprint, limits_.fingerprint, "members of a fingerprint");
  }
  void add(const LinkRecord& link) {
    for (const std::string* text :
         {&link.url, &link.canonical_url, &link.title, &link.relation, &link.published}) {
      out_.text(*text);
    }
  }
  void add(const LedgerRecord& record) {
    out_.text(record.kind);
    out_.text(record.rule);
    out_.number(record.removals);
    out_.number(record.text_bytes);
  }
  [[noreturn]] static void too_many(std::size_t most, const char* what) {
    throw Error("a result of more than " + std::to_string(most) + " " + what);
  }
  void check_size() const {
    if (out_.bytes().size() > limits_.bytes) {
      throw Error("a result of more than " + bytes_in_words(limits_.bytes));
    }
  }

  void add(const std::string& text) { out_.text(text); }
  void add(std::uint32_t number) { out_.number(number); }

  template <typename Member>
  void list(const std::vector<Member>& members, std::size_t most, const char* what) {
    if (members.size() > most) too_many(most, what);
    out_.number(static_cast<std::uint32_t>(members.size()));
    for (const Member& member : members) {
      add(member);
      // Checked on the way: what is too long is not gathered in full first.
      check_size();
    }
  }

  const PageResultLimits& limits_;
  std::size_t authors_ = 0;
  ByteWriter out_;
};

class Decoder {
 public:
  Decoder(std::string_view bytes, const PageResultLimits& limits) : in_(bytes), limits_(limits) {}

  PageResult decode() {
    PageResult result;
    result.status = status();
    for (std::string* text : {&result.reason, &result.kind, &result.plugin, &result.recipe}) {
      *text = valid_text();
    }
    result.confidence = confidence();
    result.time = time();
    list(result.articles, limits_.articles, least_bytes_of_article, [this] { return article(); });
    list(result.links, limits_.links, least_bytes_of_link, [this] { return link(); });
    list(result.ledger, limits_.ledger, least_bytes_of_ledger, [this] { return ledger(); });
    in_.end();
    return result;
  }

 private:
  Status status() {
    const auto status = in_.number<std::uint32_t>();
    if (status > static_cast<std::uint32_t>(Status::failed)) throw Error("an unknown status");
    return static_cast<Status>(status);
  }
  std::string valid_text() {
    const std::string_view text = in_.text();
    if (!is_utf8(text)) throw Error("a text that is no UTF-8");
    return std::string(text);
  }
  std::string json_line() {
    const std::string_view text = in_.text();
    if (!is_utf8(text)) throw Error("JSON that is no UTF-8");
    const bool framed = text.size() >= 2 && text.front() == '{' && text.back() == '}';
    const bool one_line = std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
    if (!framed || !one_line) throw Error("JSON that is no object on one line");
    return std::string(text);
  }
  std::optional<double> confidence() {
    const auto present = in_.number<std::uint8_t>();
    const auto value = in_.number<double>();
    if (present == 0) return std::nullopt;
    if (!(value >= 0 && value <= 1)) throw Error("a confidence beyond 0 to 1");
    return value;
  }
  std::chrono::milliseconds time() {
    const auto milliseconds = in_.number<std::int64_t>();
    if (milliseconds < 0 || milliseconds > longest_time) throw Error("a time beyond a day");
    return std::chrono::milliseconds(milliseconds);
  }

  ArticleRecord article() {
    ArticleRecord article;
    for (std::string* text : {&article.url, &article.canonical_url, &article.title, &article.published,
                              &article.modified, &article.language, &article.site_name, &article.section,
                              &article.kind, &article.completeness, &article.syndicated_from}) {
      *text = valid_text();
    }
    article.json = json_line();
    list(article.authors, limits_.authors - authors_, text_size, [this] { return valid_text(); });
    authors_ += article.authors.size();
    article.words = in_.number<std::uint32_t>();
    list(article.fingerprint, limits_.fingerprint, sizeof(std::uint32_t),
         [this] { return in_.number<std::uint32_t>(); });
    return article;
  }
  LinkRecord link() {
    LinkRecord link;
    for (std::string* text : {&link.url, &link.canonical_url, &link.title, &link.relation, &link.published}) {
      *text = valid_text();
    }
    return link;
  }
  LedgerRecord ledger() {
    LedgerRecord record;
    record.kind = valid_text();
    record.rule = valid_text();
    record.removals = in_.number<std::uint32_t>();
    record.text_bytes = in_.number<std::uint64_t>();
    return record;
  }

  template <typename Member, typename Read>
  void list(std::vector<Member>& members, std::size_t most, std::size_t least_bytes_of_one, Read read) {
    const std::size_t count = in_.count(most, least_bytes_of_one);
    members.reserve(count);
    for (std::size_t i = 0; i < count; ++i) members.push_back(read());
  }

  ByteReader in_;
  const PageResultLimits& limits_;
  std::size_t authors_ = 0;
};

}  // namespace

std::string encode_page_result(const PageResult& result, const PageResultLimits& limits) {
  return Encoder(limits).encode(result);
}

PageResult decode_page_result(std::string_view bytes, const PageResultLimits& limits) {
  if (bytes.size() > limits.bytes) throw Error("a result of " + std::to_string(bytes.size()) + " bytes");
  return Decoder(bytes, limits).decode();
}

}  // namespace pith
