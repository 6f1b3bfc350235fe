"use strict";

// The page of a measurement: how the speed depends on the number of workers.

function speedPage(measurement) {
  const { documents, failed, inputBytes, points, rounds, serialFraction, recommendedWorkers } = measurement;
  const advice = recommendedWorkers === 1 ? "Use one worker" : `Use ${recommendedWorkers} workers`;
  const fastest = real(Math.max(...points.map(point => point.speedUp)));
  const notConverted = failed > 0 ? ` ${counted(failed, "document", "documents")} failed each time.` : "";
  return {
    title: "speed by number of workers",
    content: [
      element("header", null,
        element("p", { class: "over" }, `${counted(documents, "document", "documents")}, ${bytes(inputBytes)}`),
        element("h1", null, advice),
        element("p", { class: "lead" }, `The fastest is ${fastest} times as fast as one worker. About ${share(serialFraction)} of the work is serial.${notConverted}`)),
      section("Speed-up", curve(points)),
      section("Figures", card(table("Speed by number of workers", [
        ["Workers", point => count(point.workers), "fixed"],
        ["Time", point => duration(point.seconds), "figure"],
        ["Documents/s", point => real(point.documentsPerSecond), "figure"],
        ["MB/s", point => real(point.megabytesPerSecond), "figure"],
        ["Speed-up", point => real(point.speedUp), "figure"],
        ["Efficiency", point => share(point.efficiency), "figure"],
        ["Workers busy", point => share(point.busy), "figure"],
      ], points, "unseen"))),
      speedParts(measurement.secondsByStage),
      element("footer", null, `Medians of ${counted(rounds, "run", "runs")} in turn, after one that warmed up. Amdahl's law: with a serial fraction s, n workers take s + (1 - s) / n of the time of one. MB are steps of 1,024.`),
    ],
  };
}

function curve(points) {
  const workers = points.map(point => point.workers);
  const most = workers.at(-1);
  const some = [1, Math.floor(most / 4), Math.floor(most / 2), most];
  return lineChart({
    title: "Times as fast as one worker",
    x: { min: 1, max: Math.max(most, 2), ticks: workers.length <= 10 ? workers : some, format: real },
    y: upTo(Math.max(most, ...points.map(point => point.speedUp)), real, 0.5),
    xs: workers,
    series: [
      { name: "measured", values: points.map(point => point.speedUp), look: "dots" },
      { name: "by Amdahl's law", values: points.map(point => point.expectedSpeedUp), look: "line" },
      { name: "ideal", values: workers, look: "dashed" },
    ],
  });
}

function speedParts(secondsByStage) {
  const whole = Object.values(secondsByStage).reduce((sum, seconds) => sum + seconds, 0);
  const parts = Object.entries(secondsByStage).map(([name, seconds], i) =>
    ({ name: capitalized(name), size: seconds, color: i + 1, hint: `${capitalized(name)}: ${duration(seconds)}` }));
  return section("Where the time goes with one worker", whole === 0 ? null : card(
    stack(parts, whole, "tall"),
    partsTable("Time by stage", parts, whole)));
}
