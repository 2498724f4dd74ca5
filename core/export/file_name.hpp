#pragma once

#include <string>
#include <string_view>

#include "pith/article.hpp"

namespace pith {

/// A host as the name of a folder that every file system takes: small letters, digits, '.', '-' and '_'. Not
/// "." or "..", nothing hidden, none of the names that Windows keeps for devices ("con.example" begins with
/// one there), 100 bytes at most. "local" of an empty one. Two hosts may share a folder.
std::string host_folder(std::string_view host);

/// The title as part of a file's name: letters, digits and marks of every script, in small letters and in
/// normal form C (Unicode Standard Annex 15), '-' in place of everything else; 60 bytes at most, cut between
/// words where there is one to cut at. "untitled" if nothing is left.
std::string slug_of(std::string_view title);

/// "2025-08-01-ships-wait-off-the-coast-4q8yz1m7k2ca.md": the day it was published, or "undated", the slug,
/// and what makes it the only one of that name, also where capitals do not count. 87 bytes at most.
std::string article_file_name(const Article& article, const std::string& short_name);

}  // namespace pith
