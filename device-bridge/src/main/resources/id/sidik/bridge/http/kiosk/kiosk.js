// One task a screen: language, purpose, number, finger, answer. Nothing is kept when the screen starts over.

import { check, end, Refused, setting } from "./bridge.js";
import { drawHands } from "./hand.js";
import { drawCard, drawCode, drawScene, drawShape, purposePicture } from "./pictures.js";
import { cue, resetSound, say, toggleSound } from "./sound.js";
import { clearFrame, drawFrame, markExceptions } from "./staff.js";
import { fill, loadTexts, textsOf } from "./texts.js";

// What a person may be known by, and how many digits that has: a NID, a card of JKN, a card of KPJ.
const DIGITS = { NID: 16, JKN: 13, KPJ: 11 };
const FIRST_FINGER = "RIGHT_INDEX";
const ATTEMPTS_SHOWN_FROM = 2;
// EN 301 549, 9.2.2.1: whoever is slow is warned and has twenty seconds to say so.
const IDLE_SECONDS = 60;
const IDLE_WARNING_SECONDS = 20;
const SCREENS = ["language", "purpose", "nid", "finger", "exceptions", "answer", "officer"];
const STEP_OF = { language: 0, purpose: 1, nid: 2, finger: 3, exceptions: 3, answer: 4, officer: 4 };

const at = (id) => document.getElementById(id);

let kiosk = { mode: "self-service", languages: ["id"], purposes: [] };
let texts = null;
let screen = "language";
let kind = "NID"; // of the number, as in DIGITS
let number = "";
let purpose = null;
let finger = FIRST_FINGER;
let exceptions = new Map(); // finger to MISSING or BANDAGED, as staff declared
let revealed = false;
let unsettled = false; // no finger served, and the gate's fallbacks were offered
let further = null; // the finger that the journey goes on with, until the person has placed it
let advice = null; // what is wrong with the scanner and what to do about it, by language
let running = null; // AbortController of the check under way
let ended = Promise.resolve(); // the end of the journey before, once the bridge knows of it
let idleSeconds = 0;
let focused = null; // what had the focus before the question whether somebody is here

// ---------------------------------------------------------------- screens

function show(wanted) {
  screen = wanted;
  for (const id of SCREENS) {
    at(id).hidden = id !== wanted;
  }
  [...at("steps").children].forEach((dot, index) => dot.classList.toggle("reached", index < STEP_OF[wanted]));
  at("restart").hidden = wanted === "language";
  at("help").hidden = wanted === "officer";
  at("declare").hidden = kiosk.mode !== "attended" || wanted !== "finger";
  document.body.dataset.screen = wanted;
  stirred();
  at(`${wanted}-title`).focus();
}

