#include "pith/body_reader.hpp"

#include <charconv>

#include "body/block_builder.hpp"
#include "body/code_reader.hpp"
#include "body/element_kinds.hpp"
#include "body/embed_reader.hpp"
#include "body/generic_cuts.hpp"
#include "body/math_line.hpp"
#include "body/math_reader.hpp"
#include "body/picture_reader.hpp"
#include "body/table_shape.hpp"
#include "content/text_measure.hpp"
#include "metadata/heading_text.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// How many rows may pass between two looks at the clock.
constexpr std::uint32_t rows_per_clock = 4096;

int number_of(std::string_view text, int fallback, int least, int most) {
  int value = fallback;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value < least || value > most ? fallback : value;
}

bool names_credit(std::string_view classes) {
  const std::string lower = lower_ascii(classes);
  for (const char* word : {"credit", "copyright", "photographer", "image-source", "attribution"}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

/// One walk over the rows of a body.
class BodyWalk {
 public:
  BodyWalk(PageContext& context, const BodyOptions& options) : context_(context), options_(options) {}

  void read(Node root) {
    root_ = root;
    std::uint32_t until_clock = rows_per_clock;
    for (Node at = root; at && at.row() < root.end_row();) {
      if (--until_clock == 0) {
        context_.check_time();
        until_clock = rows_per_clock;
      }
      close_ended(at.row());
      at = step(at);
    }
    close_ended(root.end_row());
    builder_.border();
  }

  std::vector<Block> finish() { return builder_.finish(); }

 private:
  enum class Ending { style, border, frame };
  struct Open {
    std::uint32_t end;
    Ending ending;
    Span style;
    /// Put behind it.
    std::optional<Block> after{};
  };

  void close_ended(std::uint32_t row) {
    while (!open_.empty() && open_.back().end <= row) {
      switch (open_.back().ending) {
        case Ending::style:
          style_ = std::move(open_.back().style);
          break;
        case Ending::border:
          builder_.border();
          break;
        case Ending::frame:
          builder_.close();
          if (open_.back().after) builder_.add(std::move(*open_.back().after));
          break;
      }
      open_.pop_back();
      line_breaks_ = 0;
    }
  }

  /// Takes one row in; gives the next.
  Node step(Node at) {
    if (context_.ledger().is_cut(at)) return at.after();
    if (at.is_text()) {
      read_text(at);
      return at.following();
    }
    if (!at.is_element()) return at.following();
    if (at.is(Tag::svg)) return at.after();
    if (const std::optional<MathSource> math = read_math(at)) return formula(at, *math);
    if (at.is(Tag::noscript) && stands_for_picture(at)) return at.following();
    if (is_unseen_tag(at.tag()) && context_.measure().is_unseen(at)) return at.after();
    if (at != root_ && leave_out(at)) return at.after();
    return open_element(at);
  }

  bool leave_out(Node at) {
    if (context_.ledger().is_kept(at)) return false;
    if (context_.measure().is_unseen(at)) return true;
    if (!options_.generic_cuts) return false;
    const std::optional<GenericCut> cut = generic_cut(at, root_, context_);
    if (cut) context_.ledger().cut(at, cut->kind, cut->rule);
    return cut.has_value();
  }

  void read_text(Node at) {
    if (!trim(at.data()).empty()) line_breaks_ = 0;
    builder_.add_text(at.data(), style_, at.source());
  }

  Node open_element(Node at) {
    switch (at.tag()) {
      case Tag::br:
        return line_break(at);
      case Tag::hr: {
        Block divider;
        divider.type = BlockType::divider;
        divider.source = at.source();
        builder_.add(std::move(divider));
        return at.after();
      }
      case Tag::img:
        return picture(at);
      case Tag::rt:
        return reading(at);
      case Tag::iframe:
      case Tag::video:
      case Tag::audio:
      case Tag::embed:
      case Tag::object:
        return embed(at);
      case Tag::pre:
      case Tag::listing:
        return code(at);
      case Tag::ul:
      case Tag::ol:
      case Tag::dir:
        return list(at);
      case Tag::li:
        return item(at);
      case Tag::blockquote:
        return quote(at);
      case Tag::figure:
        return figure(at);
      case Tag::table:
        return table(at);
      case Tag::tr:
      case Tag::td:
      case Tag::th:
      case Tag::caption:
        return table_part(at);
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
      case Tag::h4:
      case Tag::h5:
      case Tag::h6: {
        Block heading = typed(BlockType::heading, at);
        heading.level = heading_level(at.tag());
        return frame(at, Gathering::heading, std::move(heading));
      }
      default:
        return plain(at);
    }
  }

  static Block typed(BlockType type, Node at) {
    Block block;
    block.type = type;
    block.source = at.source();
    return block;
  }

  Node frame(Node at, Gathering what, Block block) {
    const bool nesting = what == Gathering::quote || what == Gathering::list || what == Gathering::item;
    if (nesting && builder_.depth() >= context_.limits().block_depth) return bordered(at);
    builder_.open(what, std::move(block));
    open_.push_back({at.end_row(), Ending::frame, {}});
    return at.following();
  }

  Node bordered(Node at) {
    builder_.border();
    open_.push_back({at.end_row(), Ending::border, {}});
    return at.following();
  }

  Node plain(Node at) {
    if (at.name() == "amp-img" || at.name() == "amp-anim") return picture(at);
    const bool drawn = at.name() == "mjx-math" && at.next_element();
    if (drawn || at.name().starts_with("annotation") || is_rendered_math(at)) return at.after();
    if (at.tag() == Tag::other || at.is(Tag::div)) {
      if (std::optional<Block> block = read_custom_embed(at, context_)) {
        builder_.add(std::move(*block));
        return at.after();
      }
    }
    if (at.is(Tag::math)) {
      const std::string line = math_line(at);
      builder_.add_text(line, style_, at.source());
      return line.empty() ? at.following() : at.after();
    }
    if (at.is(Tag::a) && leads_back(at)) {
      context_.ledger().cut(at, Boilerplate::citation_mark, "generic link back");
      return at.after();
    }
    if (builder_.current() == Gathering::heading && metadata::is_permalink(at)) {
      context_.ledger().cut(at, Boilerplate::navigation, "generic link of a heading to itself");
      return at.after();
    }
    if (at.is(Tag::div) && at.has_class("wp-caption"))
      return frame(at, Gathering::figure, typed(BlockType::figure, at));
    if (builder_.current() == Gathering::figure && names_credit(at.attribute("class"))) {
      return frame(at, Gathering::credit, Block{});
    }
    if (is_block(at)) return bordered(at);
    Span style = style_;
    if (!inline_style(at, style)) return at.following();
    open_.push_back({at.end_row(), Ending::style, std::exchange(style_, std::move(style))});
    return at.following();
  }

  /// Changes `style` as the element says; false if it says nothing.
  bool inline_style(Node at, Span& style) {
    switch (at.tag()) {
      case Tag::a: {
        std::string url = context_.resolve(at.attribute("href"));
        if (!is_web_url(url) && !url.starts_with("mailto:")) return false;
        style.href = std::move(url);
        return true;
      }
      case Tag::em:
      case Tag::i:
      case Tag::cite:
      case Tag::dfn:
      case Tag::var:
        style.emphasis = true;
        return true;
      case Tag::strong:
      case Tag::b:
        style.strong = true;
        return true;
      case Tag::code:
      case Tag::kbd:
      case Tag::samp:
      case Tag::tt:
        style.code = true;
        return true;
      case Tag::sup:
        style.superscript = true;
        return true;
      case Tag::sub:
        style.subscript = true;
        return true;
      default:
        return false;
    }
  }

  /// One `br` is white space, two in a row end the paragraph.
  Node line_break(Node at) {
    builder_.add_text(" ", style_, at.source());
    if (++line_breaks_ >= 2) builder_.border();
    return at.after();
  }

  Node picture(Node at) {
    if (std::optional<Image> image = read_picture(at, context_)) {
      builder_.add_picture(std::move(*image), at.source());
    }
    return at.after();
  }

  Node embed(Node at) {
    if (std::optional<Block> block = read_embed(at, context_)) {
      builder_.add(std::move(*block));
    } else if (!at.is(Tag::object)) {
      context_.ledger().cut(at, Boilerplate::widget, "generic <" + std::string(at.name()) + ">");
    } else {
      return plain(at);
    }
    return at.after();
  }

  Node code(Node at) {
    if (std::optional<Block> block = read_code(at, context_)) builder_.add(std::move(*block));
    return at.after();
  }

  /// In the line as code, for it is source; alone as a block of code in TeX.
  Node formula(Node at, const MathSource& math) {
    if (!math.display) {
      Span style = style_;
      style.code = true;
      builder_.add_text(math.tex, style, at.source());
      return at.after();
    }
    Block block = typed(BlockType::code, at);
    block.label = "tex";
    block.spans.push_back({.text = math.tex});
    builder_.add(std::move(block));
    return at.after();
  }

  /// The reading of ruby (HTML standard, section 4.5.12) in the parentheses that it has where ruby cannot be
  /// shown: the page's own (`rp`), else such as the language uses.
  Node reading(Node at) {
    const std::string text = collapse_space(at.text_content());
    const Node before = at.previous_element();
    if (text.empty()) return at.after();
    if (before.is(Tag::rp)) return at.following();
    const bool wide = static_cast<unsigned char>(text.front()) >= 0xE3;
    builder_.add_text((wide ? "（" : "(") + text + (wide ? "）" : ")"), style_, at.source());
    return at.after();
  }

  /// "↩" behind a footnote.
  static bool leads_back(Node link) {
    if (!link.attribute("href").starts_with('#') || link.end_row() - link.row() > 4) return false;
    const std::string text = link.text_content();
    const std::string_view sign = trim(text);
    return sign == "↩" || sign == "↩︎" || sign == "↩\uFE0E" || sign == "↑" || sign == "⏎" ||
           sign == "^" || sign == "⤴";
  }

  /// A picture for those without scripts, where the one for scripts does not say its address.
  bool stands_for_picture(Node noscript) {
    if (context_.ledger().is_cut(noscript)) return false;
    const Node before = noscript.previous_element();
    const bool placeholder = before.is(Tag::img) && !read_picture(before, context_);
    return placeholder || (!before && noscript.parent().is(Tag::figure));
  }

  Node quote(Node at) {
    std::optional<QuotedPost> post = read_quoted_post(at, context_);
    if (!post) return frame(at, Gathering::quote, typed(BlockType::quote, at));
    if (!post->has_text) {
      builder_.add(std::move(post->embed));
      return at.after();
    }
    const Node next = frame(at, Gathering::quote, typed(BlockType::quote, at));
    open_.back().after = std::move(post->embed);
    return next;
  }

  Node list(Node at) {
    Block block = typed(BlockType::list, at);
    block.ordered = at.is(Tag::ol);
    block.start = number_of(at.attribute("start"), 1, 0, 999'999'999);
    return frame(at, Gathering::list, std::move(block));
  }

  Node item(Node at) {
    if (builder_.current() != Gathering::list) return bordered(at);
    return frame(at, Gathering::item, Block{});
  }

  Node figure(Node at) {
    return frames_something(at) ? bordered(at) : frame(at, Gathering::figure, typed(BlockType::figure, at));
  }

  /// A figure around a table, code, a quote, an embed or paragraphs is only their frame.
  static bool frames_something(Node figure) {
    std::uint32_t caption_until = 0;
    for (Node at = figure.following(); at && at.row() < figure.end_row(); at = at.following()) {
      switch (at.tag()) {
        case Tag::figcaption:
          caption_until = at.end_row();
          break;
        case Tag::p:
          if (at.row() >= caption_until) return true;
          break;
        case Tag::table:
        case Tag::pre:
        case Tag::blockquote:
        case Tag::iframe:
        case Tag::video:
        case Tag::audio:
        case Tag::figure:
          return true;
        default:
          break;
      }
    }
    return false;
  }

  Node table(Node at) {
    if (!is_data_table(at)) return bordered(at);
    return frame(at, Gathering::table, typed(BlockType::table, at));
  }

  Node table_part(Node at) {
    const Gathering current = builder_.current();
    if (at.is(Tag::tr) && current == Gathering::table) return frame(at, Gathering::row, Block{});
    if (at.is(Tag::caption) && current == Gathering::table) return frame(at, Gathering::caption, Block{});
    if (!at.is(Tag::tr) && !at.is(Tag::caption) && current == Gathering::row) {
      Block holder;
      TableCell cell;
      cell.header = at.is(Tag::th);
      cell.columns = number_of(at.attribute("colspan"), 1, 1, 1000);
      cell.rows = number_of(at.attribute("rowspan"), 1, 1, 65534);
      holder.rows.push_back({{std::move(cell)}});
      return frame(at, Gathering::cell, std::move(holder));
    }
    return bordered(at);
  }

  PageContext& context_;
  const BodyOptions& options_;
  Node root_;
  BlockBuilder builder_;
  std::vector<Open> open_;
  Span style_;
  int line_breaks_ = 0;
};

}  // namespace

std::vector<Block> read_body(const std::vector<Node>& roots, PageContext& context,
                             const BodyOptions& options) {
  BodyWalk walk(context, options);
  std::uint32_t read_until = 0;
  for (const Node root : roots) {
    // A root inside another one has been read with it.
    if (!root || root.row() < read_until) continue;
    walk.read(root);
    read_until = root.end_row();
  }
  return walk.finish();
}

std::vector<Block> read_body(Node root, PageContext& context, const BodyOptions& options) {
  return read_body(std::vector<Node>{root}, context, options);
}

}  // namespace pith
