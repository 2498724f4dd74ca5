#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metadata/candidate.hpp"
#include "pith/document.hpp"

namespace pith::metadata {

/// Reads what stands in the elements of a page: meta, link, title, h1, time, microdata. One pass over
/// the rows, in which most rows cost one comparison of a tag.
class MarkupReader {
 public:
  MarkupReader(const Document& document, std::string_view page_url, Candidates& candidates);

  void read();

  /// Name (meta_key) and content of every meta element, in document order.
  std::vector<std::pair<std::string, std::string>> metas;
  /// The scripts with JSON-LD, as they stand in the page.
  std::vector<std::string_view> json_ld;
  /// What references are resolved against: the page's URL or its `<base href>`.
  std::string base;
  /// Pictures of which the page gives the size.
  std::vector<Image> sized_images;

 private:
  struct Scope {
    std::uint32_t end;
    std::string type;
    Field role;
  };
  struct Moment {
    Node node;
    bool marked;
  };

  void read_element(Node node);
  void read_meta(Node node);
  void read_link(Node node);
  void read_property(Node node);
  void read_property_value(Node node, Field field, std::string_view name);
  void add_meta(std::string key, std::string_view content);
  void add_headings();
  void add_times();
  void add_byline();
  void add_labelled_author();
  void add_visible_names(Node byline, const std::string& text);
  void find_headline();
  bool is_masthead(Node heading) const;
  Node find_titled_second_heading() const;
  void add_url(Field field, int trust, std::string_view reference, std::string origin);

  const Document& document_;
  Candidates& candidates_;
  bool has_properties_;
  std::vector<Scope> scopes_;
  std::vector<Node> headings_;
  std::vector<Moment> times_;
  std::vector<Node> second_headings_;  ///< one of the h2 is the headline where no h1 is
  Node title_;
  // Known when all has been read:
  std::string title_key_;       ///< comparison_key() of the title element
  Node titled_second_heading_;  ///< the h2 that the title element begins with
  Node headline_;
};

}  // namespace pith::metadata
