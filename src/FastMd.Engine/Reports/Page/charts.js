"use strict";

// Charts: figures with a caption, a plot that uPlot draws, and their values as a table. What someone sees only when pointing is also in that
// table, and the plot says in a sentence what it shows.

const plotHeight = 206;

// The charts on the page, each with its "show", "fit", "redraw" and "remove".
const charts = [];

// The colour as it is now: dark and light, screen and paper differ.
function colorNow(name, alpha = "") {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() + alpha;
}

// Values over one x axis. A series has a name, values (null where there is none) and a look: "line", "area", "dashed" for a limit or what was
// expected, or "dots" for what was measured. What was not measured stands back. A mark is a place that is pointed out.
function lineChart({ title, x, y, xs, series, marks = [], together = null }) {
  const lines = series.map((line, i) => ({ ...line, color: line.look === "dashed" ? 0 : i + 1 }));
  const range = values => {
    const there = values.filter(value => value !== null);
    return there.length > 0 ? `${y.format(Math.min(...there))} to ${y.format(Math.max(...there))}` : "no values";
  };
  return chart({
    kind: `lines ${lines.map(line => line.look).join(" ")}`,
    title,
    x,
    y,
    data: [xs, ...lines.map(line => line.values)],
    series: lines.map(lineLook),
    keys: lines.length > 1 ? lines : [],
    marks,
    together,
    summary: lines.map(line => `${line.name} ${range(line.values)}`).join("; "),
    hint: i => [
      x.format(xs[i]),
      ...lines.filter(line => line.values[i] !== null).map(line => `${line.name}: ${y.format(line.values[i])}`),
    ],
    values: () => table(title, [
      [together ?? "", i => x.format(xs[i]), "fixed"],
      ...lines.map(line => [line.name, i => line.values[i] === null ? "" : y.format(line.values[i]), "figure"]),
    ], xs.map((_, i) => i), "unseen"),
  });
}

// How durations spread: bars side by side on a logarithmic axis. A bar has from, to, value and hint.
function histogram({ title, x, y, bars, marks, head }) {
  return chart({
    kind: "bars",
    title,
    x,
    y,
    data: [bars.map(bar => Math.sqrt(Math.max(bar.from, x.min) * bar.to)), bars.map(bar => bar.value)],
    series: [{ paths: plot => ({ fill: barsPath(plot, bars, x) }), fill: () => colorNow("--c1", "bf"), points: { show: false } }],
    keys: marks,
    marks,
    summary: marks.map(mark => mark.name).join(", "),
    hint: i => bars[i].hint,
    values: () => table(title, head, bars, "unseen"),
  });
}

function lineLook({ color, look }, i) {
  const stroke = () => colorNow(`--c${color}`);
  return {
    stroke,
    width: 1.75,
    dash: look === "dashed" ? [5, 4] : undefined,
    fill: look === "area" ? () => colorNow(`--c${color}`, "29") : undefined,
    spanGaps: look === "dots",
    points: look === "dots"
      ? { show: true, size: 9, width: 1.5, stroke: () => colorNow("--card"), fill: stroke }
      : { show: false, size: 6, fill: stroke, filter: plot => standingAlone(plot.data[i + 1]) },
  };
}

// A value between two gaps is no line: it gets a dot.
function standingAlone(values) {
  const isThere = i => values[i] !== null && values[i] !== undefined;
  const alone = [...values.keys()].filter(i => isThere(i) && !isThere(i - 1) && !isThere(i + 1));
  return alone.length > 0 ? alone : null;
}

function barsPath(plot, bars, x) {
  const path = new Path2D();
  const bottom = plot.valToPos(0, "y", true);
  const gap = devicePixelRatio;
  for (const bar of bars) {
    const left = plot.valToPos(Math.max(bar.from, x.min), "x", true);
    const width = Math.max(gap, plot.valToPos(bar.to, "x", true) - left - gap);
    // A few among thousands are still to be seen.
    const height = Math.max(1.5 * devicePixelRatio, bottom - plot.valToPos(bar.value, "y", true));
    path.rect(left, bottom - height, width, height);
  }
  return path;
}

function chart(spec) {
  const place = element("div", { class: "plot", role: "img", "aria-label": spec.title + (spec.summary ? `: ${spec.summary}` : "") });
  const figure = element("figure", null,
    element("figcaption", null,
      element("span", { class: "title" }, spec.title),
      spec.keys.length > 0
        ? element("span", { class: "keys" }, spec.keys.map(key => element("span", { class: `key c${key.color}${key.look === "dashed" ? " dashed" : ""}` }, key.name)))
        : null),
    place,
    onDemand("Values", spec.values));
  figure.chart = shown(place, spec);
  charts.push(figure.chart);
  return figure;
}

// Content that is made when it is opened: a long table that nobody reads costs nothing.
function onDemand(title, content) {
  const details = element("details", null, element("summary", null, title));
  details.content = content;
  details.addEventListener("toggle", () => details.open && details.children.length === 1 && details.append(details.content()));
  return details;
}

