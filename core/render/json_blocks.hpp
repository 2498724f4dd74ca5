#pragma once

#include <cstdint>
#include <vector>

#include "core/render/json_writer.hpp"
#include "pith/block.hpp"

namespace pith {

/// Writes the blocks of a body: of each its type and the members that mean something for that type.
/// Recursion ends at Limits::block_depth; what is deeper becomes a paragraph of its text.
template <typename Writer>
class JsonBlocks {
 public:
  explicit JsonBlocks(JsonWriter<Writer>& json) : json_(json) {}
  void write(const std::vector<Block>& blocks);

 private:
  void write(const Block& block);
  void write_members(const Block& block);
  void write_list(const Block& block);
  void write_table(const Block& block);
  void write_figure(const Block& block);
  void write_text(const std::vector<Span>& spans);
  void write_span(const Span& span);

  JsonWriter<Writer>& json_;
  std::uint32_t depth_ = 0;
};

extern template class JsonBlocks<CompactJson>;
extern template class JsonBlocks<PrettyJson>;

}  // namespace pith
