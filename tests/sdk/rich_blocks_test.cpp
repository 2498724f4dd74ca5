#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read_page.hpp"

namespace pith {
namespace {

/// The text of the first block.
std::string first_text(const std::string& html) {
  const ReadPage page(html);
  return page.blocks.empty() ? std::string() : text_of(page.blocks.front());
}

/// What is marked as code in the first block.
std::string first_code(const std::string& html) {
  const ReadPage page(html);
  if (page.blocks.empty()) return {};
  for (const Span& span : page.blocks.front().spans) {
    if (span.code) return span.text;
  }
  return {};
}

std::vector<Block> embeds_of(const std::string& html) {
  std::vector<Block> embeds;
  for (const Block& block : ReadPage(html).blocks) {
    if (block.type == BlockType::embed) embeds.push_back(block);
  }
  return embeds;
}

// HTML standard, section 4.5.10: what shows where ruby cannot be shown.
TEST(Ruby, ReadingsStandInParenthesesOfTheLanguage) {
  EXPECT_EQ(first_text("<p><ruby>渡<rt>わた</rt>し<rt></rt></ruby>船</p>"), "渡（わた）し船");
  EXPECT_EQ(first_text("<p><ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby></p>"), "汉(hàn)字(zì)");
}

TEST(Ruby, ThePagesOwnParenthesesAreKept) {
  EXPECT_EQ(first_text("<p><ruby>漢<rp>[</rp><rt>kan</rt><rp>]</rp></ruby></p>"), "漢[kan]");
}

// CSS Text 3, section 4.1.3.
TEST(SegmentBreaks, AreNothingBetweenChineseAndJapaneseCharacters) {
  EXPECT_EQ(first_text("<p>渡船周一\n    恢复航行，\n公司说。</p>"), "渡船周一恢复航行，公司说。");
  EXPECT_EQ(first_text("<p>渡船\n<b>\n恢复</b>\n航行</p>"), "渡船恢复航行");
}

TEST(SegmentBreaks, AreASpaceElsewhere) {
  EXPECT_EQ(first_text("<p>배가 다시\n떠난다</p>"), "배가 다시 떠난다");
  EXPECT_EQ(first_text("<p>渡船 ABC\n恢复</p>"), "渡船 ABC 恢复");
  EXPECT_EQ(first_text("<p>é\né</p>"), "é é");
}

TEST(SegmentBreaks, SpacesThatTheAuthorWroteStay) {
  EXPECT_EQ(first_text("<p>渡船 恢复</p>"), "渡船 恢复");
  EXPECT_EQ(first_text("<p>渡船<br>恢复</p>"), "渡船 恢复");
}

TEST(Formulas, AreTheTexThatMathMlCarries) {
  const std::string math =
      "<math alttext='v'><semantics><mi>v</mi><annotation encoding='application/x-tex'>\\frac{s}{t}"
      "</annotation></semantics></math>";
  EXPECT_EQ(first_code("<p>It is " + math + ".</p>"), "\\frac{s}{t}");
  EXPECT_EQ(first_text("<p>It is " + math + ".</p>"), "It is \\frac{s}{t}.");
  EXPECT_EQ(first_code("<p>It is <math alttext='v_0'><mi>v</mi></math>.</p>"), "v_0");
}

TEST(Formulas, WithoutTexAreReadWithTheirPlaces) {
  EXPECT_EQ(first_text("<p><math><mi>E</mi><mo>=</mo><msup><mi>c</mi><mn>2</mn></msup></math></p>"), "E=c^2");
  EXPECT_EQ(first_text("<p><math><mfrac><mi>s</mi><mi>t</mi></mfrac></math></p>"), "s/t");
}

TEST(Formulas, WithoutTexKeepTheirValueOnTheLine) {
  const auto line = [](const std::string& math) { return first_text("<p><math>" + math + "</math></p>"); };
  EXPECT_EQ(line("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>"), "(a+b)/c");
  EXPECT_EQ(line("<mfrac><mn>1</mn><mrow><mn>2</mn><mi>x</mi></mrow></mfrac>"), "1/(2x)");
  EXPECT_EQ(line("<msup><mfrac><mi>a</mi><mi>b</mi></mfrac><mn>2</mn></msup>"), "(a/b)^2");
  EXPECT_EQ(line("<msubsup><mi>a</mi><mn>1</mn><mn>2</mn></msubsup>"), "a_1^2");
  EXPECT_EQ(line("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"),
            "∑_(i=1)^n");
  EXPECT_EQ(line("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>"), "sqrt(x+1)");
  EXPECT_EQ(line("<mroot><mi>x</mi><mn>3</mn></mroot>"), "root(x, 3)");
  EXPECT_EQ(line("<mi>x</mi><mtext>if</mtext><mi>y</mi>"), "x if y");
}

TEST(Formulas, OfMathJax3AreWhatItWritesForReadersOfScreens) {
  EXPECT_EQ(first_text("<p>So <mjx-container><mjx-math aria-hidden='true'><mjx-mi>y</mjx-mi></mjx-math>"
                       "<mjx-assistive-mml><math><msup><mi>y</mi><mn>2</mn></msup></math></mjx-assistive-mml>"
                       "</mjx-container> it is.</p>"),
            "So y^2 it is.");
}

TEST(Code, HasTheLinesThatHighlightersPutIntoElements) {
  EXPECT_EQ(first_text("<pre><ol class='linenums'>\n<li>a();</li>\n<li></li>\n<li>b();</li></ol></pre>"),
            "a();\n\nb();");
  EXPECT_EQ(first_text("<pre><code><span class='line'>a</span><span class='line'>b</span></code></pre>"),
            "a\nb");
  EXPECT_EQ(first_text("<pre><code><span class='line'>a</span>\n<span class='line'>b</span></code></pre>"),
            "a\nb");
  EXPECT_EQ(first_text("<pre><div>a\n</div><div>  b</div></pre>"), "a\n  b");
}

TEST(Code, HasNoLineNumbers) {
  EXPECT_EQ(first_text("<pre><table class='hljs-ln'><tr><td>1</td><td>var z;</td></tr>"
                       "<tr><td>2</td><td>  var y;</td></tr></table></pre>"),
            "var z;\n  var y;");
  EXPECT_EQ(first_text("<pre><table><tr><td data-line-number='1'></td><td>var z;</td></tr></table></pre>"),
            "var z;");
}

TEST(Headings, HaveNoLinkToThemselves) {
  EXPECT_EQ(first_text("<h2>Divers <a class='headerlink' href='#divers'>¶</a></h2>"), "Divers");
  EXPECT_EQ(first_text("<h2><a class='anchor' href='/a#new'>#</a>New landing</h2>"), "New landing");
  EXPECT_EQ(first_text("<h2>Costs <a href='#costs'>Permalink</a></h2>"), "Costs");
}

TEST(Headings, KeepLinksWithWordsOrNumbers) {
  EXPECT_EQ(first_text("<h2><a href='#divers'>Divers</a></h2>"), "Divers");
  EXPECT_EQ(first_text("<h2><a href='#n1'>1</a> Divers</h2>"), "1 Divers");
}

TEST(Formulas, ThatKatexShowsTwiceAreReadOnce) {
  const std::string katex =
      "<span class='katex'><span class='katex-mathml'><math><semantics><mi>a</mi>"
      "<annotation encoding='application/x-tex'>a^2</annotation></semantics></math></span>"
      "<span class='katex-html' aria-hidden='true'>a2</span></span>";
  EXPECT_EQ(first_text("<p>So " + katex + " it is.</p>"), "So a^2 it is.");
  const ReadPage page("<p>So</p><div class='katex-display'>" + katex + "</div>");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(page.blocks[1].type, BlockType::code);
  EXPECT_EQ(page.blocks[1].label, "tex");
  EXPECT_EQ(text_of(page.blocks[1]), "a^2");
}

TEST(Formulas, OfMathJaxAreTheirScripts) {
  EXPECT_EQ(first_text("<p>So <span class='MathJax_Preview'>x</span><span class='MathJax'>x2</span>"
                       "<script type='math/tex'>x^2</script> it is.</p>"),
            "So x^2 it is.");
  const ReadPage page("<p>So</p><script type='math/tex; mode=display'>\\int f</script>");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(text_of(page.blocks[1]), "\\int f");
}

TEST(Formulas, OfMediaWikiAreWithoutItsStyle) {
  EXPECT_EQ(
      first_text("<p>So <span class='mwe-math-element'><span style='display: none'>"
                 "<math alttext='{\\displaystyle k}'><mi>k</mi></math></span>"
                 "<img class='mwe-math-fallback-image-inline' src='/k.svg' alt='{\\displaystyle k}'></span>"
                 " it is.</p>"),
      "So k it is.");
  EXPECT_EQ(first_text("<p>So <img class='latex' src='/l.png' alt='\\pi r^2'> it is.</p>"),
            "So \\pi r^2 it is.");
}

TEST(Embeds, OfCustomElementsHaveTheAddressOfWhatTheyShow) {
  const auto embeds = embeds_of(
      "<p>a</p><amp-youtube data-videoid='q1'></amp-youtube><lite-youtube videoid='q2'></lite-youtube>"
      "<amp-twitter data-tweetid='17'></amp-twitter><amp-video "
      "src='/v.mp4'></amp-video><amp-youtube></amp-youtube>");
  ASSERT_EQ(embeds.size(), 4U);
  EXPECT_EQ(embeds[0].url, "https://www.youtube.com/watch?v=q1");
  EXPECT_EQ(embeds[1].url, "https://www.youtube.com/watch?v=q2");
  EXPECT_EQ(embeds[2].url, "https://x.com/i/status/17");
  EXPECT_EQ(embeds[2].label, "x");
  EXPECT_EQ(embeds[3].url, "https://news.example/v.mp4");
}

TEST(Embeds, APostIsItsQuoteAndWhereItIs) {
  const ReadPage page(
      "<blockquote class='twitter-tweet'><p>We sail.</p>Ferry <a href='https://x.com/ferry'>Ferry</a> "
      "<a href='https://x.com/ferry/status/9'>May 1</a></blockquote><p>So it was.</p>");
  ASSERT_EQ(page.blocks.size(), 3U);
  EXPECT_EQ(page.blocks[0].type, BlockType::quote);
  EXPECT_EQ(page.blocks[1].type, BlockType::embed);
  EXPECT_EQ(page.blocks[1].url, "https://x.com/ferry/status/9");
  EXPECT_EQ(page.blocks[1].label, "x");
}

TEST(Embeds, WordsThatStandUntilAPostIsLoadedAreNotRead) {
  const ReadPage page(
      "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/C1/'>"
      "<a href='https://www.instagram.com/p/C1/'>View this post</a></blockquote>");
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].type, BlockType::embed);
  EXPECT_EQ(page.blocks[0].url, "https://www.instagram.com/p/C1/");
}

