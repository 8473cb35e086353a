// One task a screen: language, purpose, NID, finger, answer. Nothing is kept when the screen starts over.

import { check, end, Refused } from "./bridge.js";
import { drawHands } from "./hand.js";
import { drawCode, drawShape } from "./pictures.js";
import { fill, textsOf } from "./texts.js";

const NID_DIGITS = 16;
const FIRST_FINGER = "RIGHT_INDEX";
const IDLE_SECONDS = 30;
const IDLE_WARNING_SECONDS = 10;
const SCREENS = ["language", "purpose", "nid", "finger", "answer", "officer"];

const at = (id) => document.getElementById(id);

let texts = textsOf("id");
let screen = "language";
let nid = "";
let purpose = null;
let finger = FIRST_FINGER;
let revealed = false;
let running = null; // AbortController of the check under way
let ended = Promise.resolve(); // the end of the journey before, once the bridge knows of it
let idleSeconds = 0;

// ---------------------------------------------------------------- screens

function show(next) {
  screen = next;
  for (const id of SCREENS) {
    at(id).hidden = id !== next;
  }
  const reached = Math.min(SCREENS.indexOf(next), 4);
  [...at("steps").children].forEach((dot, index) => dot.classList.toggle("reached", index < reached));
  at("restart").hidden = next === "language";
  at("help").hidden = next === "officer";
  document.body.dataset.screen = next;
  idleSeconds = 0;
  at("idle").textContent = "";
  at(`${next}-title`).focus();
}

function speak(language) {
  texts = textsOf(language);
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll("[data-text]")) {
    place.textContent = texts[place.dataset.text];
  }
  at("purposes").replaceChildren(...Object.keys(texts.purposes).map(purposeButton));
  at("keys").replaceChildren(...["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "next"].map(keyButton));
  showDigits();
}

function leaveJourney() {
  if (running) {
    running.abort();
    running = null;
    ended = end();
  }
}

function startOver() {
  leaveJourney();
  nid = "";
  purpose = null;
  finger = FIRST_FINGER;
  revealed = false;
  delete document.body.dataset.outcome;
  for (const id of ["reasons", "receipt-qr", "receipt-facts"]) {
    at(id).replaceChildren();
  }
  speak("id");
  show("language");
}

function seeOfficer() {
  leaveJourney();
  show("officer");
}

// ---------------------------------------------------------------- purpose and NID

function purposeButton(name) {
  const [title, programme] = texts.purposes[name];
  const button = buttonOf("choice", () => {
    purpose = name;
    show("nid");
  });
  button.dataset.purpose = name;
  button.append(textOf("strong", title), textOf("span", programme));
  return button;
}

function keyButton(key) {
  const button = buttonOf(/\d/.test(key) ? "key" : `key ${key}`, () => press(key));
  button.dataset.key = key;
  button.textContent = texts[key] ?? key;
  return button;
}

function press(key) {
  if (key === "next") {
    if (nid.length === NID_DIGITS) {
      capture();
    }
  } else if (key === "erase") {
    nid = nid.slice(0, -1);
  } else if (nid.length < NID_DIGITS) {
    nid += key;
  }
  showDigits();
}

function showDigits() {
  at("digits").replaceChildren(...Array.from({ length: NID_DIGITS }, (_, index) => {
    const digit = textOf("span", index < nid.length ? (revealed ? nid[index] : "●") : "");
    digit.className = index < nid.length ? "digit filled" : "digit";
    return digit;
  }));
  const complete = nid.length === NID_DIGITS;
  at("nid-status").textContent = complete ? texts.nidReady : fill(texts.nidCount, { count: nid.length });
  at("reveal").textContent = revealed ? texts.conceal : texts.reveal;
  at("reveal").setAttribute("aria-pressed", String(revealed));
  const next = document.querySelector("[data-key=next]");
  next.disabled = !complete;
  next.classList.toggle("primary", complete);
}

// ---------------------------------------------------------------- finger

function chooseFinger() {
  leaveJourney();
  at("finger-title").textContent = texts.chooseFinger;
  at("finger-lead").textContent = texts.chooseFingerLead;
  at("meter").hidden = true;
  at("other-finger").hidden = true;
  drawHands(at("hands"), finger, texts.fingers, (chosen) => {
    finger = chosen;
    capture();
  });
}

async function capture() {
  const journey = new AbortController();
  running = journey;
  at("meter").hidden = true;
  at("transfer").value = 0;
  at("other-finger").hidden = false;
  at("finger-title").textContent = texts.connecting;
  at("finger-lead").textContent = "";
  drawHands(at("hands"), finger, texts.fingers);
  show("finger");
  let answered = false;
  try {
    await ended;
    await check({ nid, purpose, finger }, (step) => {
      if (running === journey) {
        answered = follow(step) || answered;
      }
    }, journey.signal);
    if (running === journey) {
      running = null;
      if (!answered) {
        refer(texts.failed);
      }
    }
  } catch (failure) {
    if (running === journey) {
      running = null;
      refer(failure instanceof Refused ? refusalText(failure.reason) : texts.failed);
    }
  }
}

function refusalText(reason) {
  return reason === "SCANNER_BUSY" ? texts.busy : (texts[reason] ?? texts.failed);
}

/** Shows one step. Says whether it was the answer. */
function follow(step) {
  idleSeconds = 0;
  if (step.prompt) {
    showPrompt(step.prompt);
  } else if (step.transfer) {
    showTransfer(step.transfer);
  } else if (step.captured) {
    at("finger-title").textContent = texts.captured;
    at("finger-lead").textContent = texts.asking;
    at("transfer").removeAttribute("value");
    at("transfer-text").textContent = "";
    at("other-finger").hidden = true;
  } else if (step.captureFailed) {
    at("finger-title").textContent = texts.asking;
    at("finger-lead").textContent = "";
  } else if (step.gateUnreachable) {
    refer(texts.unreachable);
    return true;
  } else if (step.refused) {
    refer(refusalText(step.refused.reason));
    return true;
  } else if (step.decision) {
    showDecision(step.decision);
    return true;
  } else if (step.receiptCode) {
    drawCode(at("receipt-qr"), step.receiptCode);
  }
  return false;
}

function showPrompt(prompt) {
  at("finger-title").textContent = fill(texts.guidance[prompt.guidance], { finger: texts.fingers[prompt.finger] ?? "" });
  at("finger-lead").textContent = prompt.attempt > 1 ? fill(texts.attempt, { attempt: prompt.attempt }) : "";
  at("meter").hidden = true;
}

function showTransfer(transfer) {
  const percent = Math.min(100, Math.round((100 * (transfer.receivedBytes ?? 0)) / transfer.expectedBytes));
  at("meter").hidden = false;
  at("transfer").value = percent;
  at("finger-title").textContent = texts.guidance.HOLD_STILL;
  at("transfer-text").textContent = fill(texts.reading, { percent });
}

// ---------------------------------------------------------------- answer

function showDecision(decision) {
  if (decision.granted) {
    const { benefit, inForceUntil } = decision.granted;
    const lead = inForceUntil
      ? fill(texts.grantedLead, { benefit, until: dayOf(inForceUntil) })
      : fill(texts.grantedLeadOpen, { benefit });
    showAnswer("granted", texts.granted, lead, []);
  } else if (decision.denied) {
    showAnswer("denied", texts.denied, texts.deniedLead, decision.denied.reasons);
  } else {
    showAnswer("officer", texts.undetermined, texts.undeterminedLead, [
      { ...decision.undetermined, code: decision.undetermined.cause },
    ]);
  }
  showReceipt(decision);
}

/** The person is sent to an officer, and told that this is no refusal. */
function refer(why) {
  showAnswer("officer", texts.undetermined, texts.undeterminedLead, [{ textId: why, textEn: why }]);
  at("receipt").hidden = true;
}

function showAnswer(outcome, title, lead, reasons) {
  document.body.dataset.outcome = outcome;
  drawShape(at("answer-shape"), outcome);
  at("answer-title").textContent = title;
  at("answer-lead").textContent = lead;
  at("reasons").replaceChildren(...reasons.map(reasonItem));
  at("again").hidden = outcome === "granted";
  show("answer");
}

function reasonItem(reason) {
  const item = document.createElement("li");
  if (reason.code) {
    item.append(textOf("small", reason.code));
  }
  item.append(texts.language === "id" ? reason.textId : reason.textEn);
  return item;
}

function showReceipt(decision) {
  at("receipt").hidden = !decision.receipt;
  at("receipt-facts").replaceChildren(
    ...factOf(texts.decisionId, decision.decisionId),
    ...factOf(texts.decidedAt, timeOf(decision.decidedAt)),
    ...factOf(texts.policy, decision.policyVersion),
  );
}

function factOf(name, value) {
  return [textOf("dt", name), textOf("dd", value)];
}

function dayOf(isoDay) {
  return new Date(`${isoDay}T00:00:00`).toLocaleDateString(texts.language, { dateStyle: "long" });
}

function timeOf(timestamp) {
  return new Date(timestamp).toLocaleString(texts.language, { dateStyle: "medium", timeStyle: "short" });
}

// ---------------------------------------------------------------- small parts

function buttonOf(className, onClick) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.addEventListener("click", onClick);
  return button;
}

