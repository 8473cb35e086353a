// The adjudication queue: who looks like whom, both prints side by side, and the decision with its reason.

import * as api from "./api.js";
import { el, facts, say } from "./page.js";
import { laidOver } from "./prints.js";
import { count, day, fill, fingerName, maskedNid, moment, words } from "./texts.js";

export async function queue({ main, rest, attempt, session }) {
  const page = await api.cases();
  const cases = page.cases ?? [];
  const chosen = cases.find((one) => one.caseId === rest[0]) ?? cases[0];
  const file = chosen ? await api.caseFile(chosen.caseId) : null;
  main.replaceChildren(el("h1", {}, words().nav.queue), el("p", { class: "lead" }, words().queueLead),
    cases.length === 0 ? el("p", { class: "card" }, words().queueEmpty)
      : el("div", { class: "split" },
        el("ul", { class: "list card" }, cases.map((one) => el("li", {}, el("a", { href: `#/queue/${encodeURIComponent(one.caseId)}`, "aria-current": one === chosen ? "true" : null },
          maskedNid(one.applicantNid), el("span", { class: "soft small" }, `${one.candidates.length} · ${day(one.openedAt.slice(0, 10))}`))))),
        view(chosen, file, attempt, session.person)));
}

function view(one, file, attempt, officer) {
  return el("section", { class: "grid", "aria-labelledby": "case-title" },
    el("div", { class: "card" },
      el("h2", { id: "case-title" }, `${words().applicant}: `, hidden(one.applicantNid)),
      facts([[words().waitingSince, moment(one.openedAt)], [words().caseId, el("code", {}, one.caseId)]]),
      el("h3", {}, words().candidates),
      el("div", { class: "grid two" }, one.candidates.map((candidate, i) => el("div", { class: "card" },
        el("h3", {}, fill(words().candidate, { number: i + 1 })),
        facts([[words().nid, candidate.nid ? hidden(candidate.nid) : "–"], [words().name, candidate.fullName || "–"],
          [words().likeness, el("span", {}, fill(words().oneIn, { count: oneIn(candidate.fmr) }), el("br"), fill(words().searchOneIn, { count: oneIn(candidate.fpir) }))]]))))),
    stored(one, attempt),
    el("details", { class: "card" }, el("summary", {}, words().pictures), el("p", { class: "soft" }, words().picturesLead),
      el("div", { class: "prints" }, glass(words().applicant), glass(fill(words().candidate, { number: 1 })))),
    decision(one, file, attempt, officer));
}

function oneIn(rate) {
  return rate > 0 ? count(Math.round(1 / rate)) : "∞";
}

/** A number that shows whole only while somebody asks for it. */
function hidden(nid) {
  const text = el("span", {}, maskedNid(nid));
  const button = el("button", { type: "button", class: "link small", onclick: () => {
    const whole = text.textContent !== nid;
    text.textContent = whole ? nid : maskedNid(nid);
    button.textContent = whole ? words().hide : words().show;
  } }, words().show);
  return el("span", {}, text, " ", button);
}

/** What is stored of both, laid over one another when an officer asks: each time is in the audit. */
function stored(one, attempt) {
  const candidate = el("select", { id: "prints-candidate" },
    one.candidates.map((_, i) => el("option", { value: i + 1 }, fill(words().candidate, { number: i + 1 }))));
  const finger = el("select", { id: "prints-finger" }, el("option", { value: "" }, words().mostAlike));
  const place = el("div", { id: "prints" });
  candidate.addEventListener("change", () => {
    finger.replaceChildren(finger.firstChild);
    place.replaceChildren();
  });
  const show = () => attempt(async () => {
    const shown = finger.value;
    const answer = await api.casePrints(one.caseId, candidate.value, shown);
    finger.replaceChildren(finger.firstChild, ...(answer.fingers ?? []).filter((name) => name !== "FINGER_POSITION_UNSPECIFIED")
      .map((name) => el("option", { value: name }, fingerName(name))));
    finger.value = shown;
    place.replaceChildren(answer.comparison
      ? laidOver(answer.comparison, words().applicant, fill(words().candidate, { number: candidate.value }))
      : el("p", { class: "notice" }, words().printsAbsent[answer.absence] ?? answer.absence));
  });
  return el("div", { class: "card" }, el("h3", {}, words().printsTitle), el("p", { class: "soft" }, words().printsLead),
    el("div", { class: "row" }, el("label", {}, words().candidates, candidate), el("label", {}, words().finger, finger),
      el("button", { type: "button", id: "show-prints", class: "primary", onclick: show }, words().showPrints)), place);
}

