"use strict";

// The directions of charts: from where to where, which values are marked, and how a value reads.

// What a whole axis divides into; more would crowd a narrow screen.
const steps = 4;

function positive(value) {
  return Number.isFinite(value) && value > 1e-9 ? value : 1;
}

function roundStep(ideal) {
  const magnitude = 10 ** Math.floor(Math.log10(ideal));
  return magnitude * ([1, 2, 2.5, 5].find(step => ideal / magnitude <= step * 1.0000001) ?? 10);
}

function multiples(step, number) {
  return Array.from({ length: number }, (_, i) => i * step);
}

// From nothing to at least a value, in round steps.
function upTo(largest, format = real, leastStep = 0) {
  const step = Math.max(roundStep(positive(largest) / steps), leastStep);
  const number = Math.max(1, Math.ceil(positive(largest) / step - 1e-9));
  return { min: 0, max: number * step, ticks: multiples(step, number + 1), format };
}

// From nothing to at least a number of bytes, in steps that are round in steps of 1,024.
function upToBytes(largest) {
  const unit = 1024 ** Math.floor(Math.log(positive(largest)) / Math.log(1024));
  const scaled = upTo(positive(largest) / unit);
  return { min: 0, max: scaled.max * unit, ticks: scaled.ticks.map(tick => tick * unit), format: value => value === 0 ? "0" : bytes(value) };
}

// Shares from none to all.
function shares() {
  return { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], format: share };
}

// Seconds from nothing to exactly an end.
function clock(end) {
  const round = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400];
  const seconds = positive(end);
  const ideal = seconds / (steps + 1);
  const step = ideal <= 1 ? roundStep(ideal) : round.find(candidate => candidate >= ideal) ?? roundStep(ideal / 86400) * 86400;
  return { min: 0, max: seconds, ticks: multiples(step, Math.floor(seconds / step) + 1), format: value => clockTime(value, step) };
}

function clockTime(seconds, step) {
  const two = value => String(Math.floor(value)).padStart(2, "0");
  if (seconds === 0) return "0";
  if (step >= 3600) return `${Math.floor(seconds / 3600)} h`;
  if (step >= 60 && seconds >= 3600) return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)} h`;
  if (step >= 60) return `${Math.floor(seconds / 60)} min`;
  return seconds >= 60 ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}` : duration(seconds);
}

// Positive values over many orders of magnitude, on which equal distances are equal ratios; at least one, so that there are ticks.
function logarithmic(smallest, largest, format) {
  if (largest < smallest * 10) {
    const middle = Math.sqrt(smallest * largest);
    [smallest, largest] = [middle / Math.sqrt(10), middle * Math.sqrt(10)];
  }
  const first = Math.floor(Math.log10(smallest));
  const decades = Array.from({ length: 2 + Math.ceil(Math.log10(largest / smallest)) }, (_, i) => 10 ** (first + i));
  let ticks = decades.flatMap(decade => [decade, 2 * decade, 5 * decade]).filter(tick => tick >= smallest && tick <= largest);
  if (ticks.length > steps + 2) {
    ticks = ticks.filter(tick => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 0.01);
  }
  const every = Math.floor((ticks.length - 1) / (steps + 2)) + 1;
  return { min: smallest, max: largest, ticks: ticks.filter((_, i) => i % every === 0), format, isLogarithmic: true };
}

// Where a value lies on an axis, 0 to 1.
function position(axis, value) {
  const within = axis.isLogarithmic
    ? Math.log(Math.max(value, axis.min) / axis.min) / Math.log(axis.max / axis.min)
    : (value - axis.min) / (axis.max - axis.min);
  return Math.min(1, Math.max(0, within));
}
