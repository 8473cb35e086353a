// One member: who, her work and family, how it stands with each programme, her visits and claims, and what happened.

import * as api from "./api.js";
import { eventRows } from "./decisions.js";
import { el, facts, mark, table } from "./page.js";
import { count, day, fill, maskedCard, maskedNid, moment, named, rupiah, words } from "./texts.js";

export async function members({ main, rest, attempt }) {
  const result = el("div", { class: "grid" });
  const status = el("span", { class: "soft small", role: "status" });
  const input = el("input", { class: "nid", id: "nid", inputmode: "numeric", maxlength: 16, pattern: "[0-9]{16}|[0-9]{13}|[0-9]{11}", required: true, autocomplete: "off", value: rest[0] ?? "",
    oninput: () => { status.textContent = fill(words().digits, { count: input.value.replace(/\D/g, "").length }); } });
  const form = el("form", { class: "row", onsubmit: (event) => { event.preventDefault(); attempt(() => find(input.value, result)); } },
    el("label", {}, words().number, input), el("button", { class: "primary" }, words().find), status);
  main.replaceChildren(el("h1", {}, words().nav.members), el("p", { class: "lead" }, words().membersLead), form, el("br"), result);
  if (/^\d{16}$/.test(rest[0] ?? "")) {
    history.replaceState(null, "", "#/members"); // a number does not stay in the address
    await attempt(() => find(rest[0], result));
  }
}

/** By a NID, or by the number of a card. */
async function find(number, place) {
  const nid = number.length === 16 ? number : await api.nidOfCard(number);
  const file = await api.memberFile(nid);
  const member = file.member;
  const [visits, claims] = await Promise.all([api.visitsOf(nid), api.claimsOf(nid)]);
  const history = await api.auditEvents({ nid, limit: 50 }); // afterwards, so that this reading is in it
  place.replaceChildren(
    el("div", { class: "grid two" }, person(file), affairs(file)),
    titled(words().standings, [
      { title: words().programme, text: (row) => row.programme },
      { title: words().paidUntil, text: (row) => row.paidUntil },
      { title: words().monthsPaid, number: true, text: (row) => count(row.monthsPaid), sort: (row) => row.monthsPaid },
      { title: words().amount, number: true, text: (row) => rupiah(Number(row.totalRupiah)), sort: (row) => Number(row.totalRupiah) },
    ], member.standings ?? []),
    titled(words().visits, [
      { title: words().time, text: (row) => moment(row.servicedFrom), sort: (row) => row.servicedFrom },
      { title: words().purpose, text: (row) => named(row.kind) },
      { title: words().facility, text: (row) => row.facilityId },
      { title: words().state, text: (row) => named(row.state) },
      { title: words().presence, text: shownBy },
    ], visits),
    titled(words().claims, [
      { title: words().eventDay, text: (row) => day(row.eventOn), sort: (row) => row.eventOn },
      { title: words().programme, text: (row) => row.programme },
      { title: words().facility, text: (row) => row.facilityId },
      { title: words().state, text: (row) => named(row.state) },
      { title: words().asked, number: true, text: (row) => rupiah(Number(row.amountRupiah)), sort: (row) => Number(row.amountRupiah) },
      { title: words().approved, number: true, text: (row) => (row.approvedRupiah ? rupiah(Number(row.approvedRupiah)) : ""), sort: (row) => Number(row.approvedRupiah ?? 0) },
      { title: words().presence, text: shownBy },
    ], claims),
    el("section", { class: "titled" }, el("h2", {}, words().history), eventRows(words().history, await api.auditWords(), history.events ?? [])));
}

function titled(title, columns, rows) {
  return el("section", { class: "titled" }, el("h2", {}, title), table(title, columns, rows, { empty: words().none }));
}

/** Who she is, and what counts beside her number. */
function person({ member, profile = {}, mergedInto, absorbed = [] }) {
  return el("section", { class: "card" }, el("h2", {}, member.fullName), facts([
    [words().nid, maskedNid(member.nid)],
    [words().born, profile.birthDate ? day(profile.birthDate) : ""], [words().sex, named(profile.sex)],
    [words().segment, named(member.segment)],
    [words().state, mark(member.status === "ACTIVE" ? "good" : "warn", named(member.status))],
    [words().fingers, member.fingersEnrolled ? mark("good", words().enrolled) : mark("warn", words().notEnrolled)],
    [words().registered, moment(member.registeredAt)],
    [words().cards, (member.cards ?? []).filter((card) => !card.endedAt).map((card) => `${named(card.scheme)} ${maskedCard(card.number)}`).join(", ")],
    [words().mergedInto, mergedInto ? maskedNid(mergedInto) : ""], [words().countsFor, absorbed.map(maskedNid).join(", ")],
  ].filter(([, value]) => value !== "")));
}

/** Work, family and consents: of each use of her data the latest word counts. */
function affairs({ employments = [], dependants = [], consents = [], history = [] }) {
  const latest = [...new Map(consents.map((consent) => [consent.use, consent])).values()];
  return el("section", { class: "card" }, el("h2", {}, words().affairs), facts([
    [words().work, lines(employments, (work) => `${work.employerId} · ${span(work.since, work.until)}`)],
    [words().dependants, lines(dependants, (one) => `${one.fullName} (${named(one.relationship)})${one.until ? ` · ${span("", one.until)}` : ""}`)],
    [words().consents, lines(latest, (consent) => mark(consent.given ? "good" : "warn", `${named(consent.use)}: ${consent.given ? words().given : words().refused}`))],
    [words().changes, lines(history, (change) => `${day(change.effectiveOn)} · ${named(change.to)}: ${change.reason}`)],
  ]));
}

function lines(all, line) {
  return all.length === 0 ? words().none : el("ul", { class: "plain" }, all.map((one) => el("li", {}, line(one))));
}

const span = (since, until) => `${since ? day(since) : "…"} – ${until ? day(until) : "…"}`;

/** What the visit or claim rests on. */
function shownBy({ presence = {} }) {
  return presence.decisionId ? named(presence.fallbackMethod ?? "FINGER") : presence.graceFallbackId ? named("EMERGENCY_GRACE") : words().notShown;
}
