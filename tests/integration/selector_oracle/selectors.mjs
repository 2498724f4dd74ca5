// The selectors that every page is asked for: each feature, alone and joined with others. Without
// :contains-text, which is Pith's own, and without bare :nth-child(n), which css-select denies the root though
// an element without parent is a first child since Selectors 4.
export const selectors = [
  // Type and universal
  "p", "div", "A", "h1, h2, h3", "*", "body *", "svg", "svg *", "xyzzy",
  // Attributes
  "[href]", "a[href]", "[HREF]", "[id]", "[class]", "[class='']", "img[alt='']", "img:not([alt])",
  "[href^='http']", "[href^=\"/\"]", "[href$='.html']", "[href*='news']", "[src*=img]", "[href^='']",
  "[href*='NEWS' i]", "[href$='.JPG'i]", "[href*='news' s]", "[class~=article]", "[class~='a b']",
  "[lang|=en]", "[hreflang|='en']", "[rel~=nofollow]", "[rel='NOFOLLOW']", "[type='TEXT/CSS']",
  "[type='TEXT/CSS' s]", "[type=\"application/ld+json\"]", "meta[property^='og:'][content]",
  "meta[name=description i]", "[data-id], [data-src], [data-url]", "[style*='none']", "[\\68 ref]",
  "link[rel=canonical]", "[http-equiv]", "[media='ALL']", "a[target=_BLANK]",
  // Combinators
  "div p", "div > p", "div div div div", "ul > li > a", "article p, main p, section p", "h2 + p", "h2 ~ p",
  "p + p + p", "p ~ ul li", "div > div ~ div a", "table td > a", "body > * > *", "header + * a",
  "li + li > a[href]", "div>a~a", "nav li:first-child ~ li a", "div p ~ p b, div p ~ p strong",
  "body div > div + div > * a img", "section div ~ div > p", "a\timg", "div\n>\np", "p/**/ a", "p/**/:empty",
  // Logical combinations
  ":is(h1, h2, h3)", ":is(article, main, section) :is(p, li)", ":where(ul, ol) > li", "div:is([class], [id])",
  ":not(div)", "a:not([href])", "a:not([href^='http'], [href^='/'])", "p:not(div p)", "li:not(:first-child)",
  "*:not(:not(p))", ":is(div > p, li > a):not(:has(img))", "p:not(:is(article p, section p))",
  ":is(ul li, ol li) a", "div:not(:is(:where(.x, [id]), :empty))", ":NOT(:IS(DIV, P, A, SPAN, LI))",
  // :has
  "div:has(p)", "div:has(> p)", "div:has(> p > a)", "a:has(img)", "a:has(> img)", "h2:has(+ p)", "h2:has(~ p)",
  "p:has(+ p + p)", "li:has(a):has(img)", "div:not(:has(div))", "div:not(:has(*))", "ul:has(> li:nth-child(3))",
  "div:has(h1, h2) > p", "body :has(> a + a)", "div:has(p a)", "div:has(p > a, > ul)", "p:has(~ p ~ ul)",
  "*:has(> * + * > img)", "section:has(h2:first-child)", "div:has(:is(ul, ol) li)", "li:has(+ li:last-child)",
  ":has(> :empty) > :not(:empty)", "li:has(~ li > :only-child)",
  // Positions
  ":first-child", ":last-child", ":only-child", "p:first-of-type", "p:last-of-type", "a:only-of-type",
  "li:nth-child(1)", "li:nth-child(2n)", "li:nth-child(odd)", "li:nth-child(3n+2)", "li:nth-child(-n + 3)",
  "li:nth-child(n+2)", ":nth-child(0n+4)", "li:nth-last-child(1)", "li:nth-last-child(even)",
  "div:nth-of-type(2)", "div:nth-last-of-type(2n+1)", ":nth-last-of-type(-n+2)", ":nth-child(-2n+5)",
  ":nth-child(2 of p)", ":nth-child(even of [class])", ":nth-last-child(1 of a, span)",
  "li:nth-child(2n+1 of :has(a))", ":nth-child(3 of div, p):not(:last-child)", "body :nth-child(n)", ":nth-child(+3)",
  "tr:nth-child(even) td:nth-child(2)", ":nth-of-type(2):nth-last-of-type(2)", "div > :nth-child(2):last-child",
  // The rest
  ":empty", "p:empty", "div:empty, span:empty, li:empty", "script:empty", ":root", ":root > *", ":root > body > div",
  ":scope", ":scope > body", ":root:has(> head)", "td:empty + td", "a:not(:empty):not(:has(*))",
];

