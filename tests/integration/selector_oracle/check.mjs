// Asks Pith and css-select the same selectors of the same trees and tells where they differ.
//   node check.mjs ORACLE PAGE...
// Both see the tree that Pith parsed, so that selectors are compared and not parsers.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { selectAll } from "css-select";
import { Document, Element, Text } from "domhandler";
import { scoped, selectors, selectorsOf } from "./selectors.mjs";

const [oracle, ...pages] = process.argv.slice(2);
const pith = spawn(oracle, { stdio: ["pipe", "pipe", "inherit"] });
const answers = createInterface({ input: pith.stdout })[Symbol.asyncIterator]();

async function ask(questions) {
  const found = [];
  pith.stdin.write(questions.map((question) => `${question}\n`).join(""));
  for (let i = 0; i < questions.length; ++i) {
    const { value, done } = await answers.next();
    if (done) throw new Error(`selector_oracle ended at: ${questions[i]}`);
    found.push(JSON.parse(value));
  }
  return found;
}

function append(parent, node) {
  node.parent = parent;
  node.prev = parent.children.at(-1) ?? null;
  if (node.prev) node.prev.next = node;
  parent.children.push(node);
}

/**
 * The nodes by row; row 0 is the document. In Pith's tree what stands in a template is its children; css-select
 * would not look there, so it gets another name.
 */
function buildTree(rows) {
  const nodes = [new Document([])];
  for (const [parent, name, attributes, rawText] of rows) {
    if (attributes === undefined) {
      nodes.push(new Text(name));
    } else {
      const element = new Element(name === "template" ? "x-template" : name, Object.create(null), []);
      for (let i = 0; i < attributes.length; i += 2) element.attribs[attributes[i]] ??= attributes[i + 1];
      if (rawText) append(element, new Text(rawText));
      nodes.push(element);
    }
    const node = nodes.at(-1);
    node.row = nodes.length - 1;
    append(nodes[parent], node);
  }
  return nodes;
}

// Where css-select departs from the standards. Each looks at the elements that only one side selected.
const deviations = [
  {
    why: "css-select splits class lists and ~= at all of Unicode's white space, the standards at ASCII's",
    explains: (selector, elements, page) =>
      /\.|~=/.test(selector) && page.some((n) => n.attribs && /[^\S \t\n\r\f]/.test(Object.values(n.attribs).join())),
  },
  {
    why: "css-select ignores the case of all letters, the standards of ASCII's",
    explains: (selector) => /\[.*[^\0-\x7f]/s.test(selector),
  },
  {
    why: "css-select lowers the case of names in selectors also for svg and math (HTML, section 4.16.2)",
    explains: (selector, elements) => /[A-Z]/.test(selector) && elements.every(isForeign),
  },
];

function isForeign(element) {
  for (let node = element; node; node = node.parent) if (node.name === "svg" || node.name === "math") return true;
  return false;
}

/**
 * Searched from the document, :scope is the root (Selectors 4, section 13.4); css-select would have it be nothing.
 * Its cache answers div:has(:is(ul, ol) li) for one div with what it found for another.
 */
function expectedRows(nodes, row, selector) {
  const scope = row === 0 ? nodes.find((node) => node.attribs) : nodes[row];
  const options = { relativeSelector: false, context: scope, cacheResults: false };
  return selectAll(selector, nodes[row], options).map((element) => element.row);
}

function pathOf(nodes, row) {
  const path = [];
  for (let node = nodes[row]; node?.parent; node = node.parent) {
    path.unshift(node.parent.children.filter((child) => child.attribs).indexOf(node));
  }
  return path.join("/");
}

function describe(nodes, onlyPith, onlyOther) {
  const paths = (rows) => rows.slice(0, 3).map((row) => pathOf(nodes, row)).join(" ") || "none";
  return `only Pith: ${paths(onlyPith)}; only css-select: ${paths(onlyOther)}`;
}

const count = { pages: 0, compared: 0, matched: 0, differing: 0 };
const excused = new Map();

function compare(page, nodes, [row, selector], found) {
  const where = `${page}: ${selector}${row ? ` within ${pathOf(nodes, row)}` : ""}`;
  count.compared += 1;
  let expected = [];
  try {
    expected = expectedRows(nodes, row, selector);
  } catch (error) {
    count.differing += 1;
    console.log(`${where}: css-select: ${error.message}`);
    return;
  }
  count.matched += expected.length;
  if (Array.isArray(found) && found.length === expected.length && found.every((r, i) => r === expected[i])) return;
  if (!Array.isArray(found)) {
    count.differing += 1;
    console.log(`${where}: ${found}`);
    return;
  }
  const onlyPith = found.filter((r) => !expected.includes(r));
  const onlyOther = expected.filter((r) => !found.includes(r));
  const odd = [...onlyPith, ...onlyOther].map((r) => nodes[r]);
  const deviation = deviations.find((d) => odd.length > 0 && d.explains(selector, odd, nodes));
  if (deviation) {
    excused.set(deviation.why, (excused.get(deviation.why) ?? 0) + 1);
    return;
  }
  count.differing += 1;
  console.log(`${where}: ${describe(nodes, onlyPith, onlyOther)}`);
}

for (const page of pages) {
  const [rows] = await ask([`page ${page}`]);
  const nodes = buildTree(rows);
  const elements = nodes.filter((node) => node.attribs);
  const inner = elements.filter((element) => element.children.length > 2);
  const scopes = [0.1, 0.5, 0.9].map((share) => inner[Math.floor(inner.length * share)]).filter(Boolean);
  const questions = [
    ...selectors.map((selector) => [0, selector]),
    ...selectorsOf(elements).map((selector) => [0, selector]),
    ...scopes.flatMap((scope) => scoped.map((selector) => [scope.row, selector])),
  ];
  const found = await ask(questions.map(([row, selector]) => `select ${row} ${selector.replaceAll("\n", "\f")}`));
  questions.forEach((question, i) => compare(page, nodes, question, found[i]));
  count.pages += 1;
  if (process.stderr.isTTY) process.stderr.write(`\r${count.pages}/${pages.length} pages`);
}
pith.stdin.end();

for (const [why, times] of excused) console.log(`${times} differences put down to: ${why}`);
console.log(
  `check-selectors: ${count.pages} pages, ${count.compared} selections compared (${count.matched} elements ` +
    `selected), ${count.differing} differ`,
);
process.exit(count.differing === 0 && count.pages > 0 ? 0 : 1);