function textOf(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Starts over when nobody has touched the screen for a while, and says so beforehand. */
function countIdleSecond() {
  if (screen === "language" || (screen === "finger" && running)) {
    return;
  }
  idleSeconds++;
  const left = IDLE_SECONDS - idleSeconds;
  if (left <= 0) {
    startOver();
  } else if (left <= IDLE_WARNING_SECONDS) {
    at("idle").textContent = fill(texts.idle, { seconds: left });
  }
}

function stirred() {
  idleSeconds = 0;
  at("idle").textContent = "";
}

function listen() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      show("purpose");
    });
  }
  at("restart").addEventListener("click", startOver);
  at("done").addEventListener("click", startOver);
  at("officer-done").addEventListener("click", startOver);
  at("help").addEventListener("click", seeOfficer);
  at("again").addEventListener("click", () => show("nid"));
  at("other-finger").addEventListener("click", chooseFinger);
  at("reveal").addEventListener("click", () => {
    revealed = !revealed;
    showDigits();
  });
  document.addEventListener("keydown", (event) => {
    stirred();
    if (screen === "nid" && /^\d$/.test(event.key)) {
      press(event.key);
    } else if (screen === "nid" && event.key === "Backspace") {
      press("erase");
    } else if (event.key === "Escape") {
      startOver();
    }
  });
  document.addEventListener("pointerdown", stirred);
  setInterval(countIdleSecond, 1000);
}

drawShape(at("officer-shape"), "officer");
drawShape(at("help-shape"), "officer");
listen();
startOver();
