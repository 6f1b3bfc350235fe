"use strict";

// The processes of a job that is live, and their workers.

// Where one process does all, its workers; else the processes.
function atWork(processes) {
  const working = processes.filter(process => process.role !== "publisher");
  if (processes.length === 1 && working.length === 1) {
    const [{ workers }] = working;
    return workers.length === 0 ? null : section("Workers now", card(cells(workers.map(workerCell)), workerTable(workers)));
  }
  return section("Processes", card(
    cells(working.flatMap(process => process.workers.map(worker => workerCell({ ...worker, process: process.name })))),
    processTable(processes)));
}

// Many workers at a glance: one cell each.
function cells(all) {
  return all.length === 0 ? null : element("div", { class: "cells", role: "img", "aria-label": `${count(all.filter(cell => cell.look === "busy").length)} of ${counted(all.length, "worker", "workers")} at a document` },
    all.map(cell => element("span", { class: `cell ${cell.look}`, title: cell.hint })));
}

function workerLook({ document: source, isStuck }) {
  return isStuck ? "stuck" : source === null ? "idle" : "busy";
}

function workerCell(worker) {
  const doing = { stuck: "given up, and not back yet", idle: "idle", busy: `${worker.document}, for ${milliseconds(worker.forMs)}` }[workerLook(worker)];
  return { look: workerLook(worker), hint: `${worker.process === undefined ? "" : `${worker.process}, `}worker ${worker.number}: ${doing}` };
}

function workerTable(workers) {
  return scrolled(table("Workers", [
    ["Worker", worker => count(worker.number), "fixed"],
    ["Document", worker => worker.isStuck ? pill("stuck") : worker.document === null ? element("span", { class: "soft" }, "idle") : path(worker.document), "path"],
    ["For", worker => worker.document === null ? "" : milliseconds(worker.forMs), "figure"],
    ["Documents", worker => count(worker.documents), "figure"],
    ["Efficiency", worker => share(worker.efficiency), "figure"],
    ["", worker => efficiencyBar(worker.efficiency), "meter"],
  ], workers, "unseen"));
}

function processTable(processes) {
  return scrolled(table("Processes", [
    ["Process", process => [pill(process.role === "publisher" ? "publisher" : process.state), element("bdi", { dir: "ltr" }, process.name)], "path narrow"],
    ["Workers", process => process.role === "publisher" ? "" : `${count(process.workersActive)} of ${real(process.workersAllowed)}`, "figure"],
    ["Documents", process => count(process.documents), "figure"],
    ["A minute", process => real(process.documentsPerMinute), "figure"],
    ["Efficiency", process => process.role === "publisher" ? "" : share(process.efficiency), "figure"],
    ["p95", process => process.documents > 0 ? milliseconds(process.p95Ms) : "", "figure"],
    ["Processors", process => process.cpu === null ? "" : share(process.cpu), "figure"],
    ["Memory", process => process.residentBytes > 0 ? bytes(process.residentBytes) : "", "figure"],
    ["Files", process => process.openFiles === null ? "" : count(process.openFiles), "figure"],
    ["Last heard", process => moment(process.atUtc).split(", ")[1], "figure"],
  ], processes, "unseen"));
}

function efficiencyBar(value) {
  return stack([{ size: value, color: 1, hint: share(value) }], 1, "small");
}

// A table that is long scrolls in its place, so that what is below it stays where it is.
function scrolled(content) {
  return element("div", { class: "scrolled", tabindex: "0", role: "region", "aria-label": "Table that scrolls" }, content);
}
