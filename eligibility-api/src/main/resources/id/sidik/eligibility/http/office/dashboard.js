// The overview: key figures, findings, money, people who were refused wrongly, sites.

import * as api from "./api.js";
import { bars, columns } from "./charts.js";
import { period, periodForm } from "./period.js";
import { el, table } from "./page.js";
import { count, fill, inUnit, keyFigure, moment, percent, pick, rupiah, shortRupiah, words } from "./texts.js";

const REFRESH_MILLIS = 60_000;
const PROGRAMMES = ["JHT", "JKK", "JKM", "JP", "JKP", "JKN"];
const LONG_FIGURES = ["unverified-value"];

export async function dashboard({ main, query, signal, attempt }) {
  const days = period(query);
  const parts = {
    figures: el("div", { class: "grid cards", "aria-live": "off" }), findings: el("section", { class: "card" }),
    money: el("section", { class: "card" }), claims: el("section", { class: "card" }),
    rejects: el("section", { class: "card" }), sites: el("section", { class: "card" }),
  };
  const updated = el("span", { class: "soft small" });
  const live = el("input", { type: "checkbox", id: "live", checked: true });
  const names = await api.reports();
  await figures(parts.figures, days);
  main.replaceChildren(
    el("div", { class: "row head" },
      el("div", {}, el("h1", {}, words().nav.dashboard), el("p", { class: "lead" }, words().dashboardLead)),
      periodForm(() => { location.hash = "#/dashboard?t=" + Date.now(); })),
    parts.figures,
    el("div", { class: "grid two" }, parts.findings, parts.money, parts.claims, parts.rejects), el("br"), parts.sites,
    el("p", { class: "row" }, el("label", { class: "row" }, live, words().live), updated));
  const all = async () => {
    await findings(parts.findings, names, days, signal);
    await money(parts.money, days);
    await claims(parts.claims, days);
    await rejects(parts.rejects, days);
    await sites(parts.sites, days);
    updated.textContent = fill(words().updated, { time: moment(new Date().toISOString()) });
    main.dataset.loaded = "yes";
  };
  delete main.dataset.loaded;
  attempt(all);
  const timer = setInterval(() => {
    if (live.checked && !document.hidden) {
      attempt(async () => { await figures(parts.figures, days); await all(); });
    }
  }, REFRESH_MILLIS);
  signal.addEventListener("abort", () => clearInterval(timer));
}

async function figures(place, days) {
  const report = await api.report("key-figures", days);
  place.replaceChildren(...report.rows.map(({ cells: [name, value, unit] }) => el("div", { class: `card figure-card ${LONG_FIGURES.includes(name) ? "long" : ""}` },
    el("p", { class: "value", title: inUnit(value, unit) }, unit === "rupiah" ? shortRupiah(Number(value)) : inUnit(value, unit)),
    el("p", { class: "name" }, keyFigure(name)))));
}

async function findings(place, names, days, signal) {
  const rows = [];
  for (const name of names.filter((one) => one.family === "FRAUD")) {
    if (signal.aborted) {
      return;
    }
    const report = await api.report(name.name, days, 1);
    rows.push({ name: pick(name.titleId, name.titleEn), value: Number(report.rowsTotal), href: `#/reports/${name.name}` });
  }
  place.replaceChildren(bars(words().fraudTitle, rows, { format: count, words: words(), nameTitle: words().report, valueTitle: words().findings }),
    el("p", { class: "soft small" }, words().fraudLead));
}

async function money(place, days) {
  const report = await api.report("contributions", days, 10_000);
  const months = [...new Set(report.rows.map((row) => row.cells[1]))].sort();
  const programmes = PROGRAMMES.filter((programme) => report.rows.some((row) => row.cells[0] === programme));
  const series = programmes.map((programme) => ({ name: programme, values: months.map((month) => report.rows
    .filter((row) => row.cells[0] === programme && row.cells[1] === month).reduce((sum, row) => sum + Number(row.cells[4]), 0)) }));
  place.replaceChildren(columns(words().contributionsByMonth, months.map((month) => month.slice(2)), series,
    { format: rupiah, axis: (value) => count(Math.round(value / 1e6)), words: words(), nameTitle: words().month }));
}

async function claims(place, days) {
  const report = await api.report("claims", days, 1000);
  const rows = PROGRAMMES.map((programme) => ({ name: programme, value: report.rows
    .filter((row) => row.cells[0] === programme).reduce((sum, row) => sum + Number(row.cells[2]), 0) })).filter((row) => row.value > 0);
  place.replaceChildren(bars(words().claimsByProgramme, rows, { format: count, words: words(), nameTitle: words().programme, valueTitle: words().total }));
}

async function rejects(place, days) {
  const report = await api.report("genuine-rejects", days, 1000);
  const rows = report.rows.filter((row) => row.cells[0].startsWith("age ")).map((row) => ({ name: row.cells[0].slice(4).replace("-", "–"), value: Number(row.cells[3]), series: "s2" }));
  place.replaceChildren(bars(words().rejectsTitle, rows, { format: percent, words: words(), nameTitle: words().group, valueTitle: words().rate }));
}

async function sites(place, days) {
  const report = await api.report("sites", days, 1000);
  place.replaceChildren(el("h2", {}, words().sitesTitle), table(words().sitesTitle, report.columns.map((column, i) => ({
    title: pick(column.textId, column.textEn), number: column.unit !== "WORD",
    text: (row) => inUnit(row.cells[i], column.unit), sort: (row) => (column.unit === "WORD" ? row.cells[i] : Number(row.cells[i])),
  })), report.rows));
}
