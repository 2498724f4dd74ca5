#pragma once

#include <string>
#include <vector>

#include "pith/article.hpp"
#include "pith/extraction.hpp"

namespace pith {

/// HTML that is safe to put into any page: nothing in it but elements and attributes written here, no
/// class, id, style, script or event attribute; every text and attribute value escaped; links and
/// pictures only of schemes that cannot run anything (safe_url). Elements: article header h1-h6 p time
/// ul ol li blockquote figure img figcaption table tr th td pre code hr a em strong sup sub br.
/// Well-formed as XML too.

struct HtmlOptions {
  /// Pictures have `loading="lazy"`: a browser fetches them when a reader comes near.
  bool lazy_pictures = false;
};

/// The blocks of a body alone, without an element around them.
std::string render_html(const std::vector<Block>& body, const HtmlOptions& options = {});

/// `<article>` with title, byline and body; `lang` and `dir` where the language is known.
std::string render_html(const Article& article, const HtmlOptions& options = {});

/// One `<article>` after another; of a feed or an index without articles its links.
std::string render_html(const Extraction& extraction);

/// The same as a document of its own, UTF-8.
std::string render_html_document(const Extraction& extraction);

}  // namespace pith
