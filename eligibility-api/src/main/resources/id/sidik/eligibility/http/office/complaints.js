// Complaints: write them down, answer them, see which wait.

import * as api from "./api.js";
import { el, mark, say } from "./page.js";
import { moment, maskedNid, words } from "./texts.js";

export async function complaints({ main, attempt }) {
  const place = el("div", { class: "grid" });
  async function load() {
    const found = (await api.complaints()).complaints ?? [];
    found.sort((a, b) => Number(Boolean(a.answer)) - Number(Boolean(b.answer)) || b.receivedAt.localeCompare(a.receivedAt));
    place.replaceChildren(...(found.length ? found.map((one) => card(one, load, attempt)) : [el("p", { class: "card" }, words().none)]));
  }
  await load();
  main.replaceChildren(el("h1", {}, words().nav.complaints), el("p", { class: "lead" }, words().complaintsLead),
    el("details", { class: "card" }, el("summary", {}, words().newComplaint), form(load, attempt)), el("br"), place);
}

function form(load, attempt) {
  const options = (names) => Object.entries(names).map(([value, text]) => el("option", { value }, text));
  const topic = el("select", { id: "topic" }, options(words().topics));
  const channel = el("select", { id: "channel" }, options(words().channels));
  const nid = el("input", { class: "nid", id: "complaint-nid", inputmode: "numeric", maxlength: 16, pattern: "[0-9]{16}", autocomplete: "off" });
  const facility = el("input", { id: "complaint-facility", maxlength: 40 });
  const text = el("textarea", { id: "complaint-text", required: true, maxlength: 2000 });
  return el("form", { class: "grid", onsubmit: (event) => {
    event.preventDefault();
    attempt(async () => {
      await api.recordComplaint({ topic: topic.value, channel: channel.value, nid: nid.value, facilityId: facility.value, text: text.value });
      event.target.reset();
      say(words().saved);
      await load();
    });
  } }, el("div", { class: "row" }, el("label", {}, words().topic, topic), el("label", {}, words().channel, channel), el("label", {}, words().nidOptional, nid), el("label", {}, words().facilityOptional, facility)),
    el("label", {}, words().words, text), el("div", {}, el("button", { class: "primary" }, words().save)));
}

function card(one, load, attempt) {
  const answer = el("textarea", { "aria-label": words().answer, required: true, maxlength: 2000 });
  return el("article", { class: "card" },
    el("div", { class: "row head" }, el("h2", {}, words().topics[one.topic] ?? one.topic), one.answer ? mark("good", words().answeredState) : mark("warn", words().waiting)),
    el("p", { class: "soft small" }, [words().received, moment(one.receivedAt), words().channels[one.channel] ?? one.channel, one.facilityId, one.nid ? maskedNid(one.nid) : ""].filter(Boolean).join(" · ")),
    el("p", {}, one.text),
    one.answer ? el("p", { class: "notice" }, el("strong", {}, `${words().answer}: `), one.answer)
      : el("form", { class: "grid", onsubmit: (event) => {
        event.preventDefault();
        attempt(async () => { await api.answerComplaint(one.complaintId, answer.value); say(words().saved); await load(); });
      } }, el("label", {}, words().answer, answer), el("div", {}, el("button", { class: "primary" }, words().answerButton))));
}
