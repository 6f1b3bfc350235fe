"use strict";

// Makes what is on the page like what it should be now, and leaves alone what is the same: what is open stays open, what is marked stays marked, and
// whoever points at a chart keeps pointing at it.

function patch(shown, wanted) {
  if (shown.nodeType !== wanted.nodeType || shown.nodeName !== wanted.nodeName) {
    shown.replaceWith(wanted);
  } else if (shown.nodeType === Node.TEXT_NODE) {
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

function patchChildren(shown, wanted) {
  const there = [...shown.childNodes];
  wanted.forEach((child, i) => i < there.length ? patch(there[i], child) : shown.append(child));
  there.slice(wanted.length).forEach(child => child.remove());
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
