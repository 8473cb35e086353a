// What only staff see, at an attended counter: the live picture, fingers that cannot be scanned, and the gate's other ways.

import { drawHands } from "./hand.js";

const NEXT_KIND = { undefined: "BANDAGED", BANDAGED: "MISSING", MISSING: undefined };

/** Draws a frame of the scanner. Nothing of it stays when the next one comes, or the canvas is cleared. */
export function drawFrame(canvas, frame) {
  const pixels = Uint8Array.from(atob(frame.pixels), (character) => character.charCodeAt(0));
  canvas.width = frame.widthPx;
  canvas.height = frame.heightPx;
  const picture = new ImageData(frame.widthPx, frame.heightPx);
  pixels.forEach((grey, index) => picture.data.set([grey, grey, grey, 255], index * 4));
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

/** Leaves nothing of the last frame. */
export function clearFrame(canvas) {
  canvas.width = 0;
}

/** Hands on which staff mark fingers; {@code exceptions} maps a finger to its kind and is changed in place. */
export function markExceptions(hands, list, exceptions, texts) {
  drawHands(hands, null, texts.fingers, (finger) => {
    const kind = NEXT_KIND[exceptions.get(finger)];
    exceptions.delete(finger);
    if (kind) {
      exceptions.set(finger, kind);
    }
    markExceptions(hands, list, exceptions, texts);
    hands.querySelector(`[data-finger=${finger}]`).focus();
  });
  for (const [finger, kind] of exceptions) {
    const drawn = hands.querySelector(`[data-finger=${finger}]`);
    drawn.classList.add(kind.toLowerCase());
    drawn.setAttribute("aria-label", `${texts.fingers[finger]}: ${texts.exceptionKinds[kind]}`);
  }
  list.textContent = [...exceptions].map(([finger, kind]) => `${texts.fingers[finger]}: ${texts.exceptionKinds[kind]}`).join(" · ");
}