/** One picture from a file. It never leaves the browser. */
function glass(title) {
  const pane = el("div", { class: "glass" }, words().noPrint);
  const look = { turn: 0, scale: 1, inverted: false };
  const draw = () => {
    const image = pane.querySelector("img");
    if (image) {
      image.style.transform = `rotate(${look.turn}deg) scale(${look.scale})`;
      image.style.filter = look.inverted ? "invert(1)" : "";
    }
  };
  const file = el("input", { type: "file", accept: "image/png,image/jpeg,image/bmp", "aria-label": `${words().openPrint}: ${title}`, onchange: () => {
    if (file.files[0]) {
      const image = el("img", { alt: `${title}: ${file.files[0].name}` });
      image.src = URL.createObjectURL(file.files[0]);
      image.addEventListener("load", () => URL.revokeObjectURL(image.src));
      pane.replaceChildren(image);
      draw();
    }
  } });
  const change = (work) => () => { work(); draw(); };
  return el("div", { class: "print" }, el("h3", {}, title), pane, el("div", { class: "buttons" }, file,
    el("button", { type: "button", onclick: change(() => { look.turn += 15; }) }, words().rotate),
    el("button", { type: "button", onclick: change(() => { look.scale = Math.min(6, look.scale * 1.25); }) }, words().larger),
    el("button", { type: "button", onclick: change(() => { look.scale = Math.max(0.5, look.scale / 1.25); }) }, words().smaller),
    el("button", { type: "button", onclick: change(() => { look.inverted = !look.inverted; }) }, words().invert)));
}

/** The verdict with its reason, and what another officer has proposed: a merge takes two who say the same. */
function decision(one, file, attempt, officer) {
  const reason = el("textarea", { id: "reason", maxlength: 200, required: true });
  const decide = (verdict, counterpartNid) => {
    if (!reason.value.trim()) {
      say(words().reasonNeeded);
      reason.focus();
      return;
    }
    attempt(async () => {
      const answer = await api.decideCase(one.caseId, { verdict, counterpartNid, reason: reason.value.trim(), officer });
      say(answer.decided ? words().decided : words().proposed);
      location.hash = answer.decided ? `#/queue?t=${Date.now()}` : `#/queue/${encodeURIComponent(one.caseId)}?t=${Date.now()}`;
    });
  };
  const said = { SAME_PERSON: words().samePerson, DIFFERENT_PEOPLE: words().differentPeople };
  return el("div", { class: "card" }, el("p", { class: "soft" }, words().decideLead),
    file.proposedBy ? el("p", { id: "proposal" }, fill(words().proposedBy, { officer: file.proposedBy, verdict: said[file.proposed] })) : "",
    el("label", {}, words().reason, reason), el("br"),
    el("div", { class: "row" }, one.candidates.filter((candidate) => candidate.nid).map((candidate) => el("button",
      { type: "button", class: "danger", onclick: () => decide("SAME_PERSON", candidate.nid) },
      fill(words().samePersonAs, { number: one.candidates.indexOf(candidate) + 1 }))),
      el("button", { type: "button", class: "primary", onclick: () => decide("DIFFERENT_PEOPLE", "") }, words().differentPeople)));
}
