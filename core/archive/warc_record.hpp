#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/archive/archive_stream.hpp"
#include "core/archive/named_fields.hpp"

namespace pith {

/// One record of a WARC file (ISO 28500:2017): named fields and a block of bytes.
struct WarcRecord {
  NamedFields fields;
  std::uint64_t length = 0;  ///< Content-Length: bytes of the block
  std::string block;         ///< no more of it than the reader was told to keep
  ArchivePlace place;        ///< where it begins

  /// The value of a field, names compared without case; empty if absent.
  std::string_view field(std::string_view name) const;
  /// WARC-Type in lower case: "response", "resource", "revisit" ...
  std::string type() const;
  /// WARC-Target-URI, also where old programs (wget before 1.21 among them) wrote it in angle brackets.
  std::string_view target() const;
  bool is_cut() const noexcept { return block.size() < length; }
};

/// Reads the lines before the block: the version ("WARC/1.1") and the fields. Lines may end without CR and
/// may be folded, as those of mail. Nothing if they are not those of a record or have no usable length.
std::optional<WarcRecord> read_warc_header(std::string_view lines);

/// Whether a record begins with these bytes: "WARC/", a version, and the end of a line.
bool begins_warc_record(std::string_view bytes) noexcept;

/// How many bytes begins_warc_record() needs to see of any version there is.
inline constexpr std::size_t warc_version_length = 12;

}  // namespace pith
