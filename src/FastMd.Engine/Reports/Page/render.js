"use strict";

// Shows data of a form, "batch" or "speed", in place of what the root holds. Where the data come from is not its business.
function render(root, form, data) {
  removeCharts();
  const { title, content } = form === "speed" ? speedPage(data) : batchPage(data);
  document.title = visible(`FastMd: ${title}`);
  root.replaceChildren(...content.filter(part => part !== null));
  charts.forEach(each => each.show());
}

// In a report the data stand in the page. A page that is live has a script of its own.
{
  const source = document.getElementById("data");
  if (source !== null && source.dataset.form !== "live") render(document.getElementById("page"), source.dataset.form, JSON.parse(source.textContent));
}