// A plot in its place. It is made once the place has a width, and again as wide as the place whenever that changes.
function shown(place, first) {
  let plot = null;
  let spec = first;
  const size = () => ({ width: Math.max(120, place.clientWidth), height: plotHeight });
  const observer = new ResizeObserver(() => self.fit());
  const self = {
    get spec() {
      return spec;
    },
    get plot() {
      return plot;
    },
    show() {
      plot = new uPlot({ ...plotOptions(() => spec), ...size() }, spec.data, place);
      observer.observe(place);
    },
    // Takes the values, axes and marks of another chart of the same kind. The place stays, and whoever points at it.
    update(next) {
      const isSameKind = plot !== null && next.kind === spec.kind;
      spec = next;
      if (isSameKind) {
        plot.setData(spec.data);
      } else {
        self.remove();
        self.show();
      }
    },
    fit() {
      if (plot !== null && plot.width !== size().width) plot.setSize(size());
    },
    redraw() {
      plot?.redraw(false, true);
    },
    remove() {
      observer.disconnect();
      plot?.destroy();
      plot = null;
    },
  };
  return self;
}

// What is drawn is asked for each time: it may be another one by then.
function plotOptions(now) {
  const tip = element("div", { class: "tip" });
  tip.hidden = true;
  const spec = now();
  return {
    legend: { show: false },
    padding: [14, 16, 0, 0],
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 7, width: 0 },
      sync: spec.together === null ? undefined : { key: spec.together, scales: ["x", null] },
    },
    scales: {
      x: { time: false, distr: spec.x.isLogarithmic ? 3 : 1, range: () => [now().x.min, now().x.max] },
      y: { range: () => [now().y.min, now().y.max] },
    },
    axes: [
      { ...axisLook(() => now().x), grid: { show: false }, border: { show: true, stroke: () => colorNow("--c6"), width: 1 }, size: 26, gap: 7 },
      { ...axisLook(() => now().y), grid: { stroke: () => colorNow("--faint"), width: 1 }, size: 54, gap: 6 },
    ],
    series: [{}, ...spec.series.map((each, i) => each.paths === undefined ? each : { ...each, paths: plot => now().series[i].paths(plot) })],
    hooks: {
      ready: [plot => plot.over.append(tip)],
      draw: [plot => now().marks.forEach(mark => drawMark(plot, now().x, mark))],
      setCursor: [plot => moveTip(plot, tip, now())],
    },
  };
}

function axisLook(axis) {
  return {
    stroke: () => colorNow("--soft"),
    font: `12px ${getComputedStyle(document.body).fontFamily}`,
    ticks: { show: false },
    splits: () => axis().ticks,
    filter: (plot, ticks) => ticks,
    values: (plot, ticks) => ticks.map(axis().format),
  };
}

// A line from top to bottom with a head.
function drawMark(plot, x, { at, color }) {
  const { ctx: canvas, bbox } = plot;
  const pixel = devicePixelRatio;
  const across = bbox.left + bbox.width * position(x, at);
  canvas.save();
  canvas.strokeStyle = canvas.fillStyle = colorNow(`--c${color}`);
  canvas.lineWidth = (color === 0 ? 1 : 1.5) * pixel;
  canvas.setLineDash([3 * pixel, 3 * pixel]);
  canvas.beginPath();
  canvas.moveTo(across, bbox.top - 3 * pixel);
  canvas.lineTo(across, bbox.top + bbox.height);
  canvas.stroke();
  canvas.beginPath();
  canvas.arc(across, bbox.top - 6 * pixel, 4 * pixel, 0, 2 * Math.PI);
  canvas.fill();
  canvas.restore();
}

// Beside the cursor, on the side that has room: the values there, and what a mark means that is pointed at.
function moveTip(plot, tip, { x, hint, marks }) {
  const { idx, left } = plot.cursor;
  const isThere = idx !== null && idx !== undefined && left >= 0;
  tip.hidden = !isThere;
  if (!isThere) return;
  const width = plot.over.clientWidth;
  const isLeft = left < width / 2;
  const pointedAt = marks.filter(mark => Math.abs(width * position(x, mark.at) - left) <= 5);
  tip.replaceChildren(...[...hint(idx), ...pointedAt.map(mark => mark.hint)].map(line => element("div", null, line)));
  tip.style.left = isLeft ? `${left + 12}px` : "";
  tip.style.right = isLeft ? "" : `${width - left + 12}px`;
  tip.style.maxWidth = `${Math.min(320, (isLeft ? width - left : left) - 12)}px`;
}

function removeCharts() {
  charts.splice(0).forEach(each => each.remove());
}

// Paper is light, and as wide as it is: the style sheet lays the page out for it while this attribute is there.
function onPaper(isPaper) {
  document.documentElement.toggleAttribute("data-paper", isPaper);
  for (const each of charts) {
    each.fit();
    each.redraw();
  }
}

addEventListener("beforeprint", () => onPaper(true));
addEventListener("afterprint", () => onPaper(false));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach(each => each.redraw()));
