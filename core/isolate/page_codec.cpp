#include "core/isolate/page_codec.hpp"

#include <cstddef>

#include "core/isolate/byte_codec.hpp"

namespace pith {
namespace {

constexpr std::size_t most_headers = 1'000'000;
constexpr std::size_t least_bytes_of_header = 2 * sizeof(std::uint32_t);

}  // namespace

std::string encode_page_front(const Page& page) {
  ByteWriter writer;
  writer.text(page.url);
  writer.text(page.final_url);
  writer.number<std::int32_t>(page.status);
  writer.text(page.fetched_at);
  writer.number(static_cast<std::uint32_t>(page.headers.size()));
  for (const auto& [name, value] : page.headers) {
    writer.text(name);
    writer.text(value);
  }
  writer.number<std::uint64_t>(page.bytes.size());
  return writer.take();
}

PageFront decode_page_front(std::string_view bytes) {
  ByteReader reader(bytes);
  PageFront front;
  front.page.url = reader.text();
  front.page.final_url = reader.text();
  front.page.status = reader.number<std::int32_t>();
  front.page.fetched_at = reader.text();
  const std::size_t headers = reader.count(most_headers, least_bytes_of_header);
  front.page.headers.reserve(headers);
  for (std::size_t i = 0; i < headers; ++i) {
    const std::string_view name = reader.text();
    front.page.headers.emplace_back(name, reader.text());
  }
  front.bytes = reader.number<std::uint64_t>();
  reader.end();
  return front;
}

}  // namespace pith
