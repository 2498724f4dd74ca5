#pragma once

#include <string_view>

namespace pith {

/// How a page to read looks. Articles far from what is on the screen are not laid out until they come near:
/// a page may hold thousands.
inline constexpr std::string_view kReadingPageStyle = R"(
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fdfdfb; --faint: #6a6a70; --line: #dcdcd8;
  --link: #0b57a4; --shade: #f1f1ed; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dededb; --paper: #17181a; --faint: #9a9aa0; --line: #37383c; --link: #8ab8f0;
    --shade: #232427; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 44rem; color: var(--ink);
  background: var(--paper); font: 1.0625rem/1.65 Charter, "Bitstream Charter", Cambria, Georgia, serif;
  overflow-wrap: anywhere; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.8em 0 0.5em; text-wrap: balance; }
body > header > h1 { margin-top: 0; }
body > header > p, nav span, section > footer, article > header > p:last-child { color: var(--faint);
  font: 0.875rem/1.5 system-ui, sans-serif; }
nav h3 { font: 600 0.875rem/1.5 system-ui, sans-serif; margin: 1.5em 0 0.25em; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { padding: 0.2rem 0; }
section { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 0.5rem; content-visibility: auto;
  contain-intrinsic-size: auto 60rem; }
section:target > article > header > h1 { text-decoration: underline var(--line); }
figure { margin: 1.5em 0; }
img { display: block; max-width: 100%; height: auto; background: var(--shade); }
figcaption, caption { color: var(--faint); font-size: 0.9em; text-align: start; padding: 0.4em 0; }
blockquote { margin: 1.25em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; margin: 1.25em 0; }
th, td { border: 1px solid var(--line); padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
pre { overflow-x: auto; background: var(--shade); padding: 0.8em 1em; line-height: 1.45; }
code { font-size: 0.9em; overflow-wrap: normal; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 25%; }
@media print { nav { display: none; } section { break-before: page; } }
)";

}  // namespace pith
