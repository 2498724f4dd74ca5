#include "core/archive/warc_pages.hpp"

#include <utility>
#include <vector>

#include "core/archive/content_decoding.hpp"
#include "core/archive/http_response.hpp"
#include "core/archive/page_type.hpp"
#include "core/archive/payload_digest.hpp"
#include "core/sitemap/sitemap.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// What is kept of a block besides the longest body: the lines of HTTP before it, and the lines between
/// chunks.
constexpr std::size_t room_for_headers = std::size_t{1} << 20;

std::string text_of(const ArchivePlace& place, bool compressed) {
  if (!compressed) return std::to_string(place.inside);
  return std::to_string(place.segment) + (place.inside > 0 ? "+" + std::to_string(place.inside) : "");
}

void tell(std::vector<std::string>& parts, std::uint64_t count, const char* one, const char* many) {
  if (count > 0) parts.push_back(std::to_string(count) + ' ' + (count == 1 ? one : many));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

std::string WarcCounts::text() const {
  std::vector<std::string> passed;
  tell(passed, other_types, "file that is no page", "files that are no pages");
  tell(passed, redirects, "redirect", "redirects");
  tell(passed, errors, "HTTP error", "HTTP errors");
  tell(passed, revisits, "revisit", "revisits");
  tell(passed, other_records, "other record", "other records");
  std::string text = joined(passed);
  if (!text.empty()) text += " passed over";
  std::vector<std::string> odd;
  tell(odd, broken_bodies, "page breaks off in its HTTP encoding", "pages break off in their HTTP encoding");
  for (const auto& part : odd) text += (text.empty() ? "" : "; ") + part;
  return text;
}

std::string WarcCounts::damage() const {
  std::vector<std::string> parts;
  tell(parts, other_digests, "page has another digest than its record says",
       "pages have other digests than their records say");
  return joined(parts);
}

WarcPages::WarcPages(std::unique_ptr<ArchiveStream> stream, const Limits& limits)
    : limits_(limits), reader_(std::move(stream), limits.bytes + room_for_headers) {}

std::optional<ArchivedPage> WarcPages::next() {
  while (auto record = reader_.next()) {
    if (auto page = page_of(*record)) return page;
  }
  return std::nullopt;
}

std::optional<ArchivedPage> WarcPages::page_of(WarcRecord& record) {
  const std::string type = record.type();
  if (type == "continuation" || !record.field("WARC-Segment-Number").empty())
    return without_page(record, "a record in segments, which are not put together");
  if (type == "response") return page_of_response(record);
  if (type == "resource") return page_of_resource(record);
  ++(type == "revisit" ? counts_.revisits : counts_.other_records);
  return std::nullopt;
}

ArchivedPage WarcPages::archived(const WarcRecord& record) const {
  ArchivedPage found;
  std::string_view id = record.field("WARC-Record-ID");
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  found.id = id;
  found.place = record.place;
  found.where = text_of(record.place, stream().is_compressed());
  found.page.url = record.target();
  found.page.fetched_at = record.field("WARC-Date");
  return found;
}

bool WarcPages::is_wanted(int status) {
  if (status >= 200 && status < 300) return true;
  ++(status >= 300 && status < 400 ? counts_.redirects : counts_.errors);
  return false;
}

std::optional<ArchivedPage> WarcPages::page_of_response(WarcRecord& record) {
  const std::string type = lower_ascii(record.field("Content-Type"));
  if (!type.starts_with("application/http") && !record.block.starts_with("HTTP/")) {
    ++counts_.other_records;  // DNS, FTP, what else crawlers ask
    return std::nullopt;
  }
  const auto response = read_http_response(record.block);
  if (!response) return without_page(record, "no HTTP response in it");
  if (!is_wanted(response->status)) return std::nullopt;

  DecodedBody body = decode_body(response->headers, response->body, limits_.bytes + 1);
  if (!is_page(field_of(response->headers, "Content-Type"), body.bytes)) {
    ++counts_.other_types;
    return std::nullopt;
  }
  ArchivedPage found = archived(record);
  found.page.status = response->status;
  found.page.headers = response->headers;
  found.page.bytes = std::move(body.bytes);
  if (looks_like_sitemap(found.page)) {
    ++counts_.other_types;
    return std::nullopt;
  }
  check_digest(record, response->body, found.page.bytes);
  if (body.broken && !record.is_cut()) ++counts_.broken_bodies;
  ++counts_.pages;
  return found;
}

std::optional<ArchivedPage> WarcPages::page_of_resource(WarcRecord& record) {
  const std::string_view type = record.field("Content-Type");
  if (!is_page(type, record.block)) {
    ++counts_.other_types;
    return std::nullopt;
  }
  check_digest(record, record.block, record.block);
  ++counts_.pages;
  ArchivedPage found = archived(record);
  if (!type.empty()) found.page.headers.emplace_back("Content-Type", type);
  found.page.bytes = std::move(record.block);
  if (found.page.bytes.size() > limits_.bytes) found.page.bytes.resize(limits_.bytes + 1);
  return found;
}

ArchivedPage WarcPages::without_page(const WarcRecord& record, std::string why) {
  ++counts_.unreadable;
  ArchivedPage found = archived(record);
  found.error = std::move(why);
  return found;
}

/// Programs differ in whether the digest is of the body as it was sent or without its chunks.
void WarcPages::check_digest(const WarcRecord& record, std::string_view payload, std::string_view decoded) {
  const std::string_view digest = record.field("WARC-Payload-Digest");
  if (digest.empty() || record.is_cut() || decoded.size() > limits_.bytes) return;
  for (const std::string_view bytes : {payload, decoded}) {
    if (has_digest(bytes, digest).value_or(true)) return;
  }
  if (has_digest(without_chunks(payload, payload.size()).bytes, digest).value_or(true)) return;
  ++counts_.other_digests;
}

std::string WarcPages::problem() const {
  const WarcLoss& loss = reader_.loss();
  if (!reader_.any()) return stream().bytes_read() == 0 ? "is empty" : "holds no WARC record";
  if (loss.records == 0) return loss.breaks_off ? "breaks off behind its last record" : "";
  std::string text = std::to_string(loss.records) + (loss.records == 1 ? " record" : " records") +
                     " lost in damaged places (" + std::to_string(loss.bytes) + " bytes)";
  if (loss.breaks_off) text += "; it breaks off in the last one";
  return text;
}

}  // namespace pith