function speak(language) {
  texts = textsOf(language);
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll("[data-text]")) {
    place.textContent = texts[place.dataset.text];
  }
  at("purposes").replaceChildren(...kiosk.purposes.map(purposeButton));
  at("kinds").setAttribute("aria-label", texts.numberKind);
  at("kinds").replaceChildren(...Object.keys(DIGITS).map(kindButton));
  at("keys").setAttribute("aria-label", texts.keys);
  at("keys").replaceChildren(...["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "next"].map(keyButton));
  at("fallback-steps").replaceChildren(...texts.fallbackSteps.map((step) => textOf("li", step)));
  at("staff-ways").replaceChildren(...Object.values(texts.fallbacks).map((way) => textOf("li", way)));
  showSound(at("sound").getAttribute("aria-pressed") === "true");
  showKind();
}

function showSound(on) {
  at("sound").setAttribute("aria-pressed", String(on));
  at("sound-text").textContent = on ? texts.soundOn : texts.soundOff;
}

function leaveJourney() {
  if (running) {
    running.abort();
    running = null;
    ended = end();
  }
  clearFrame(at("frame"));
}

function startOver() {
  leaveJourney();
  kind = "NID";
  number = "";
  purpose = null;
  finger = FIRST_FINGER;
  exceptions = new Map();
  revealed = false;
  unsettled = false;
  delete document.body.dataset.outcome;
  for (const id of ["reasons", "receipt-qr", "receipt-facts", "staff-decision", "exception-list"]) {
    at(id).replaceChildren();
  }
  resetSound();
  at("sound").setAttribute("aria-pressed", "true");
  setContrast(false);
  speak(kiosk.languages[0]);
  show("language");
}

function seeOfficer() {
  leaveJourney();
  show("officer");
  cue("officer");
  say(texts.officerTitle, texts.code);
}

// ---------------------------------------------------------------- language and purpose

function languageButton(language, index) {
  const own = textsOf(language).language;
  const button = buttonOf(index === 0 ? "choice primary" : "choice", () => {
    speak(language);
    show("purpose");
    say(texts.purposeTitle, texts.code);
  });
  button.dataset.language = language;
  button.lang = language;
  button.append(textOf("strong", own.name), textOf("span", own.start));
  return button;
}

function purposeButton(name) {
  const [title, programme] = texts.purposes[name];
  const button = buttonOf("choice pictured", () => {
    purpose = name;
    show("nid");
    say(at("nid-title").textContent, texts.code);
  });
  button.dataset.purpose = name;
  const words = textOf("span", "");
  words.append(textOf("strong", title), textOf("small", programme));
  button.append(purposePicture(name), words);
  return button;
}

// ---------------------------------------------------------------- number

function kindButton(name) {
  const button = buttonOf("kind", () => {
    kind = name;
    number = number.slice(0, DIGITS[kind]); // whoever notices late need not type again
    showKind();
    say(at("nid-title").textContent, texts.code);
  });
  button.dataset.kind = name;
  button.textContent = texts.numberKinds[name];
  return button;
}

function showKind() {
  at("nid-title").textContent = kind === "NID" ? texts.nidTitle : texts.cardTitles[kind];
  at("nid-lead").textContent = kind === "NID" ? texts.nidLead : texts.cardLeads[kind];
  for (const button of at("kinds").children) {
    button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
  }
  drawCard(at("card"), DIGITS[kind]);
  showDigits();
}

function keyButton(key) {
  const button = buttonOf(/\d/.test(key) ? "key" : `key ${key}`, () => press(key));
  button.dataset.key = key;
  button.textContent = texts[key] ?? key;
  return button;
}

function press(key) {
  if (key === "next") {
    if (number.length === DIGITS[kind]) {
      capture();
    }
  } else if (key === "erase") {
    number = number.slice(0, -1);
  } else if (number.length < DIGITS[kind]) {
    number += key;
  }
  showDigits();
}

function showDigits() {
  at("digits").replaceChildren(...Array.from({ length: DIGITS[kind] }, (_, index) => {
    const digit = textOf("span", index < number.length ? (revealed ? number[index] : "●") : "");
    digit.className = index < number.length ? "digit filled" : "digit";
    return digit;
  }));
  const complete = number.length === DIGITS[kind];
  at("nid-status").textContent = complete ? texts.nidReady : fill(texts.numberCount, { count: number.length, digits: DIGITS[kind] });
  at("reveal").textContent = revealed ? texts.conceal : texts.reveal;
  at("reveal").setAttribute("aria-pressed", String(revealed));
  const next = document.querySelector("[data-key=next]");
  next.disabled = !complete;
  next.classList.toggle("primary", complete);
}

// ---------------------------------------------------------------- finger

/** The same finger of the other hand: it is there, it is rested, and it is easily found. */
function counterpart(position) {
  return position.startsWith("RIGHT") ? position.replace("RIGHT", "LEFT") : position.replace("LEFT", "RIGHT");
}

function chooseFinger() {
  leaveJourney();
  at("scene").replaceChildren();
  at("finger-title").textContent = texts.chooseFinger;
  at("finger-lead").textContent = texts.chooseFingerLead;
  at("meter").hidden = true;
  at("other-finger").hidden = true;
  drawHands(at("hands"), finger, texts.fingers, (chosen) => {
    finger = chosen;
    capture();
  });
  at("finger-title").focus();
}

function declareExceptions() {
  leaveJourney();
  markExceptions(at("exception-hands"), at("exception-list"), exceptions, texts);
  show("exceptions");
}

async function capture() {
  const journey = new AbortController();
  running = journey;
  unsettled = false;
  further = null;
  advice = null;
  at("meter").hidden = true;
  at("transfer").value = 0;
  at("other-finger").hidden = false;
  at("preview").hidden = kiosk.mode !== "attended";
  guide("ASKING", texts.connecting, "");
  drawHands(at("hands"), finger, texts.fingers);
  show("finger");
  let answered = false;
  try {
    await ended;
    await check(question(), (step) => {
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

function question() {
  return {
    ...(kind === "NID" ? { nid: number } : { cardNumber: number }),
    purpose,
    finger,
    furtherFingers: [counterpart(finger)],
    preview: kiosk.mode === "attended",
    exceptions: [...exceptions].map(([excepted, kind]) => ({ finger: excepted, kind })),
  };
}

function refusalText(reason) {
  return reason === "SCANNER_BUSY" ? texts.busy : (texts[reason] ?? texts.failed);
}

/** Shows one step. Says whether it was the answer. */
function follow(step) {
  stirred();
  if (step.prompt) {
    showPrompt(step.prompt);
  } else if (step.transfer) {
    showTransfer(step.transfer);
  } else if (step.frame) {
    drawFrame(at("frame"), step.frame);
  } else if (step.captured) {
    guide("CAPTURED", texts.captured, texts.asking);
    cue("done");
    at("transfer").removeAttribute("value");
    at("transfer-text").textContent = "";
    at("other-finger").hidden = true;
  } else if (step.captureFailed) {
    advice = step.captureFailed.advice ?? null;
    guide("ASKING", scannerAdvice() ?? texts.asking, scannerAdvice() ? texts.asking : "");
  } else if (step.nextFinger) {
    showNextFinger(step.nextFinger);
  } else if (step.fallbackOffered) {
    unsettled = true;
  } else if (step.provisional) {
    showProvisional(step.provisional);
    return true;
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

/** A picture, a sentence, and what more there is to say. */
function guide(scene, title, lead) {
  at("finger").dataset.state = drawScene(at("scene"), scene);
  at("finger-title").textContent = title;
  at("finger-lead").textContent = lead;
}

/** In the language of the person; undefined when nothing is wrong with the scanner. */
function scannerAdvice() {
  return advice?.[texts.code] ?? advice?.id;
}

function showPrompt(prompt) {
  if (further && prompt.guidance === "LIFT_FINGER") {
    showLiftBeforeNext();
    return;
  }
  const title = fill(texts.guidance[prompt.guidance], { finger: texts.fingers[prompt.finger] ?? "" });
  guide(prompt.guidance, title, leadOf(prompt));
  if (prompt.guidance === "HOLD_STILL") {
    further = null;
  }
  drawHands(at("hands"), prompt.finger, texts.fingers);
  at("meter").hidden = true;
  at("other-finger").hidden = false;
  cue(at("finger").dataset.state);
  say(title, texts.code);
}

function showTransfer(transfer) {
  const percent = Math.min(100, Math.round((100 * (transfer.receivedBytes ?? 0)) / transfer.expectedBytes));
  at("meter").hidden = false;
  at("transfer").value = percent;
  at("transfer-text").textContent = fill(texts.reading, { percent });
}

/** The try, or why another finger is asked for and why this one. */
function leadOf(prompt) {
  if (prompt.attempt >= ATTEMPTS_SHOWN_FROM) {
    return fill(texts.attempts, { attempt: prompt.attempt });
  }
  return further ? [texts.nextFingerLead[further.cause], further.suggested ? texts.suggestedLead : ""].filter(Boolean).join(" ") : "";
}

function showNextFinger(announced) {
  if (announced.finger) {
    further = announced;
    showLiftBeforeNext();
    drawHands(at("hands"), further.finger, texts.fingers);
    cue("again");
    say(at("finger-title").textContent, texts.code);
  } else {
    guide("ASKING", texts.together, "");
  }
  at("meter").hidden = true;
}

/** The finger that did not serve still lies on the glass; that another one follows must not be lost over it. */
function showLiftBeforeNext() {
  guide("LIFT_FINGER", fill(texts.nextFinger, { finger: texts.fingers[further.finger] ?? "" }), texts.guidance.LIFT_FINGER);
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
      advised({ ...decision.undetermined, code: decision.undetermined.code ?? decision.undetermined.cause }),
    ]);
  }
  showReceipt(decision);
}

/** The bridge answered by itself: there is no receipt, and the gate decides later. */
function showProvisional(provisional) {
  const number = fill(texts.provisionalNumber, { number: provisional.journalSequence });
  const mark = { textId: number, textEn: number };
  if (provisional.granted) {
    const { benefit, inForceUntil } = provisional.granted;
    const lead = fill(texts.provisionalLead, { benefit, until: dayOf(inForceUntil) });
    showAnswer("provisional", texts.provisional, lead, [mark]);
  } else {
    showAnswer("officer", texts.undetermined, texts.undeterminedLead, [
      advised({ ...provisional.referred, code: provisional.referred.cause }),
      mark,
    ]);
  }
  at("receipt").hidden = true;
}

/** What to do about the scanner says more than that it kept the gate from deciding. */
function advised(reason) {
  const words = scannerAdvice();
  return words ? { ...reason, textId: words, textEn: words } : reason;
}

/** The person is sent to an officer, and told that this is no refusal. */
function refer(why) {
  unsettled = true;
  showAnswer("officer", texts.undetermined, texts.undeterminedLead, [{ textId: why, textEn: why }]);
  at("receipt").hidden = true;
}

function showAnswer(outcome, title, lead, reasons) {
  clearFrame(at("frame"));
  document.body.dataset.outcome = outcome;
  drawShape(at("answer-shape"), outcome);
  at("answer-title").textContent = title;
  at("answer-lead").textContent = lead;
  at("reasons").replaceChildren(...reasons.map(reasonItem));
  at("fallback").hidden = !unsettled || kiosk.mode === "attended";
  at("staff").hidden = !unsettled || kiosk.mode !== "attended";
  at("again").hidden = outcome === "granted" || outcome === "provisional";
  show("answer");
  cue(outcome);
  say(`${title}. ${lead}`, texts.code);
}

function reasonItem(reason) {
  const item = textOf("li", texts.code === "en" ? reason.textEn : reason.textId);
  if (reason.code) {
    item.append(" ", textOf("small", reason.code));
  }
  return item;
}

function showReceipt(decision) {
  at("receipt").hidden = !decision.receipt;
  at("staff-decision").textContent = fill(texts.staffDecision, { decision: decision.decisionId });
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
  return new Date(`${isoDay}T00:00:00`).toLocaleDateString(texts.code, { dateStyle: "long" });
}

function timeOf(timestamp) {
  return new Date(timestamp).toLocaleString(texts.code, { dateStyle: "medium", timeStyle: "short" });
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

function setContrast(high) {
  document.documentElement.classList.toggle("contrast", high);
  at("contrast").setAttribute("aria-pressed", String(high));
}

/** Starts over when nobody has touched the screen for a while, and asks beforehand. */
function countIdleSecond() {
  if (screen === "language" || (screen === "finger" && running)) {
    return;
  }
  idleSeconds++;
  const left = IDLE_SECONDS - idleSeconds;
  if (left <= 0) {
    at("idle").hidden = true;
    startOver();
  } else if (left <= IDLE_WARNING_SECONDS) {
    askWhetherSomebodyIsHere(left);
  }
}

function askWhetherSomebodyIsHere(seconds) {
  at("idle-text").textContent = fill(texts.idle, { seconds });
  if (at("idle").hidden) {
    focused = document.activeElement;
    at("idle").hidden = false;
    at("stay").focus();
    cue("officer");
    say(texts.idleTitle, texts.code);
  }
}

function stirred() {
  idleSeconds = 0;
  if (!at("idle").hidden) {
    at("idle").hidden = true;
    focused?.focus();
  }
}

function typed(event) {
  const isAsked = !at("idle").hidden;
  stirred();
  if (isAsked) {
    event.preventDefault();
  } else if (screen === "nid" && /^\d$/.test(event.key)) {
    press(event.key);
  } else if (screen === "nid" && event.key === "Backspace") {
    press("erase");
  } else if (event.key === "Escape") {
    startOver();
  }
}

function listen() {
  at("restart").addEventListener("click", startOver);
  at("done").addEventListener("click", startOver);
  at("officer-done").addEventListener("click", startOver);
  at("help").addEventListener("click", seeOfficer);
  at("without-finger").addEventListener("click", seeOfficer);
  at("again").addEventListener("click", () => show("nid"));
  at("other-finger").addEventListener("click", chooseFinger);
  at("declare").addEventListener("click", declareExceptions);
  at("exceptions-done").addEventListener("click", capture);
  at("stay").addEventListener("click", stirred);
  at("sound").addEventListener("click", () => showSound(toggleSound()));
  at("contrast").addEventListener("click", () => setContrast(!document.documentElement.classList.contains("contrast")));
  at("reveal").addEventListener("click", () => {
    revealed = !revealed;
    showDigits();
  });
  document.addEventListener("keydown", typed);
  document.addEventListener("pointerdown", stirred);
  setInterval(countIdleSecond, 1000);
}

drawShape(at("officer-shape"), "officer");
drawShape(at("help-shape"), "officer");
drawScene(at("hero"), "PLACE_FINGER");
kiosk = await setting();
await loadTexts(kiosk.languages);
document.body.dataset.mode = kiosk.mode;
at("languages").replaceChildren(...kiosk.languages.map(languageButton));
listen();
startOver();
