"use strict";

// The page of a batch. docs/report.md says what the fields of the report mean.

function batchPage(report) {
  const { documents } = report;
  return {
    title: verdict(documents),
    content: [
      batchHead(report),
      headline(report),
      alerts(report.alerts),
      ...measured(report),
      element("footer", null, `FastMd ${report.version}. Percentiles are within 2 % of the exact ones, those of joined reports at most 19 % too high. KB, MB and GB are steps of 1,024; MB/s counts what was read of converted documents.`),
    ],
  };
}

// What was measured, section by section.
function measured(report) {
  return [timeline(report), scaling(report.scaling), latency(report), effort(report), slowest(report.slowest), failures(report), caches(report.caches)];
}

// How the batch went, in a sentence.
function verdict({ total, converted, unchanged }) {
  const all = count(total);
  if (total === 0) return "There were no documents";
  if (total === 1) return `The one document was ${converted === 1 ? "converted" : unchanged === 1 ? "unchanged" : "not converted"}`;
  if (converted === total) return `All ${all} documents were converted`;
  if (unchanged === total) return `All ${all} documents were unchanged`;
  if (converted === 0 && unchanged === 0) return `None of the ${all} documents was converted`;
  return `${count(converted)} of ${all} documents were converted`;
}

// Its colour: good, mild where it was cancelled, bad where documents failed.
function verdictLook({ total, failed, timedOut, cancelled }) {
  if (failed > 0 || timedOut > 0) return "bad";
  if (cancelled > 0) return "mild";
  return total === 0 ? "" : "good";
}

