"use strict";

// The page of a job while it runs, and when it is over: the page of its report, renewed each second, with what only makes sense while it runs.

function livePage(live, connection) {
  if (live === null) {
    return { title: "waiting", content: [element("header", null,
      element("p", { class: "over" }, connectionPill(connection)),
      element("h1", null, "No job has told of itself yet"),
      element("p", { class: "lead" }, "A job does so once it has run for a second. This page shows it as soon as it does."))] };
  }
  const { report } = live;
  return {
    title: live.total > 0 && live.state === "running" ? `${share(live.completed / live.total)} done` : stateWords[live.state],
    content: [
      liveHead(live, connection),
      liveTiles(live),
      alerts(report.alerts),
      atWork(live.processes),
      timeline(report),
      scaling(report.scaling),
      latency(report),
      effort(report),
      slowest(report.slowest),
      failures(report),
      caches(report.caches),
      element("footer", null, `FastMd ${report.version}. As of ${moment(live.atUtc)}. Percentiles are within 2 % of the exact ones, those of several processes at most 19 % too high. KB, MB and GB are steps of 1,024.`),
    ],
  };
}

const stateWords = { running: "running", over: "over", cancelled: "cancelled", silent: "no news" };

function liveHead(live, connection) {
  const { documents } = live.report;
  const isRunning = live.state === "running";
  const done = live.total === null ? counted(live.completed, "document", "documents") : `${count(live.completed)} of ${counted(live.total, "document", "documents")}`;
  const rest = isRunning && live.timeLeftMs !== null ? `, about ${milliseconds(live.timeLeftMs)} left` : "";
  const words = { running: `Running for ${milliseconds(live.report.elapsedMs)}${rest}.`, over: `Over, after ${milliseconds(live.report.elapsedMs)}.`,
    cancelled: `Cancelled after ${milliseconds(live.report.elapsedMs)}.`, silent: "None of its processes has told of itself lately: they were killed, or cannot be reached." };
  return element("header", { class: live.state === "silent" ? "bad" : isRunning ? (documents.failed + documents.timedOut > 0 ? "bad" : "") : verdictLook(documents) },
    element("p", { class: "over" }, connectionPill(connection), path(live.name)),
    element("h1", null, done),
    progressBar(live),
    element("p", { class: "lead" }, words[live.state], isRunning && live.currentFile !== null ? [" Now at ", path(live.currentFile), "."] : null));
}

function connectionPill(connection) {
  const [text, look] = { live: ["live", " good"], lost: ["no answer", " mild"], ended: ["not live any more", ""] }[connection];
  return element("span", { class: `pill${look}`, role: "status" }, text);
}

// What became of the documents so far, as parts of all there are.
function progressBar({ completed, total, report: { documents } }) {
  if (total === null || total === 0) return null;
  const failed = documents.failed + documents.timedOut;
  const earlier = Math.max(0, completed - documents.converted - documents.unchanged - failed);
  const part = (name, size, color) => ({ size, color, hint: `${count(size)} ${name}` });
  const parts = [part("converted", documents.converted, 1), part("unchanged", documents.unchanged, 6), part("done before", earlier, 5), part("failed", failed, 4)].filter(each => each.size > 0);
  const bar = stack(parts, Math.max(total, completed), "tall");
  bar.setAttribute("role", "progressbar");
  bar.setAttribute("aria-label", `Documents done: ${parts.map(each => each.hint).join(", ")}`);
  bar.setAttribute("aria-valuemin", "0");
  bar.setAttribute("aria-valuemax", String(total));
  bar.setAttribute("aria-valuenow", String(completed));
  return bar;
}

function liveTiles(live) {
  const { report, processes } = live;
  const { documents, throughput, latency: taken, workers, retries } = report;
  const running = processes.filter(process => process.state === "running" && process.role !== "publisher");
  const sum = value => running.reduce((all, process) => all + value(process), 0);
  const active = sum(process => process.workersActive);
  const allowed = sum(process => process.workersAllowed);
  const known = value => running.map(value).filter(each => each !== null);
  const [processors, files, limits] = [known(process => process.cpu), known(process => process.openFiles), known(process => process.openFilesLimit)];
  const isRunning = live.state === "running";
  const failed = documents.failed + documents.timedOut;
  const waiting = sum(process => process.waiting);
  const none = isRunning ? "not known yet" : "of no process any more";
  return element("dl", { class: "tiles" },
    tile("Documents a minute", isRunning ? real(live.documentsPerMinute) : real(throughput.documentsPerMinute), isRunning ? `${real(throughput.documentsPerMinute)} on average` : "on average"),
    tile("Pages a minute", isRunning ? real(live.pagesPerMinute) : real(throughput.pagesPerSecond * 60), `${counted(report.pages, "page", "pages")} so far`),
    tile("Queue", live.total === null ? count(waiting) : count(Math.max(0, live.total - live.completed - active)), `${count(waiting)} at hand, ${count(sum(process => process.parked))} done, for their turn`),
    tile("Failed", count(failed), rest({ ...documents, failed: 0, timedOut: documents.timedOut })),
    tile("Workers at work", `${count(active)} of ${real(allowed)}`, running.length === 1 ? `${count(Math.max(0, Math.floor(allowed) - active))} idle` : `in ${counted(running.length, "process", "processes")}`),
    tile("Worker efficiency", share(workers.efficiency), `busy ${milliseconds(workers.busyMs)} of ${milliseconds(workers.allowedMs)}`),
    tile("95 of 100 done within", taken.documents > 0 ? milliseconds(taken.p95Ms) : "–", taken.documents > 0 ? `half within ${milliseconds(taken.p50Ms)}` : "no document was begun"),
    tile("Input", `${real(throughput.megabytesPerSecond)} MB/s`, `${bytes(report.inputBytes)} read`),
    tile("Processors", processors.length > 0 ? share(processors.reduce((all, each) => all + each, 0) / processors.length) : "–", processors.length > 0 ? "in use by all that runs" : none),
    tile("Memory", running.length > 0 ? bytes(sum(process => process.residentBytes)) : "–", report.peakResidentBytes > 0 ? `${bytes(report.peakResidentBytes)} at most${processes.length > 1 ? " in one process" : ""}` : none),
    tile("Open files", files.length > 0 ? count(files.reduce((all, each) => all + each, 0)) : "–", limits.length > 0 ? `${count(Math.min(...limits))} allowed${running.length > 1 ? " each" : ""}` : none),
    tile("Tried again", count(retries.documents), `${counted(retries.attempts, "try", "tries")} in all`));
}

// Shows a state of the job. The charts that are on the page stay.
function renderLive(root, live, connection) {
  const before = charts.splice(0);
  const { title, content } = livePage(live, connection);
  charts.length = 0;
  document.title = visible(`FastMd: ${title}`);
  patchChildren(root, content.filter(part => part !== null));
  charts.push(...[...root.querySelectorAll("figure")].map(figure => figure.chart));
  before.filter(each => !charts.includes(each)).forEach(each => each.remove());
  charts.filter(each => each.plot === null).forEach(each => each.show());
}

// Asks for what is new until the job is over or the page is closed.
{
  const root = document.getElementById("page");
  let live = JSON.parse(document.getElementById("data").textContent);
  const show = connection => renderLive(root, live, connection);
  const events = new EventSource("events");
  events.addEventListener("message", event => {
    live = JSON.parse(event.data);
    show("live");
  });
  events.addEventListener("end", () => {
    events.close();
    show("ended");
  });
  events.addEventListener("error", () => show("lost"));
  show("live");
}
