// Two hands, drawn; the wanted finger is lit by colour, by a thick outline and by rings on its tip.

const SVG = "http://www.w3.org/2000/svg";

// A right hand seen from its back, thumb to the left: where a finger is rooted, its length and lean in degrees.
const FINGERS = [
  { name: "THUMB", x: 64, y: 214, length: 92, width: 36, lean: -46 },
  { name: "INDEX", x: 92, y: 150, length: 112, width: 32, lean: -9 },
  { name: "MIDDLE", x: 130, y: 144, length: 126, width: 32, lean: 0 },
  { name: "RING", x: 167, y: 150, length: 114, width: 31, lean: 7 },
  { name: "LITTLE", x: 200, y: 168, length: 86, width: 28, lean: 17 },
];

/** Draws both hands into {@code place}; onChoose, when given, makes each finger a button. */
export function drawHands(place, wanted, names, onChoose) {
  place.replaceChildren(hand("LEFT", wanted, names, onChoose), hand("RIGHT", wanted, names, onChoose));
}

function hand(side, wanted, names, onChoose) {
  const picture = element("svg", { viewBox: "0 0 260 340", class: wanted?.startsWith(side) ? "hand" : "hand pale" });
  if (!onChoose) {
    picture.setAttribute("aria-hidden", "true");
  }
  const drawing = element("g", side === "LEFT" ? { transform: "translate(260 0) scale(-1 1)" } : {});
  drawing.append(element("path", {
    class: "skin",
    d: "M76 158 Q76 140 94 138 L196 144 Q214 148 214 170 L206 262 Q202 300 176 304 L176 340 L104 340 L104 306 Q86 298 78 272 Z",
  }));
  for (const finger of FINGERS) {
    drawing.append(fingerOf(side, finger, wanted, names, onChoose));
  }
  picture.append(drawing);
  return picture;
}

function fingerOf(side, finger, wanted, names, onChoose) {
  const position = `${side}_${finger.name}`;
  const lit = position === wanted;
  const group = element("g", {
    class: lit ? "finger lit" : "finger",
    "data-finger": position,
    transform: `translate(${finger.x} ${finger.y}) rotate(${finger.lean})`,
  });
  const half = finger.width / 2;
  group.append(element("rect", {
    x: -half, y: -finger.length, width: finger.width, height: finger.length + half, rx: half,
  }));
  if (lit) {
    group.append(tip(finger));
  }
  if (onChoose) {
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "0");
    group.setAttribute("aria-label", names[position]);
    group.addEventListener("click", () => onChoose(position));
    group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        onChoose(position);
      }
    });
  }
  return group;
}

function tip(finger) {
  const rings = element("g", { class: "tip", transform: `translate(0 ${finger.width / 2 - finger.length})` });
  rings.append(element("circle", { class: "pulse", r: finger.width * 0.8 }));
  for (const radius of [3, 7, 11]) {
    rings.append(element("path", { d: `M${-radius} 8 V0 A${radius} ${radius} 0 0 1 ${radius} 0 V8` }));
  }
  return rings;
}

/** An element of SVG with these attributes. */
export function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return made;
}
