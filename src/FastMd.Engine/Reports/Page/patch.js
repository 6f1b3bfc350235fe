"use strict";

// Makes what is on the page like what it should be now, and leaves alone what is the same: what is open stays open, what is marked stays marked, and
// whoever points at a chart keeps pointing at it.

function patch(shown, wanted) {
  if (shown.nodeType === Node.TEXT_NODE) {
    if (shown.data !== wanted.data) shown.data = wanted.data;
  } else {
    patchElement(shown, wanted);
  }
}

function patchElement(shown, wanted) {
  for (const { name, value } of wanted.attributes) {
    if (name !== "style" && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }

  // The policy of the page allows no styles as attributes.
  if (shown.style.cssText !== wanted.style.cssText) shown.style.cssText = wanted.style.cssText;
  for (const { name } of [...shown.attributes]) {
    if (!wanted.hasAttribute(name) && !(name === "open" && shown.nodeName === "DETAILS")) shown.removeAttribute(name);
  }
  if (shown.chart !== undefined && wanted.chart !== undefined) {
    patchChart(shown, wanted);
  } else if (shown.content !== undefined && wanted.content !== undefined) {
    patchOnDemand(shown, wanted);
  } else {
    patchChildren(shown, [...wanted.childNodes]);
  }
}

// What has the same key is the same, wherever it stands now: a section that comes or goes leaves those around it as they are.
function patchChildren(shown, wanted) {
  let next = shown.firstChild;
  for (const child of wanted) {
    const key = keyOf(child);
    let same = next;
    while (same !== null && keyOf(same) !== key) same = same.nextSibling;
    if (same === null) {
      shown.insertBefore(child, next);
      continue;
    }
    while (next !== same) {
      const gone = next;
      next = next.nextSibling;
      gone.remove();
    }
    next = same.nextSibling;
    patch(same, child);
  }
  while (next !== null) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

// Sections are told apart by their headings, charts by their titles, and all else by what it is.
function keyOf(node) {
  const heading = node.nodeName === "SECTION" ? node.querySelector("h2") : node.nodeName === "FIGURE" ? node.querySelector(".title") : null;
  return `${node.nodeName} ${heading?.textContent ?? ""}`;
}

// A chart keeps its place; what is around that changes.
function patchChart(shown, wanted) {
  const [caption, place, values] = shown.children;
  const [wantedCaption, wantedPlace, wantedValues] = wanted.children;
  patch(caption, wantedCaption);
  place.setAttribute("aria-label", wantedPlace.getAttribute("aria-label"));
  patch(values, wantedValues);
  shown.chart.update(wanted.chart.spec);
}

function patchOnDemand(shown, wanted) {
  shown.content = wanted.content;
  if (shown.children.length > 1) {
    if (shown.open) patch(shown.children[1], shown.content());
    else shown.children[1].remove();
  }
}
