#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "metadata/candidate.hpp"
#include "pith/json.hpp"

namespace pith::metadata {

/// Reads schema.org data out of JSON-LD: finds every typed node in the documents, chooses the one that
/// is the page's article, and takes the values from it. Nodes of other articles (lists of related ones)
/// are passed over; those about the page or its site are taken at less trust.
class JsonLdReader {
 public:
  /// `addresses` are the page's own URLs, by which its node is told from others.
  JsonLdReader(std::string base, const std::vector<std::string>& addresses, Candidates& candidates);

  void read(const std::vector<JsonDocument>& documents);

  std::optional<bool> is_accessible_for_free;
  std::vector<std::string> paywalled_parts;
  std::vector<Image> sized_images;

 private:
  enum class Place { top, main, aside };
  struct TypedNode {
    JsonValue value;
    std::string_view type;
    Place place;
    int score;
  };

  void collect(JsonValue root);
  void weigh(TypedNode& node) const;
  bool is_here(JsonValue node, bool& elsewhere) const;
  JsonValue referred(JsonValue value) const;

  void read_article(const TypedNode& node, int trust);
  void read_parts(const TypedNode& node, int trust);
  void read_page(const TypedNode& node);
  void read_authors(JsonValue authors, int trust, const std::string& origin);
  void read_images(JsonValue images, int trust, const std::string& origin);
  void read_list(Field field, JsonValue value, int trust, const std::string& origin);
  void read_access(JsonValue node);

  std::string base_;
  std::vector<std::string> addresses_;
  Candidates& candidates_;
  std::vector<TypedNode> nodes_;
  /// Nodes by @id, for references within a graph.
  std::unordered_map<std::string_view, JsonValue> by_id_;
};

/// The part of a URL by which two addresses of one page agree: host and path without "www." and the
/// slash at the end.
std::string address_key(std::string_view url);

}  // namespace pith::metadata