// What became of those that were not converted: "2 failed, 1 timed out".
function rest({ unchanged, failed, timedOut, cancelled }) {
  const parts = [[unchanged, "unchanged"], [failed, "failed"], [timedOut, "timed out"], [cancelled, "cancelled"]];
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${count(number)} ${word}`);
  return said.length > 0 ? said.join(", ") : "nothing failed";
}

function batchHead({ documents, startedUtc, inputBytes, outputBytes, elapsedMs, workers }) {
  const work = documents.converted > 0 ? `${bytes(inputBytes)} of input became ${bytes(outputBytes)} of output in` : "It took";
  const most = workers.most === 1 ? "one worker" : `up to ${count(workers.most)} workers`;
  const start = workers.atStart < workers.most ? `, ${count(workers.atStart)} at the start` : "";
  return element("header", { class: verdictLook(documents) },
    element("p", { class: "over" }, "Batch of ", element("time", { datetime: startedUtc }, moment(startedUtc))),
    element("h1", null, verdict(documents)),
    element("p", { class: "lead" }, `${work} ${milliseconds(elapsedMs)}, with ${most}${start}.`));
}

// The figures someone looks for first.
function headline(report) {
  const { documents, throughput, latency, workers, retries } = report;
  const wasBegun = latency.documents > 0;
  return element("dl", { class: "tiles" },
    tile("Time", milliseconds(report.elapsedMs), counted(documents.total, "document", "documents")),
    tile("Documents a minute", real(throughput.documentsPerMinute), `${real(throughput.pagesPerSecond)} pages a second`),
    tile("Input", `${real(throughput.megabytesPerSecond)} MB/s`, `${bytes(report.inputBytes)} read`),
    tile("Not converted", share(documents.total > 0 ? (documents.total - documents.converted) / documents.total : 0), rest(documents)),
    tile("95 of 100 done within", wasBegun ? milliseconds(latency.p95Ms) : "–", wasBegun ? `half within ${milliseconds(latency.p50Ms)}` : "no document was begun"),
    tile("Worker efficiency", share(workers.efficiency), `busy ${milliseconds(workers.busyMs)} of ${milliseconds(workers.allowedMs)}`),
    tile("Memory at most", report.peakResidentBytes > 0 ? bytes(report.peakResidentBytes) : "unknown", "with worker processes"),
    tile("Tried again", count(retries.documents), `${counted(retries.attempts, "try", "tries")} in all`));
}

// Units stand back.
function tile(name, value, detail) {
  const words = value.split(" ").map(word => element("span", { class: /\d/.test(word) ? "" : "unit" }, `${word} `));
  return element("div", { class: "tile" },
    element("dt", { class: "name" }, name),
    element("dd", { class: "value" }, words),
    element("dd", { class: "more" }, detail));
}

function alerts({ count: number, items }) {
  const kept = items.slice(0, 20);
  return number === 0 ? null : element("section", { class: "alerts", "aria-label": "Alerts" },
    kept.map(alert => element("p", { class: "alert" }, element("b", null, alert.name), ` after ${milliseconds(alert.atMs)}: ${alert.message}`)),
    more(number - kept.length, "alerts"));
}

// Small charts that share one time axis. What was looked at once has no course.
function timeline({ timeline: points, elapsedMs, scaling: changes }) {
  if (points.length < 2) return null;
  const x = clock(Math.max(elapsedMs, points.at(-1).atMs) / 1000);

  // A point stands for the while before it, so the first begins at the beginning.
  const xs = [0, ...points.map(point => point.atMs / 1000)];
  const line = (name, value, look) => ({ name, values: [points[0], ...points].map(value), look });
  const overTime = (title, axis, series, marks) => {
    const largest = Math.max(0, ...series.flatMap(each => each.values));
    return lineChart({ title, x, y: axis(largest), xs, series, marks, together: "After" });
  };
  const knowsProcessors = points.some(point => point.cpu !== null);
  return section("Over time", element("div", { class: "grid" },
    overTime("Workers", largest => upTo(largest, real, 1), [
      line("at work", point => point.workersActive, "area"),
      line("allowed", point => point.workersAllowed, "dashed"),
    ], changes.items.filter(change => change.reason !== "start").map(changeMark)),
    overTime("Use of workers and processors", shares, [
      line("workers", point => point.workersAllowed > 0 ? point.workersActive / point.workersAllowed : null, "area"),
      ...(knowsProcessors ? [line("processors", point => point.cpu, "line")] : []),
    ]),
    overTime("Documents a second", upTo, [
      line("documents", point => point.documentsPerSecond, "area"),
      ...(points.some(point => point.pages > point.completed) ? [line("pages", point => point.pagesPerSecond, "line")] : []),
    ]),
    overTime("Input in MB a second", upTo, [line("MB", point => point.megabytesPerSecond, "area")]),
    overTime("Memory", upToBytes, [
      line("window", point => point.workingBytes, "area"),
      line("resident", point => point.residentBytes > 0 ? point.residentBytes : null, "line"),
      line("window's limit", point => point.workingBytesLimit, "dashed"),
    ]),
    overTime("Documents waiting", largest => upTo(largest, real, 1), [
      line("for a worker", point => point.waiting, "area"),
      line("done, for their turn", point => point.parked, "line"),
    ]),
    points.some(point => point.openFiles !== null)
      ? overTime("Open files", largest => upTo(largest, real, 1), [line("open", point => point.openFiles, "area")])
      : null));
}

function changeMark({ atMs, from, to, explanation }) {
  return { at: atMs / 1000, color: 0, hint: `${milliseconds(atMs)}: ${real(from)} → ${real(to)} workers\n${explanation}` };
}

function scaling({ count: number, items }) {
  if (number === 0) return null;
  const kept = items.slice(0, 40);
  const reasons = {
    start: "start", memoryPressure: "memory is short", rateLimited: "told to slow down", ioWait: "waiting for the disk",
    noGain: "no gain", cpuCap: "processor cap", recovered: "recovered",
  };
  return section("Changes of the number of workers", card(
    table("When the number of workers changed, and why", [
      ["After", change => milliseconds(change.atMs), "fixed"],
      ["Workers", change => change.reason === "start" ? real(change.to) : `${real(change.from)} → ${real(change.to)}`, "fixed"],
      ["Reason", change => reasons[change.reason] ?? change.reason, "fixed"],
      ["Explanation", change => change.explanation, "words"],
    ], kept, "unseen"),
    more(number - kept.length, "changes")));
}

function latency({ latency: taken, queueWait }) {
  return taken.documents === 0 ? null : section("How long a document took", element("div", { class: "grid" },
    spread("From start to end", taken),
    queueWait.maximumMs > 0 ? spread("Wait for a worker before", queueWait) : null));
}

function spread(title, distribution) {
  const { buckets } = distribution;
  if (buckets.length === 0) return null;
  const mark = (name, at, color) => ({ name: `${name} ${milliseconds(at)}`, at: at / 1000, hint: `${name}: ${milliseconds(at)}`, color });
  const limits = bucket => `${milliseconds(bucket.fromMs)} to ${milliseconds(bucket.toMs)}`;
  const part = bucket => share(bucket.documents / distribution.documents);

  // A clock's tick: what took no time at all has no place on a logarithmic axis.
  const shortest = Math.max(buckets[0].fromMs / 1000, 1e-7);
  return histogram({
    title,
    x: logarithmic(shortest, buckets.at(-1).toMs / 1000, duration),
    y: upTo(Math.max(...buckets.map(bucket => bucket.documents)), real, 1),
    bars: buckets.map(bucket => ({
      from: bucket.fromMs / 1000,
      to: bucket.toMs / 1000,
      value: bucket.documents,
      hint: [limits(bucket), `${counted(bucket.documents, "document", "documents")}, ${part(bucket)}`],
      bucket,
    })),
    marks: [
      mark("p50", distribution.p50Ms, 2), mark("p95", distribution.p95Ms, 3), mark("p99", distribution.p99Ms, 4),
      mark("longest", distribution.maximumMs, 0),
    ],
    head: [
      ["Time", bar => limits(bar.bucket), "fixed"],
      ["Documents", bar => count(bar.value), "figure"],
      ["Share", bar => part(bar.bucket), "figure"],
    ],
  });
}

// Stages as parts of a bar, always in the order that work goes.
function stageParts(stages, wholeMs) {
  const times = [
    ["Read", stages.readMs], ["Decode", stages.decodeMs], ["Parse", stages.parseMs], ["Render", stages.renderMs], ["Write", stages.writeMs],
  ];
  const other = Math.max(0, wholeMs - times.reduce((sum, [, time]) => sum + time, 0));

  // What rounding leaves is no time.
  return [...times, ["Other", other > 0.001 ? other : 0]].map(([name, time], i) => ({
    name,
    size: time / 1000,
    color: i + 1,
    hint: `${name}: ${milliseconds(time)}, ${share(wholeMs > 0 ? time / wholeMs : 0)}`,
  }));
}

// Where the time of the workers went: by stage and by size of document.
function effort({ tiers, stages }) {
  const whole = Math.max(tiers.reduce((sum, tier) => sum + tier.timeMs, 0), Object.values(stages).reduce((sum, time) => sum + time, 0));
  if (whole === 0) return null;
  const parts = stageParts(stages, whole);
  return section("Where the workers' time went", element("div", { class: "grid roomy" },
    card(
      element("h3", null, "By stage"),
      stack(parts, whole / 1000, "tall"),
      partsTable("Time by stage", parts.filter(part => part.size > 0), whole / 1000),
      parts.at(-1).size > 0 ? note("Other is what lies between the stages, and tries that did not get through.") : null),
    card(table("By size of document", [
      ["Size", tier => capitalized(tier.tier), "fixed"],
      ["Documents", tier => count(tier.documents), "figure"],
      ["Input", tier => bytes(tier.inputBytes), "figure"],
      ["p95", tier => milliseconds(tier.p95Ms), "figure"],
      ["Time", tier => milliseconds(tier.timeMs), "figure"],
      ["Share", tier => stack([{ size: tier.timeMs, color: 1, hint: share(tier.timeMs / whole) }], whole, "small"), "meter"],
    ], tiers))));
}

function capitalized(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function slowest(documents) {
  return documents.length === 0 ? null : section("Slowest documents", card(table("The documents that took longest", [
    ["Document", ({ status, path: source }) => [pill(status), path(source)], "path"],
    ["Size", document => bytes(document.inputBytes), "figure"],
    ["Class", document => capitalized(document.tier), "fixed"],
    ["Time", document => milliseconds(document.durationMs), "figure"],
    ["Stages", ({ status, stages, durationMs }) =>
      status === "converted" ? stack(stageParts(stages, durationMs), durationMs / 1000, "small") : null, "meter"],
  ], documents, "unseen")));
}

// What went wrong: by diagnostic, by format, and document by document.
function failures({ documents, diagnostics, formats, failures: failed }) {
  return documents.total === 0 ? null : section("Diagnostics and failures",
    element("div", { class: "grid roomy" },
      card(diagnostics.length === 0
        ? [element("h3", null, "By diagnostic"), element("p", { class: "soft" }, "There was nothing to say of any document.")]
        : table("By diagnostic", [
          ["Code", diagnostic => [pill(diagnostic.severity), element("code", null, diagnostic.code)]],
          ["Times", diagnostic => count(diagnostic.count), "figure"],
          ["Documents", diagnostic => count(diagnostic.documents), "figure"],
          ["Rate", diagnostic => share(diagnostic.documents / documents.total), "figure"],
        ], diagnostics)),
      card(table("By format", [
        ["Extension", format => format.extension === "" ? "none" : format.extension],
        ["Documents", format => count(format.documents), "figure"],
        ["Failed", format => count(format.failed), "figure"],
        ["Rate", format => share(format.documents > 0 ? format.failed / format.documents : 0), "figure"],
      ], formats))),
    failed.count === 0 ? null : card(
      table("Documents that failed", [
        ["Where", failure => [
          failure.status === "timedOut" ? pill(failure.status) : null,
          path(failure.path),
          failure.line > 0 ? element("span", { class: "soft" }, `(${failure.line},${failure.column})`) : null,
        ], "path"],
        ["Code", failure => element("code", null, failure.code), "fixed"],
        ["What happened", failure => failure.message, "words"],
      ], failed.items),
      more(failed.count - failed.items.length, "failures")));
}

function caches(all) {
  return all.length === 0 ? null : section("Caches", card(table("How useful caches were", [
    ["Cache", cache => cache.name],
    ["Found", cache => count(cache.hits), "figure"],
    ["Not found", cache => count(cache.misses), "figure"],
    ["Found of all", cache => share(cache.hits + cache.misses > 0 ? cache.hits / (cache.hits + cache.misses) : 0), "figure"],
    ["Entries at the end", cache => count(cache.entries), "figure"],
  ], all, "unseen")));
}