TEST(Code, KnowsTheLanguageAsHighlightersWriteIt) {
  for (const std::string html :
       {"<pre><code class='language-rust'>fn x</code></pre>", "<pre class='brush: rust'>fn x</pre>",
        "<pre class='brush:rust;toolbar:false'>fn x</pre>", "<pre data-lang='rust'>fn x</pre>",
        "<div class='sourceCode'><pre class='sourceCode rust'><code>fn x</code></pre></div>",
        "<div class='highlight highlight-source-rust'><pre>fn x</pre></div>"}) {
    const ReadPage page(html);
    ASSERT_EQ(page.blocks.size(), 1U) << html;
    EXPECT_EQ(page.blocks[0].label, "rust") << html;
    EXPECT_EQ(text_of(page.blocks[0]), "fn x") << html;
  }
  EXPECT_EQ(ReadPage("<pre>x = 1</pre>").blocks.at(0).label, "");
}

TEST(Code, LineNumbersAreNoPartOfIt) {
  EXPECT_EQ(first_text("<pre><span class='lineno'>1 </span>a\n<span class='lineno'>2 </span>b</pre>"),
            "a\nb");
  EXPECT_EQ(first_text(
                "<table><tr><td class='gutter'><pre>1\n2</pre></td><td class='code'><pre>a\nb</pre></td></tr>"
                "</table>"),
            "a\nb");
}

