// What the gate decided, read from the audit log.

import * as api from "./api.js";
import { el, mark, table } from "./page.js";
import { meaning, moment, words } from "./texts.js";

const KINDS = { Granted: "good", Denied: "bad", Undetermined: "warn" };

export async function decisions({ main, attempt }) {
  const explained = await api.auditWords();
  const rows = [];
  let before;
  const outcome = el("select", { id: "outcome", onchange: () => draw() }, el("option", { value: "" }, words().all),
    Object.keys(words().outcomes).map((name) => el("option", { value: name }, words().outcomes[name])));
  const place = el("div");
  const more = el("button", { type: "button", onclick: () => attempt(load) }, words().more);
  function draw() {
    place.replaceChildren(eventRows(words().nav.decisions, explained, rows.filter((row) => !outcome.value || JSON.parse(row.content).outcome === outcome.value)));
  }
  async function load() {
    const found = await api.auditEvents({ type: "DECISION_MADE", limit: 100, beforeIndex: before });
    rows.push(...(found.events ?? []));
    before = found.nextBeforeIndex;
    more.hidden = before === undefined;
    draw();
  }
  await load();
  main.replaceChildren(el("h1", {}, words().nav.decisions), el("p", { class: "lead" }, words().decisionsLead),
    el("div", { class: "row head" }, el("label", {}, words().outcome, outcome)), place, el("br"), more);
}

const reasonText = (explained, names) => names.split(",").filter(Boolean).map((name) => meaning(explained, name)).join(" ");

/** Events of the log as rows that a person can read, by what the log's names mean. The codes stay in the log. */
export function eventRows(caption, { eventTypes, reasons }, events) {
  const read = events.map((event) => ({ index: Number(event.index), ...JSON.parse(event.content) }));
  return table(caption, [
    { title: words().time, text: (row) => moment(row.at), sort: (row) => row.at },
    { title: words().eventType, text: (row) => meaning(eventTypes, row.type) },
    { title: words().outcome, text: (row) => row.outcome ?? "", cell: (row) => (KINDS[row.outcome] ? mark(KINDS[row.outcome], words().outcomes[row.outcome]) : row.outcome ?? "") },
    { title: words().purpose, text: (row) => (row.purpose ?? row.programme ?? row.report ?? row.topic ?? "").replaceAll("_", " ").toLowerCase() },
    { title: words().facility, text: (row) => row.facility ?? "" },
    { title: words().reasons, text: (row) => reasonText(reasons, row.reasons ?? row.cause ?? row.error_reason ?? "") },
    { title: words().entry, number: true, text: (row) => String(row.index), sort: (row) => row.index, cell: (row) => el("a", { href: `#/audit/${row.index}` }, String(row.index)) },
  ], read, { empty: words().none });
}
