#include "core/archive/plain_stream.hpp"

namespace pith {

std::optional<ArchivePiece> PlainStream::next() {
  input_.consume(given_);
  given_ = 0;
  if (!input_.fill(1)) return std::nullopt;
  given_ = input_.window().size();
  return ArchivePiece{ArchivePiece::Kind::bytes, input_.window(), {0, input_.offset()}};
}

bool PlainStream::seek(const ArchivePlace& place) {
  given_ = 0;
  return place.segment == 0 && input_.seek(place.inside);
}

}  // namespace pith