// Asked inside elements of the page, where :scope is that element.
export const scoped = [
  ":scope > *", ":scope > * > *", "div p", ":scope p", ":scope > :first-child", ":scope > * + *", "a",
  ":scope :scope", ":scope:has(a) a", ":not(:scope *)", ":is(:scope > *) a", "body a", "* > :last-child",
];

/** css-select takes only U+00B0 and what comes after it for letters beyond ASCII. */
function escape(name) {
  return [...name].map((c) => (/[a-zA-Z_]|[^\0-\xbf]/.test(c) ? c : `\\${c.codePointAt(0).toString(16)} `)).join("");
}

function quote(value) {
  return `"${value.replace(/["\\]/g, "\\$&").replace(/[\n\r\f]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}

/** Some of a list, spread over it. */
function spread(list, count) {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, at) => at % step === 0).slice(0, count);
}

/** Selectors made of the ids, classes and attribute values that stand in a page. */
export function selectorsOf(elements) {
  const classes = new Set();
  const ids = new Set();
  const values = new Set();
  for (const { name, attribs } of elements) {
    for (const word of (attribs.class ?? "").split(/[ \t\n\r\f]+/)) if (word) classes.add(`${name} ${word}`);
    if (attribs.id) ids.add(attribs.id);
    for (const key of Object.keys(attribs)) {
      if (/^[a-z-]+$/.test(key) && attribs[key].length < 100) values.add(`${key} ${attribs[key]}`);
    }
  }
  const found = [];
  let previous = "x";
  for (const entry of spread([...classes], 12)) {
    const [tag, ...rest] = entry.split(" ");
    const c = `.${escape(rest.join(" "))}`;
    if (!/^[a-z0-9]+$/.test(tag)) continue;
    found.push(c, `${tag}${c}`, `${c} > *`, `${c} a, ${c} p`, `${c} ~ *`, `:has(> ${c})`, `div:not(${c}) > ${tag}`,
      `${c} ~ ${previous}`, `:is(${c}, ${previous}) > :first-child`, `${previous} ${c}`,
      `${tag}:has(~ ${c})`, `:not(${c} *)${previous === "x" ? "" : previous}`);
    // css-select resolves the escapes in an argument twice.
    if (!c.includes("\\")) found.push(`:nth-child(2 of ${c})`, `:nth-last-child(odd of ${c}, ${tag})`);
    previous = c;
  }
  for (const id of spread([...ids], 6)) {
    const i = `#${escape(id)}`;
    found.push(i, `${i} *`, `${i} > * > a`, `*${i} + *`, `:has(${i})`, `[id=${quote(id)}]`, `:not(:has(${i})) > ${i}`);
  }
  for (const entry of spread([...values], 8)) {
    const at = entry.indexOf(" ");
    const [key, value] = [entry.slice(0, at), entry.slice(at + 1)];
    found.push(`[${key}=${quote(value)}]`, `[${key}^=${quote(value.slice(0, 5))}]`, `[${key}$=${quote(value.slice(-4))}]`,
      `[${key}*=${quote(value.slice(2, 6))}]`, `[${key}=${quote(value.toUpperCase())} i]`);
    // To css-select an empty word is in every list that begins or ends with white space.
    const word = value.split(/\s/)[0];
    if (word) found.push(`[${key}~=${quote(word)}]`);
  }
  return found;
}
