"use strict";

// The pieces the page is made of. Whatever stands in the data becomes text nodes and attributes, never markup.

// What would not be seen, or would turn its surroundings around, shows as \u202E: control characters, directions, halves of
// surrogate pairs, spaces without width.
function visible(text) {
  const hidden = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;
  return String(text).replace(hidden, unit =>
    unit === "\n" || unit === "\t" ? unit : `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
}

// An element with attributes and children; children are elements and text, and those that are null are left out.
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== "") made.setAttribute(attribute, visible(value));
  }
  for (const child of children.flat()) {
    if (child !== null) made.append(child instanceof Node ? child : document.createTextNode(visible(child)));
  }
  return made;
}

function section(heading, ...content) {
  return element("section", null, element("h2", null, heading), ...content);
}

function card(...content) {
  return element("div", { class: "card" }, ...content);
}

function note(text) {
  return element("p", { class: "note" }, text);
}

// Says how many there are that are not shown, if any.
function more(number, what) {
  return number > 0 ? note(`${count(number)} more ${what} are not shown.`) : null;
}

// A column is a heading, what its cell holds, and its kind: "figure", "fixed", "words", "path" or "meter". What has few columns fits a narrow
// screen; other tables become cards there, and the roles say that they are tables still.
function table(caption, columns, rows, captionClass = "") {
  const cell = (row, [heading, content, kind = ""], i) => element(
    i === 0 ? "th" : "td",
    i === 0 ? { scope: "row", role: "rowheader", class: kind, "data-label": heading } : { role: "cell", class: kind, "data-label": heading },
    content(row));
  const isWide = columns.length > 4 || columns.some(([, , kind]) => kind === "words" || kind === "path");
  return element("table", { role: "table", class: isWide ? "wide" : "" },
    element("caption", { class: captionClass }, caption),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
      columns.map(([heading, , kind = ""]) => element("th", { scope: "col", role: "columnheader", class: kind }, heading)))),
    element("tbody", { role: "rowgroup" }, rows.map(row => element("tr", { role: "row" },
      columns.map((column, i) => cell(row, column, i))))));
}

// A path whose name stands out. Each part is set apart, so that one in another script does not turn its surroundings around.
function path(text) {
  const parts = text.split(/([/\\])/);
  const name = parts.pop();
  const apart = part => element("bdi", { dir: "ltr" }, part);
  return element("span", { dir: "ltr" },
    parts.length > 0 ? element("span", { class: "folder" }, parts.map((part, i) => i % 2 === 0 ? apart(part) : part)) : null,
    apart(name));
}

// What became of a document, where it was not converted.
function pill(status) {
  const [text, look] = {
    converted: [null], unchanged: ["unchanged", ""], failed: ["failed", " bad"], timedOut: ["timed out", " mild"],
    cancelled: ["cancelled", ""], running: [null], over: ["over", ""], silent: ["no news", " bad"], stuck: ["given up, not back yet", " bad"], error: ["error", " bad"], warning: ["warning", " mild"],
  }[status] ?? [status, ""];
  return text === null ? null : element("span", { class: `pill${look}` }, text);
}

// Parts of a whole, side by side in one bar. A part is its name, size and color, and the hint that pointing at it gives.
function stack(parts, whole, look) {
  const bar = element("div", { class: `stack ${look}`, role: "img", "aria-label": parts.map(part => part.hint).join(", ") });
  for (const { size, color, hint } of parts) {
    const part = element("span", { class: `c${color}`, title: hint });
    part.style.width = `${whole > 0 ? 100 * size / whole : 0}%`;
    bar.append(part);
  }
  return bar;
}

// The same as a table, in seconds.
function partsTable(caption, parts, whole) {
  return table(caption, [
    ["Stage", part => element("span", { class: `swatch c${part.color}` }, part.name)],
    ["Time", part => duration(part.size), "figure"],
    ["Share", part => share(part.size / whole), "figure"],
  ], parts, "unseen");
}
