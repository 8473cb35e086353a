// The audit log, and the check of an entry in this browser: SHA-256 of the leaf, the path to the root, the signature on the root.

import * as api from "./api.js";
import { checkPath, checkSignature, leafHash, readCheckpoint, readProof } from "./proof.js";
import { el, facts, mark, table } from "./page.js";
import { count, fill, meaning, moment, words } from "./texts.js";

export async function audit({ main, rest, attempt }) {
  const detail = el("section", { class: "card" }, el("p", { class: "soft" }, words().chooseEvent));
  const place = el("div");
  const { eventTypes } = await api.auditWords();
  const typed = (name) => meaning(eventTypes, name);
  const byText = [...eventTypes.keys()].sort((a, b) => typed(a).localeCompare(typed(b)));
  const type = el("select", { id: "type" }, el("option", { value: "" }, words().all), byText.map((name) => el("option", { value: name }, typed(name))));
  const nid = el("input", { class: "nid", id: "audit-nid", inputmode: "numeric", maxlength: 16, pattern: "[0-9]{16}", autocomplete: "off" });
  const more = el("button", { type: "button", onclick: () => attempt(() => load(false)) }, words().more);
  let rows = [];
  let before;
  async function load(afresh) {
    const found = await api.auditEvents({ type: type.value, nid: nid.value, limit: 50, beforeIndex: afresh ? undefined : before });
    rows = (afresh ? [] : rows).concat((found.events ?? []).map((event) => ({ event, ...JSON.parse(event.content) })));
    before = found.nextBeforeIndex;
    more.hidden = before === undefined;
    place.replaceChildren(list(rows, typed, (row) => attempt(() => show(row.event, typed, detail))));
  }
  main.replaceChildren(el("h1", {}, words().nav.audit), el("p", { class: "lead" }, words().auditLead),
    el("form", { class: "row head", onsubmit: (event) => { event.preventDefault(); attempt(() => load(true)); } },
      el("div", { class: "row" }, el("label", {}, words().eventType, type), el("label", {}, words().about, nid), el("button", { class: "primary" }, words().search))),
    el("div", { class: "grid two" }, el("div", {}, place, el("br"), more), detail));
  await load(true);
  if (/^\d+$/.test(rest[0] ?? "")) {
    const one = await api.auditEvents({ beforeIndex: Number(rest[0]) + 1, limit: 1 });
    await attempt(() => show(one.events[0], typed, detail));
  }
}

/** The role, and whom the access token named. */
const actor = (content) => [content.person, words().roles[content.actor_role] ?? content.actor_role].filter(Boolean).join(" · ");

function list(rows, typed, onChoose) {
  return table(words().nav.audit, [
    { title: words().index, number: true, text: (row) => String(row.event.index), sort: (row) => Number(row.event.index),
      cell: (row) => el("button", { type: "button", class: "link", onclick: () => onChoose(row) }, String(row.event.index)) },
    { title: words().time, text: (row) => moment(row.at), sort: (row) => row.at },
    { title: words().eventType, text: (row) => typed(row.type) },
    { title: words().actor, text: actor },
  ], rows, { empty: words().none, onRow: (line, row) => line.addEventListener("dblclick", () => onChoose(row)) });
}

async function show(event, typed, detail) {
  const content = JSON.parse(event.content);
  const checks = el("ol", { class: "checks", "aria-live": "polite" });
  detail.replaceChildren(
    el("h2", {}, `${words().entry} ${event.index}: ${typed(content.type)}`),
    facts([[words().time, moment(content.at)], [words().actor, actor(content)], [words().hash, el("code", {}, event.leafHash)]]),
    el("h3", {}, words().content), el("pre", {}, JSON.stringify(content, null, 2)),
    el("h3", {}, words().check), checks);
  for (const [name, outcome] of await verify(event)) {
    checks.append(el("li", {}, outcome === undefined ? mark("warn", words().notChecked) : outcome ? mark("good", words().agrees) : mark("bad", words().differs), ` ${name}`));
  }
}

/** What can be checked here, each with true, false, or undefined where this browser or the service cannot. */
async function verify(event) {
  const leaf = await leafHash(event.content);
  const note = await api.checkpoint();
  const key = await api.verifierKey();
  const head = readCheckpoint(note);
  return [
    [words().checkLeaf, leaf.hex === event.leafHash],
    [words().checkPath, await api.inclusionProof(event.index).then((proof) => checkPath(leaf.bytes, readProof(proof)), () => undefined)],
    [`${words().checkHead} · ${fill(words().headOf, { size: count(head.size) })}`, await checkSignature(note, key).catch(() => undefined)],
  ];
}
