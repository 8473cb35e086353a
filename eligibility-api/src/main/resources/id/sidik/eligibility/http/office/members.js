// One member: who, how it stands with each programme, and what happened.

import * as api from "./api.js";
import { eventRows } from "./decisions.js";
import { el, facts, mark, table } from "./page.js";
import { count, fill, maskedNid, moment, rupiah, words } from "./texts.js";

export async function members({ main, rest, attempt }) {
  const result = el("div", { class: "grid" });
  const status = el("span", { class: "soft small", role: "status" });
  const input = el("input", { class: "nid", id: "nid", inputmode: "numeric", maxlength: 16, pattern: "[0-9]{16}", required: true, autocomplete: "off", value: rest[0] ?? "",
    oninput: () => { status.textContent = fill(words().digits, { count: input.value.replace(/\D/g, "").length }); } });
  const form = el("form", { class: "row", onsubmit: (event) => { event.preventDefault(); attempt(() => find(input.value, result)); } },
    el("label", {}, words().nid, input), el("button", { class: "primary" }, words().find), status);
  main.replaceChildren(el("h1", {}, words().nav.members), el("p", { class: "lead" }, words().membersLead), form, el("br"), result);
  if (/^\d{16}$/.test(rest[0] ?? "")) {
    history.replaceState(null, "", "#/members"); // a number does not stay in the address
    await attempt(() => find(rest[0], result));
  }
}

async function find(nid, place) {
  const member = await api.member(nid);
  const history = await api.auditEvents({ nid, limit: 50 }); // afterwards, so that this reading is in it
  place.replaceChildren(
    el("section", { class: "card" }, el("h2", {}, member.fullName), facts([
      [words().nid, maskedNid(member.nid)], [words().segment, member.segment.replaceAll("_", " ").toLowerCase()],
      [words().state, member.status === "ACTIVE" ? mark("good", member.status) : mark("warn", member.status)],
      [words().fingers, member.fingersEnrolled ? mark("good", words().enrolled) : mark("warn", words().notEnrolled)],
      [words().registered, moment(member.registeredAt)]])),
    el("section", {}, el("h2", {}, words().standings), table(words().standings, [
      { title: words().programme, text: (row) => row.programme },
      { title: words().paidUntil, text: (row) => row.paidUntil },
      { title: words().monthsPaid, number: true, text: (row) => count(row.monthsPaid), sort: (row) => row.monthsPaid },
      { title: words().amount, number: true, text: (row) => rupiah(Number(row.totalRupiah)), sort: (row) => Number(row.totalRupiah) },
    ], member.standings ?? [], { empty: words().none })),
    el("section", {}, el("h2", {}, words().history), eventRows(words().history, history.events ?? [])));
}
