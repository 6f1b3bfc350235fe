"use strict";

// Figures for people: three digits that count, and the unit that suits them. Durations come in seconds, shares from 0 to 1.

// What is no number, because it was beyond all bounds or not known, is a dash.
function decimals(value, most, grouping = false) {
  if (!Number.isFinite(value)) return "–";
  return value.toLocaleString("en-US", { maximumFractionDigits: most, useGrouping: grouping });
}

function count(value) {
  return decimals(value, 0, true);
}

// A count and what is counted: "1 document", "2,000 documents".
function counted(value, one, many) {
  return `${count(value)} ${value === 1 ? one : many}`;
}

// Three digits, or as many as stand before the point.
function real(value) {
  const size = Math.abs(value);
  if (size >= 99.95) return count(value);
  if (size >= 9.995) return decimals(value, 1);
  return decimals(value, size >= 0.01 ? 2 : 4);
}

// Bytes in steps of 1,024.
function bytes(value) {
  const units = ["B", "KB", "MB", "GB", "TB", "PB"];
  let unit = 0;
  for (; Math.abs(value) >= 999.5 && unit < units.length - 1; unit++) value /= 1024;
  return `${real(value)} ${units[unit]}`;
}

// Per cent. Only all is 100 %, and only none is 0 %.
function share(value) {
  if (value > 0 && value < 0.0001) return "< 0.01 %";
  if (value > 0.9999 && value < 1) return "> 99.99 %";
  return `${decimals(value * 100, value < 0.01 || (value > 0.99 && value < 1) ? 2 : 1)} %`;
}

function duration(seconds) {
  const two = part => String(Math.floor(part)).padStart(2, "0");
  if (seconds === 0) return "0 s";
  if (seconds < 0.0009995) return `${real(seconds * 1e6)} µs`;
  if (seconds < 0.9995) return `${real(seconds * 1000)} ms`;
  if (seconds < 60) return `${real(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  return `${count(Math.floor(seconds / 3600))} h ${two((seconds / 60) % 60)} min`;
}

function milliseconds(value) {
  return duration(value / 1000);
}

// "1 January 2000, 00:00:00 UTC", of ISO 8601.
function moment(iso) {
  const day = new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${day}, ${iso.slice(11, 19)} UTC`;
}
