#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pith/extraction.hpp"

namespace feeds {

/// A sound, a film or another file that an entry carries.
struct Attachment {
  std::string url;
  std::string media_type;
};

/// One entry as its feed gives it, whatever the format.
struct Entry {
  std::string title;
  std::string url;
  /// What references in the summary and the content are relative to; empty: the feed's address.
  std::string base;
  std::vector<std::string> authors;
  /// HTML or plain text; the body reader tells them apart by their tags.
  std::string summary;
  std::string content;
  std::optional<pith::DateTime> published;
  std::optional<pith::DateTime> modified;
  std::vector<std::string> categories;
  std::string publisher;
  std::string language;
  std::string licence;
  std::optional<pith::Image> image;
  std::vector<Attachment> attachments;
};

struct Feed {
  /// "RSS 2.0", "RSS 1.0", "Atom", "JSON Feed".
  std::string format;
  pith::Channel channel;
  std::vector<Entry> entries;
};

}  // namespace feeds
