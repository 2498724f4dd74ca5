#pragma once

#include <cstddef>
#include <string>

namespace pith {

/// The bytes of a file, decompressed if its contents are gzip (whatever its name), no more than `limit` of
/// them. Throws Error with the path as the place: it does not exist, is a folder, may not be read, is
/// damaged.
std::string read_file(const std::string& path, std::size_t limit);

/// The same of a file on a disk: for paths out of data, where a FIFO or a device that nobody feeds would be
/// waited for without an end. Throws Error if it is anything else.
std::string read_regular_file(const std::string& path, std::size_t limit);

/// What read_file() reads, from an open file descriptor up to its end; `where` names it in errors.
std::string read_descriptor(int descriptor, std::size_t limit, const std::string& where);

}  // namespace pith
