// Which days the reports are about. Kept for the visit, so that pages agree.

import { el } from "./page.js";
import { words } from "./texts.js";

let chosen = null;

const iso = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** From the address, else as chosen before, else the last twelve months. */
export function period(query) {
  if (query.get("from") && query.get("to")) {
    chosen = { from: query.get("from"), to: query.get("to") };
  }
  if (!chosen) {
    const today = new Date();
    chosen = { from: iso(new Date(today.getFullYear() - 1, today.getMonth(), today.getDate() + 1)), to: iso(today) };
  }
  return chosen;
}

export function periodForm(onChange) {
  const from = el("input", { type: "date", value: chosen.from, id: "from" });
  const to = el("input", { type: "date", value: chosen.to, id: "to" });
  return el("form", { class: "row", onsubmit: (event) => {
    event.preventDefault();
    if (from.value && to.value && from.value <= to.value) {
      chosen = { from: from.value, to: to.value };
      onChange();
    }
  } }, el("label", {}, words().from, from), el("label", {}, words().to, to), el("button", {}, words().apply));
}
