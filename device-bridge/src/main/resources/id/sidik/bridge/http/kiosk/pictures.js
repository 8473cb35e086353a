// Everything that is drawn beside the hands: what a purpose is, what to do at the glass, how it ended, and the receipt's code. Signs differ in
// outline, so that nobody needs to see colours.

import { element } from "./hand.js";

const OUTLINES = {
  granted: ["M50 4a46 46 0 1 0 0 92a46 46 0 1 0 0-92z", "M28 52l15 15l30-33"],
  provisional: ["M50 4l46 46l-46 46l-46-46z", "M50 26v26l16 12"],
  denied: ["M31 4h38l27 27v38l-27 27h-38l-27-27v-38z", "M34 34l32 32M66 34l-32 32"],
  officer: ["M20 4h60a16 16 0 0 1 16 16v60a16 16 0 0 1-16 16h-60a16 16 0 0 1-16-16v-60a16 16 0 0 1 16-16z",
    "M50 24a13 13 0 1 0 0 26a13 13 0 1 0 0-26zM24 78c2-16 12-22 26-22s24 6 26 22"],
};

/** The picture of an outcome: "granted" a circle, "provisional" a diamond with a clock, "denied" an octagon, "officer" a square with a person. */
export function drawShape(place, outcome) {
  const [outline, sign] = OUTLINES[outcome];
  const picture = element("svg", { viewBox: "0 0 100 100", class: `sign ${outcome}`, "aria-hidden": "true" });
  picture.append(element("path", { class: "outline", d: outline }), element("path", { class: "stroke", d: sign }));
  place.replaceChildren(picture);
}

const BED = "M10 22v54M10 62h80v14M90 62v-12a12 12 0 0 0-12-12h-34v24M27 52a8 8 0 1 0 0-16a8 8 0 0 0 0 16z";
const PURPOSES = {
  HOSPITAL_ADMISSION: BED,
  HOSPITAL_OUTPATIENT: "M30 14v20a16 16 0 0 0 32 0v-20M24 14h12M56 14h12M46 50v12a18 18 0 0 0 36 0v-8M82 54a7 7 0 1 0 0-14a7 7 0 0 0 0 14z",
  HOSPITAL_DIALYSIS: "M50 12c16 22 26 34 26 48a26 26 0 0 1-52 0c0-14 10-26 26-48zM38 60h24M50 48v24",
  HOSPITAL_EMERGENCY: "M8 70v-34h50v34M58 46h18l16 14v10h-8M8 70h8M34 70h34M24 70a8 8 0 1 0 .1 0M76 70a8 8 0 1 0 .1 0M33 44v16M25 52h16",
  CLAIM_JHT: "M20 84v-38l30-26l30 26v38zM50 44c-12 0-12 14 0 14s12 14 0 14M50 38v40",
  CLAIM_JP: "M42 26a9 9 0 1 0-.1 0M42 32c-14 2-16 16-16 28h10l2 28h14M52 40l12 14M72 88v-40a8 8 0 0 0-16 0",
  PENSION_PROOF_OF_LIFE: "M50 84c-26-18-38-32-38-48a19 19 0 0 1 38-6a19 19 0 0 1 38 6c0 16-12 30-38 48zM16 50h20l8-14l10 26l8-12h22",
  CLAIM_JKK: "M12 66h76M20 66v-6a30 30 0 0 1 60 0v6M42 32v20M58 32v20M12 66v8h76v-8",
  CLAIM_JKM: "M50 88v-46M50 62c-14 0-18-8-18-16c12 0 18 6 18 16zM50 72c14 0 18-8 18-16c-12 0-18 6-18 16zM50 42a14 14 0 1 0 0-28a14 14 0 0 0 0 28z",
  CLAIM_JKP: "M14 34h72v48h-72zM36 34v-12h28v12M14 56h72M44 52h12v10h-12z",
};

/** What a purpose is about, as a picture of lines. */
export function purposePicture(purpose) {
  const picture = element("svg", { viewBox: "0 0 100 100", class: "pictogram", "aria-hidden": "true" });
  picture.append(element("path", { d: PURPOSES[purpose] }));
  return picture;
}

/** A card with the place of its number, which has so many digits. */
export function drawCard(place, digits) {
  const picture = element("svg", { viewBox: "0 0 220 130", class: "card", "aria-hidden": "true" });
  picture.append(
    element("rect", { class: "paper", x: 4, y: 4, width: 212, height: 122, rx: 12 }),
    element("path", { class: "print", d: "M70 20h80M22 62h70M22 78h90M22 94h58M22 110h76" }),
    element("rect", { class: "photo", x: 150, y: 56, width: 50, height: 58, rx: 4 }),
    element("path", { class: "photo", d: "M175 66a9 9 0 1 0 .1 0M158 114c0-16 34-16 34 0" }),
    element("rect", { class: "number", x: 16, y: 30, width: 134, height: 20, rx: 6 }));
  for (let digit = 0; digit < digits; digit++) {
    picture.append(element("circle", { class: "digit-dot", cx: 25 + (digit * 117) / (digits - 1), cy: 40, r: 2.4 }));
  }
  place.replaceChildren(picture);
}

