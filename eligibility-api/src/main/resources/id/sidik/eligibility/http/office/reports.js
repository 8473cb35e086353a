// One report at a time: its rule, its thresholds, its rows, the heaviest of them as bars, and the file.

import * as api from "./api.js";
import { bars } from "./charts.js";
import { period, periodForm } from "./period.js";
import { el, table } from "./page.js";
import { count, fill, inUnit, keyFigure, maskedNid, moment, pick, words } from "./texts.js";

const ROWS_MAX = 500;
const BARS_MAX = 10;
/** Reports whose rows do not compare with one another. */
const WITHOUT_BARS = ["key-figures", "financial-totals", "genuine-rejects", "claims"];
const TEXTS = ["WORD", "MEMBER", "DAY"];

export async function reports({ main, rest, query, session }) {
  const days = period(query);
  const names = await api.reports();
  const chosen = names.find((one) => one.name === rest[0]) ?? names[0];
  const report = await api.report(chosen.name, days, ROWS_MAX);
  main.replaceChildren(
    el("div", { class: "row head" },
      el("div", {}, el("h1", {}, words().nav.reports), el("p", { class: "lead" }, words().reportsLead)),
      periodForm(() => { location.hash = `#/reports/${chosen.name}?t=${Date.now()}`; })),
    el("div", { class: "split" }, list(names, chosen), view(chosen, report, days, session)));
}

function list(names, chosen) {
  return el("div", { class: "card" }, Object.keys(words().families).flatMap((family) => [
    el("h2", {}, words().families[family]),
    el("ul", { class: "list" }, names.filter((one) => one.family === family).map((one) => el("li", {},
      el("a", { href: `#/reports/${one.name}`, "aria-current": one === chosen ? "true" : null }, pick(one.titleId, one.titleEn))))),
  ]));
}

function view(chosen, report, days, session) {
  const rows = report.rows.map((row) => row.cells);
  const place = el("div");
  const filter = el("input", { type: "search", id: "filter", oninput: () => draw(filter.value.toLowerCase()) });
  function draw(wanted) {
    const shown = wanted ? rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(wanted))) : rows;
    place.replaceChildren(table(`${pick(chosen.titleId, chosen.titleEn)} · ${fill(words().rowsOf, { shown: count(shown.length), total: count(Number(report.rowsTotal)) })}`,
      columnsOf(report, session), shown, { empty: words().none }));
  }
  draw("");
  return el("section", { "aria-labelledby": "report-title" },
    el("h2", { id: "report-title" }, pick(chosen.titleId, chosen.titleEn)),
    el("p", { class: "lead" }, pick(chosen.ruleId, chosen.ruleEn)),
    report.partial ? el("p", { class: "notice" }, words().partial) : null,
    heaviest(report, rows),
    el("div", { class: "row head" }, el("label", {}, words().filter, filter),
      el("a", { class: "button", href: api.reportFile(chosen.name, days), download: "" }, words().csv)),
    place,
    Object.keys(report.thresholds).length ? el("p", { class: "soft small" }, `${words().thresholds}: `,
      Object.entries(report.thresholds).map(([name, value]) => el("span", { class: "tag" }, `${name} ${value}`)).flatMap((tag) => [tag, " "])) : null,
    el("p", { class: "soft small" }, fill(words().updated, { time: moment(report.madeAt) }), session.role === "auditor" ? ` · ${words().masked}` : ""));
}

/** The first column with numbers that compare, as bars. */
function heaviest(report, rows) {
  const number = report.columns.findIndex((column) => !TEXTS.includes(column.unit));
  if (number < 0 || rows.length < 2 || WITHOUT_BARS.includes(report.description.name)) {
    return null;
  }
  const column = report.columns[number];
  const label = report.columns[0].name === "kind" ? 1 : 0;
  const top = rows.slice().sort((a, b) => Number(b[number]) - Number(a[number])).slice(0, BARS_MAX)
    .map((row) => ({ name: report.columns[label].unit === "MEMBER" || /^\d{16}$/.test(row[label]) ? maskedNid(row[label]) : row.slice(label, label + (label === 0 && report.columns[1].unit === "WORD" ? 2 : 1)).join(" "), value: Number(row[number]) }));
  return el("div", { class: "card" }, bars(`${words().heaviest}: ${pick(column.textId, column.textEn)}`, top,
    { format: (value) => inUnit(value, column.unit), words: words(), nameTitle: words().group, valueTitle: pick(column.textId, column.textEn) }), el("br"));
}

function columnsOf(report, session) {
  const keyed = report.columns[2]?.name === "unit"; // the key figures bring their own units
  return report.columns.map((column, i) => {
    const textual = TEXTS.includes(column.unit);
    return {
      title: pick(column.textId, column.textEn),
      number: !textual,
      class: column.name === "evidence" ? "evidence" : undefined,
      text: (row) => (keyed && i === 1 ? inUnit(row[1], row[2]) : keyed && i === 0 ? keyFigure(row[0]) : inUnit(row[i], column.unit)),
      sort: (row) => (textual ? row[i] : Number(row[i])),
      cell: /^(subject|member)$/.test(column.name) ? (row) => subject(row[i], session) : undefined,
    };
  });
}

/** A member's number leads to the member; it shows whole only there. */
function subject(text, session) {
  return /^\d{16}$/.test(text) && session.role === "operator" ? el("a", { href: `#/members/${text}` }, maskedNid(text)) : text;
}