TEST(Footnotes, KeepTheirTextWithoutTheWayBack) {
  EXPECT_EQ(first_text("<ol><li id='n1'>By three hours. <a href='#r1'>↩</a></li></ol>"), "By three hours.");
  EXPECT_EQ(first_text("<p>Go <a href='#top'>up</a></p>"), "Go up");
}

TEST(Quotes, SayWhoIsQuoted) {
  EXPECT_EQ(first_text("<blockquote><p>We sail.</p><footer>Bo Chan</footer></blockquote>"),
            "We sail.\nBo Chan");
}

TEST(Tables, KeepTheirCaption) {
  const ReadPage page(
      "<table><caption>Fares</caption><tr><th>Who<th>Fare</tr><tr><td>Adult<td>12</tr><tr><td>Child<td>6</"
      "tr></table>");
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(text_of(page.blocks[0].spans), "Fares");
  EXPECT_EQ(text_of(page.blocks[0]), "Fares\nWho\tFare\nAdult\t12\nChild\t6");
}

TEST(Pictures, OfWordPressHaveTheirCaption) {
  const ReadPage page(
      "<div class='wp-caption'><img src='/a.jpg'><p class='wp-caption-text'>The old lock.</p></div>");
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].type, BlockType::figure);
  EXPECT_EQ(page.blocks[0].images.size(), 1U);
  EXPECT_EQ(text_of(page.blocks[0].spans), "The old lock.");
}

TEST(Pictures, ForReadersWithoutScriptsStandInForThoseWithoutAddress) {
  const ReadPage lazy("<p>a</p><img src='data:image/gif;base64,R0'><noscript><img src='/a.jpg'></noscript>");
  ASSERT_EQ(lazy.blocks.size(), 2U);
  EXPECT_EQ(lazy.blocks[1].images.at(0).url, "https://news.example/a.jpg");
  const ReadPage twice("<p>a</p><img src='/a.jpg'><noscript><img src='/a.jpg'></noscript>");
  EXPECT_EQ(twice.blocks.size(), 2U);
}

}  // namespace
}  // namespace pith
