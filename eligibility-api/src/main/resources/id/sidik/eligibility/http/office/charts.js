// Charts as SVG. Each is a figure with a caption, a legend that names series beside their colours and patterns, and the same numbers as a table.

import { el, svg, table } from "./page.js";

const WIDTH = 520;
const BAR = 22;
const PATTERNS = ["M0 6 6 0", "M0 0 6 6", "M3 0V6", "M0 3H6", "M0 0 6 6M0 6 6 0"];

/** Fills that differ in pattern as well as in colour. */
function patterns(id, count) {
  return svg("defs", {}, Array.from({ length: count }, (_, i) => svg("pattern",
    { id: `${id}-${i + 1}`, width: 6, height: 6, patternUnits: "userSpaceOnUse" },
    svg("rect", { width: 6, height: 6, class: `s${i + 1}` }),
    i === 0 ? [] : [svg("path", { d: PATTERNS[(i - 1) % PATTERNS.length], stroke: "var(--card)", "stroke-width": 1.1, fill: "none" })])));
}

function withTable(caption, chart, legend, columns, rows, words) {
  return el("figure", {},
    el("figcaption", {}, el("h2", {}, caption)),
    chart, legend,
    el("details", { class: "data" }, el("summary", {}, words.asTable), table(caption, columns, rows)));
}

/** Horizontal bars: rows are {name, value, href}. */
export function bars(caption, rows, { format, words, nameTitle, valueTitle }) {
  const largest = Math.max(1, ...rows.map((row) => row.value));
  const left = 200, right = 84, height = rows.length * (BAR + 8) + 6;
  const chart = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "chart", role: "img", "aria-label": `${caption}. ${words.tableBelow}` });
  rows.forEach((row, i) => {
    const y = i * (BAR + 8) + 4;
    const length = (WIDTH - left - right) * row.value / largest;
    const name = svg("text", { x: left - 8, y: y + 15, "text-anchor": "end" }, short(row.name, 30));
    chart.append(
      row.href ? svg("a", { href: row.href, tabindex: "-1" }, name) : name,
      svg("rect", { x: left, y, width: Math.max(row.value > 0 ? 2 : 0, length), height: BAR, rx: 2, class: row.series ?? "s1" }),
      svg("text", { x: left + length + 6, y: y + 15, class: "value-label" }, format(row.value)));
  });
  return withTable(caption, chart, null, [
    { title: nameTitle, text: (row) => row.name, cell: (row) => row.href ? el("a", { href: row.href }, row.name) : row.name },
    { title: valueTitle, number: true, text: (row) => format(row.value), sort: (row) => row.value },
  ], rows, words);
}

/** Stacked columns: names along the axis, series as {name, values}. */
export function columns(caption, names, series, { format, axis, words, nameTitle }) {
  const id = `p${Math.abs([...caption].reduce((sum, c) => sum * 31 + c.codePointAt(0) | 0, 7))}`;
  const left = 52, top = 10, bottom = 24, height = 250;
  const totals = names.map((_, i) => series.reduce((sum, one) => sum + one.values[i], 0));
  const largest = nice(Math.max(1, ...totals));
  const y = (value) => top + (height - top - bottom) * (1 - value / largest);
  const step = (WIDTH - left - 8) / Math.max(1, names.length);
  const chart = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "chart", role: "img", "aria-label": `${caption}. ${words.tableBelow}` },
    patterns(id, series.length));
  for (let i = 0; i <= 4; i++) {
    const value = largest * i / 4;
    chart.append(svg("line", { x1: left, x2: WIDTH - 8, y1: y(value), y2: y(value), class: "axis" }),
      svg("text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, axis(value)));
  }
  names.forEach((name, i) => {
    let below = 0;
    series.forEach((one, s) => {
      const value = one.values[i];
      chart.append(svg("rect", { x: left + i * step + step * 0.14, width: step * 0.72, y: y(below + value), height: Math.max(0, y(below) - y(below + value)), fill: `url(#${id}-${s + 1})` }));
      below += value;
    });
    chart.append(svg("text", { x: left + (i + 0.5) * step, y: height - 7, "text-anchor": "middle" }, name));
  });
  const legend = el("ul", { class: "legend" }, series.map((one, s) => el("li", {},
    svg("svg", { viewBox: "0 0 22 16", "aria-hidden": "true" }, svg("rect", { width: 22, height: 16, rx: 2, fill: `url(#${id}-${s + 1})` })), one.name)));
  const rows = names.map((name, i) => ({ name, values: series.map((one) => one.values[i]), total: totals[i] }));
  return withTable(caption, chart, legend, [
    { title: nameTitle, text: (row) => row.name },
    ...series.map((one, s) => ({ title: one.name, number: true, text: (row) => format(row.values[s]), sort: (row) => row.values[s] })),
    { title: words.total, number: true, text: (row) => format(row.total), sort: (row) => row.total },
  ], rows, words);
}

/** The next number that reads well on an axis. */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 4, 5, 8, 10].map((factor) => factor * power).find((candidate) => candidate >= value);
}

function short(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
