#include "hostile_pages.hpp"

#include <string_view>

namespace pith {
namespace {

using Make = std::function<std::string(std::size_t)>;

std::string fill(std::string_view unit, std::size_t bytes) {
  std::string page;
  page.reserve(bytes + unit.size());
  while (page.size() < bytes) page += unit;
  return page;
}

Make repeat(std::string unit) {
  return [unit](std::size_t bytes) { return fill(unit, bytes); };
}

Make around(std::string before, std::string unit, std::string after = {}) {
  return [=](std::size_t bytes) { return before + fill(unit, bytes) + after; };
}

// Every '#' becomes a number that does not come twice.
Make numbered(std::string before, std::string unit, std::string after = {}) {
  return [=](std::size_t bytes) {
    std::string page = before;
    for (std::size_t number = 0; page.size() < bytes; ++number) {
      for (const char c : unit) {
        if (c == '#') {
          page += std::to_string(number);
        } else {
          page += c;
        }
      }
    }
    return page + after;
  };
}

Make balanced(std::string open, std::string close) {
  return [=](std::size_t bytes) {
    const std::size_t times = bytes / (open.size() + close.size()) + 1;
    return fill(open, times * open.size()) + "x" + fill(close, times * close.size());
  };
}

std::string noise(std::size_t bytes) {
  std::string page;
  std::uint32_t state = 12345;
  while (page.size() < bytes) {
    state = state * 1664525U + 1013904223U;
    page += static_cast<char>(state >> 24);
  }
  return page;
}

std::string markup_noise(std::size_t bytes) {
  constexpr std::string_view pieces[] = {
      "<",    ">",      "/",    "div",   "table", "b",       " ",    "=",  "\"",  "'",
      "!--",  "-->",    "svg",  "title", "style", "script",  "</",   "<p", "<a>", "&",
      "<td>", "select", "math", "mi",    "form",  "[CDATA[", "]]>",  "\0", "x",   "<i>",
      "</b>", "<tr>",   "</a>", "<li>",  "\n",    "<b>",     "</p>", "-",  "!",   "<h1>"};
  std::string page;
  std::uint32_t state = 99;
  while (page.size() < bytes) {
    state = state * 1664525U + 1013904223U;
    page += pieces[(state >> 16) % std::size(pieces)];
  }
  return page;
}

}  // namespace

const std::vector<HostilePage>& hostile_pages() {
  static const std::vector<HostilePage> pages = {
      // Depth.
      {"nested div", repeat("<div>")},
      {"nested div, closed", balanced("<div>", "</div>")},
      {"nested span", repeat("<span>")},
      {"nested span, closed", balanced("<span>", "</span>")},
      {"nested unknown elements", repeat("<x-y>")},
      {"nested ul li", repeat("<ul><li>")},
      {"nested blockquote", repeat("<blockquote>")},
      {"nested section with text", repeat("<section>x")},
      {"nested dl dd", repeat("<dl><dd>")},
      {"nested tables", repeat("<table><tr><td>")},
      {"nested tables, closed", balanced("<table><tr><td>", "</td></tr></table>")},
      {"nested captions", repeat("<table><caption>")},
      {"nested templates", repeat("<template>")},
      {"nested template rows", repeat("<template><tr><td>")},
      {"nested objects", repeat("<object>")},
      {"nested applets and marquees", repeat("<applet><marquee>")},
      {"nested buttons", repeat("<button><div>")},
      {"nested forms", repeat("<form><div>")},
      {"forms closed around open div", repeat("<form><div></form>")},
      {"nested fieldsets", repeat("<fieldset>")},
      {"nested framesets", repeat("<frameset>")},
      {"nested noscript", repeat("<noscript>")},
      {"nested noscript in head", around("<head>", "<noscript>")},
      {"nested svg", repeat("<svg>")},
      {"nested svg groups", around("<svg>", "<g>")},
      {"nested svg foreignObject", repeat("<svg><foreignObject>")},
      {"nested svg titles", repeat("<svg><title>")},
      {"nested math", repeat("<math>")},
      {"nested math mi", repeat("<math><mi>")},
      {"nested annotation-xml", repeat("<math><annotation-xml encoding=text/html>")},
      {"nested mglyph", around("<math><mi>", "<mglyph>")},
      {"rows inside svg in cells", repeat("<table><tr><td><svg><tr><td>")},
      {"div closed across a cell", repeat("<div><table><tr><td></div>")},
      {"paragraphs closed across buttons", repeat("<p><button></p>")},
      {"list items without lists", repeat("<li>")},
      {"list items around divs", repeat("<li><div>")},
      {"headings in headings", repeat("<h1><h2>")},
      {"headings around spans", repeat("<h1><span>")},
      {"definition terms", repeat("<dt><dd>")},
      {"options", repeat("<option>")},
      {"option groups", around("<select>", "<optgroup><option>")},
      {"ruby", repeat("<ruby><rt><rp>")},
      {"formulas in formulas", repeat("<span class=katex><math>a")},
      {"quotes in quotes of a thread",
       numbered("<body class=forum><div class=message-body><div class=bbWrapper>",
                "<blockquote>is # what you said? ")},
      {"headings of both ranks", numbered("<title>1 of 2 - 3</title>", "<h1>#</h1><h2>#</h2>")},
      {"posts in posts", repeat("<blockquote class=twitter-tweet><a href=/x>a</a>")},
      {"comments in comments", repeat("<div class=comment><cite>a</cite>b")},
      {"nested labels around inputs", repeat("<label><input>")},
      {"horizontal rules at depth", around(fill("<div>", 3000), "<hr>")},
      {"end tags at depth", around(fill("<div>", 3000), "</section>")},
      {"text in bold at depth", around(fill("<div>", 2500) + "<b>", "text ")},
      {"end tags of nothing", repeat("</div>")},
      {"end tags of formatting", repeat("</b></i></a>")},
      {"end tags of p and br", repeat("</p></br>")},
      {"paragraphs", repeat("<p>")},
      {"paragraphs with text", repeat("<p>x")},
      {"empty elements", repeat("<div></div>")},
      {"void elements", repeat("<br><img><wbr>")},
      // Formatting elements.
      {"nested bold", repeat("<b>")},
      {"nested bold, closed", balanced("<b>", "</b>")},
      {"bold italics in turns", repeat("<b><i>")},
      {"distinct fonts", numbered("", "<font size=#>")},
      {"distinct bold in paragraphs", numbered("", "<p><b id=#>")},
      {"distinct bold in paragraphs, text", numbered("", "<p><b id=#>x")},
      {"fonts reopened by every paragraph",
       [](std::size_t bytes) {
         return numbered("", "<font color=#>")(bytes / 2) + fill("<p>x</p>", bytes / 2);
       }},
      {"fonts reopened by every cell",
       [](std::size_t bytes) {
         return numbered("<table><td>", "<font color=#>")(bytes / 2) +
                fill("<p>x<table><td>y</table>", bytes / 2);
       }},
      {"bold with many attributes reopened",
       [](std::size_t bytes) {
         std::string page;
         for (int tag = 0; tag < 40; ++tag)
           page += numbered("<b t" + std::to_string(tag), " a#=v")(2000) + ">";
         return page + fill("<p>x</p>", bytes);
       }},
      {"links in links", numbered("", "<a href=#>")},
      {"links around divs", numbered("", "<a href=#><div>")},
      {"links around paragraphs, never closed", numbered("", "<p><a href=#>x")},
      {"nobr in nobr", repeat("<nobr>")},
      {"adoption agency", repeat("<b><p></b>")},
      {"adoption agency, deep", repeat("<a><div><b><p></a>")},
      {"adoption agency, all at once",
       [](std::size_t bytes) {
         return fill("<b><i><u><s>", bytes / 2) + "<p>" + fill("</b></i></u></s>", bytes / 2);
       }},
      {"adoption agency in tables", repeat("<table><b><tr></b>")},
      {"adoption agency around blocks", balanced("<b><div>", "</b></div>")},
      {"markers", repeat("<object><b></object>")},
      {"formatting in cells", repeat("<table><td><b><i>")},
      // Tables.
      {"foster parenting of elements", around("<table>", "<div></div>")},
      {"foster parenting of text", around("<table>", "x<tr>")},
      {"foster parenting of nested elements", around("<table>", "<div>")},
      {"foster parenting of formatting", around("<table>", "<b>x")},
      {"cells without rows", around("<table>", "<td>")},
      {"cells outside of tables", repeat("<td></td><tr>")},
      {"column groups", around("<table>", "<colgroup><col>")},
      {"bodies", around("<table>", "<tbody><tr>")},
      {"tables in tables without cells", repeat("<table><table>")},
      {"tables in rows", repeat("<table><tr>")},
      {"selects in tables", around("<table><td>", "<select><tr><td>")},
      {"selects", repeat("<select><select>")},
      {"divs in a select", around("<select>", "<div>")},
      {"inputs in a select", repeat("<select><input>")},
      {"hidden inputs in a table", around("<table>", "<input type=hidden>")},
      // Attributes and names.
      {"many attributes", numbered("<div", " a#", ">")},
      {"many attributes with values", numbered("<div", " a#='v'", ">")},
      {"the same attribute again and again", around("<div", " a", ">")},
      {"many attributes on many tags",
       [](std::size_t bytes) { return fill(numbered("<i", " a#")(3000) + ">", bytes); }},
      {"many attributes on svg tags",
       [](std::size_t bytes) { return "<svg>" + fill(numbered("<g", " a#")(3000) + "/>", bytes); }},
      {"many attributes on end tags", numbered("<div></div", " a#", ">")},
      {"html again and again", numbered("", "<html a#>")},
      {"body again and again", numbered("<body>", "<body a#>")},
      {"a giant attribute value", around("<div title='", "x", "'>")},
      {"a giant attribute value of entities", around("<div title='", "&amp;", "'>")},
      {"a giant attribute name", around("<div ", "x", ">")},
      {"a giant element name", around("<x", "x", ">")},
      {"many element names", numbered("", "<x#>")},
      {"a giant class list", numbered("<p class='", " c#", "'>")},
      {"many class lists", repeat("<p class='a b c d e f g h'>")},
      {"many ids", numbered("", "<p id=i#>")},
      {"an attribute without end", around("<div title='", "<p>x")},
      {"a tag without end", around("<div ", "a=b ")},
      {"slashes in a tag", around("<div ", "/", ">")},
      {"equal signs in a tag", around("<div ", "=", ">")},
      {"quotes in a tag", around("<div ", "\"'", ">")},
      // Characters.
      {"text", repeat("text ")},
      {"one long word", repeat("x")},
      {"white space", repeat(" \n")},
      {"line ends", repeat("\r")},
      {"ampersands", repeat("&")},
      {"entities", repeat("&notit;&eacute;")},
      {"numeric entities", repeat("&#x110000;&#0;&#128;")},
      {"a giant numeric entity", around("&#", "9", ";")},
      {"zero bytes", repeat(std::string(1, '\0'))},
      {"zero bytes in tags", repeat(std::string("<d\0v a\0=\0>", 10))},
      {"invalid UTF-8", repeat("\xC3\x28\xF0\x9F<p>\xFF")},
      {"truncated UTF-8", repeat("\xE2\x82")},
      {"UTF-16 little-endian", repeat(std::string("<\0p\0>\0", 6))},
      {"UTF-16 with byte order mark", around("\xFF\xFE", std::string("<\0p\0>\0", 6))},
      {"noise", noise},
      {"markup noise", markup_noise},
      // The tokenizer's corners.
      {"less-than signs", repeat("<")},
      {"less-than signs with space", repeat("< ")},
      {"end tag openings", repeat("</")},
      {"empty end tags", repeat("</>")},
      {"comment openings", repeat("<!--")},
      {"comments", repeat("<!---->")},
      {"comments with text", repeat("<!-- x -->")},
      {"a comment without end", around("<!--", "- x")},
      {"dashes in a comment", around("<!--", "-", ">")},
      {"bangs in a comment", around("<!--", "--!")},
      {"bogus comments", repeat("<!x><?y></ z>")},
      {"a bogus comment without end", around("<?", "x")},
      {"document types", repeat("<!DOCTYPE html>")},
      {"a giant document type", around("<!DOCTYPE ", "x ", ">")},
      {"CDATA in HTML", repeat("<![CDATA[x]]>")},
      {"CDATA in svg", around("<svg>", "<![CDATA[<p>]]>")},
      {"CDATA without end", around("<svg><![CDATA[", "]] x")},
      {"scripts", repeat("<script></script>")},
      {"script openings", repeat("<script>")},
      {"a script without end", around("<script>", "x = '</scrip'; ")},
      {"escaped script", around("<script><!--", "<script></script>")},
      {"escapes in a script", around("<script>", "<!--<script>-->")},
      {"styles", repeat("<style>p{}</style>")},
      {"styles in svg", around("<svg>", "<style><b>")},
      {"styles in a select", around("<select>", "<style></style>")},
      {"titles", repeat("<title>x</title>")},
      {"a title without end", around("<title>", "</titl &amp;")},
      {"textareas", repeat("<textarea>\n</textarea>")},
      {"a textarea of less-than signs", around("<textarea>", "<</")},
      {"iframes", repeat("<iframe><p></iframe>")},
      {"noframes in a frameset", around("<frameset>", "<noframes><p></noframes>")},
      {"a frameset after much", around("", "<div></div>", "<frameset>")},
      {"plaintext", around("<plaintext>", "<p>")},
      {"xmp", repeat("<xmp><p></xmp>")},
      {"isindex", repeat("<isindex prompt=x>")},
      {"images that are called image", repeat("<image>")},
      {"heads and bodies", repeat("<head><body></body></html>")},
      {"pre with line feeds", repeat("<pre>\n\n")},
      {"breaking out of svg", repeat("<svg><p>")},
      {"fonts that break out of svg", repeat("<svg><font color=x>")},
      {"self-closing div", repeat("<div/>")},
      {"self-closing svg parts", around("<svg>", "<path d='M0 0'/>")},
      {"end tags inside svg", repeat("<svg></p></div>")},
  };
  return pages;
}

}  // namespace pith