// What to do at the glass. "finger" is where its tip lies, above the lower edge of the picture; "badge" is drawn at the upper right.
const ARROW = { up: "M150 250v-70M126 204l24-26l24 26", down: "M150 180v70M126 226l24 26l24-26" };
const BADGES = {
  check: "M-16 1l11 12l22-26",
  again: "M13 -9a17 17 0 1 0 4 14M15 -20v12h-12",
  cross: "M-13 -13l26 26M13 -13l-26 26",
  drop: "M0 -20c9 13 15 19 15 27a15 15 0 0 1-30 0c0-8 6-14 15-27z",
  cloth: "M-18 -12q9-8 18 0t18 0v22q-9 8-18 0t-18 0zM-10 0h20",
  press: "M0 -18v26M-11 -2l11 12l11-12M-16 18h32",
  centre: "M0 -20v14M0 6v14M-20 0h14M6 0h14",
  two: "M-9 -9a9 9 0 0 1 18 0c0 8-18 14-18 24h18",
  still: "M-10 -14v28M10 -14v28",
  lift: "M0 8v-26M-11 -7l11-12l11 12M-16 18h32",
  wait: "M-14 0h.1M0 0h.1M14 0h.1",
};
const SCENES = {
  PLACE_FINGER: { state: "place", finger: "coming" },
  SAME_FINGER_AGAIN: { state: "place", finger: "coming", badge: "two" },
  HOLD_STILL: { state: "hold", finger: "lying", badge: "still" },
  LIFT_FINGER: { state: "lift", finger: "leaving", badge: "lift" },
  PRESS_HARDER: { state: "again", finger: "coming", badge: "press" },
  CENTRE_FINGER: { state: "again", finger: "coming", badge: "centre" },
  MOVE_UP: { state: "again", finger: "short", arrow: "up" },
  MOVE_DOWN: { state: "again", finger: "long", arrow: "down" },
  WIPE_FINGER: { state: "again", finger: "away", badge: "cloth" },
  MOISTEN_FINGER: { state: "again", finger: "away", badge: "drop" },
  TRY_AGAIN: { state: "again", finger: "coming", badge: "again" },
  WRONG_FINGER: { state: "again", finger: "away", badge: "cross" },
  CAPTURED: { state: "done", finger: "away", badge: "check" },
  ASKING: { state: "asking", finger: "away", badge: "wait" },
};

/** Draws the scanner and what to do with the finger; gives back the state: place, hold, lift, again, done or asking. */
export function drawScene(place, guidance) {
  const scene = SCENES[guidance];
  const picture = element("svg", { viewBox: "0 0 300 270", class: `scene ${scene.state}`, "aria-hidden": "true" });
  picture.append(
    element("rect", { class: "case", x: 60, y: 10, width: 180, height: 190, rx: 26 }),
    element("rect", { class: "glass", x: 100, y: 36, width: 100, height: 130, rx: 20 }),
    element("rect", { class: "case-edge", x: 132, y: 178, width: 36, height: 7, rx: 3 }));
  const finger = element("g", { class: `skin-finger ${scene.finger}` });
  finger.append(
    element("path", { class: "skin-shape", d: "M116 290v-190a34 34 0 0 1 68 0v190z" }),
    element("path", { class: "nail", d: "M132 96a18 22 0 0 1 36 0v12q-18 8-36 0z" }),
    element("path", { class: "crease", d: "M124 168q26 10 52 0M126 178q24 8 48 0" }));
  picture.append(finger);
  if (scene.arrow) {
    picture.append(element("path", { class: "arrow-under", d: ARROW[scene.arrow] }), element("path", { class: "arrow", d: ARROW[scene.arrow] }));
  }
  if (scene.badge) {
    picture.append(badge(scene.state, BADGES[scene.badge]));
  }
  place.replaceChildren(picture);
  return scene.state;
}

// A circle is fine, a triangle asks for something to be done.
function badge(state, sign) {
  const group = element("g", { class: "badge", transform: "translate(232 62)" });
  group.append(
    state === "again"
      ? element("path", { class: "plate", d: "M0 -48l50 84h-100z" })
      : element("circle", { class: "plate", r: 40 }),
    element("path", { class: "mark", d: sign, ...(state === "again" ? { transform: "translate(0 8) scale(0.82)" } : {}) }));
  return group;
}

/** A QR code from its rows of 0 and 1, with the quiet zone of four modules that readers need. */
export function drawCode(place, rows) {
  const quiet = 4;
  const size = rows.length + 2 * quiet;
  const picture = element("svg", { viewBox: `0 0 ${size} ${size}`, "shape-rendering": "crispEdges", role: "img", "aria-label": "QR" });
  const dark = rows.flatMap((row, y) =>
    [...row].map((module, x) => (module === "1" ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")));
  picture.append(element("path", { d: dark.join("") }));
  place.replaceChildren(picture);
}
