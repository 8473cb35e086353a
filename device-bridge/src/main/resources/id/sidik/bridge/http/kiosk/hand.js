// Two hands, drawn; the wanted finger is lit by colour, by a thick outline and by rings on its tip.

const SVG = "http://www.w3.org/2000/svg";

// A right hand seen from its back, thumb to the left: where a finger is rooted, its length and lean in degrees.
const FINGERS = [
  { name: "THUMB", x: 74, y: 232, length: 104, width: 40, lean: -43 },
  { name: "INDEX", x: 93, y: 168, length: 128, width: 36, lean: -9 },
  { name: "MIDDLE", x: 131, y: 160, length: 142, width: 36, lean: 0 },
  { name: "RING", x: 168, y: 166, length: 130, width: 35, lean: 7 },
  { name: "LITTLE", x: 202, y: 184, length: 100, width: 31, lean: 15 },
];

const PALM = "M76 168 C90 146 180 142 214 174 C222 216 212 262 192 292 C186 304 186 322 188 340 L106 340 C108 318 104 300 90 282 C74 262 68 210 76 168 Z";

/** Draws both hands into {@code place}; onChoose, when given, makes each finger a button. */
export function drawHands(place, wanted, names, onChoose) {
  place.replaceChildren(hand("LEFT", wanted, names, onChoose), hand("RIGHT", wanted, names, onChoose));
}

// The outline of the whole hand is what shows of strokes once every part is filled again without them.
function hand(side, wanted, names, onChoose) {
  const picture = element("svg", { viewBox: "-14 0 274 340", class: wanted?.startsWith(side) ? "hand" : "hand pale" });
  if (!onChoose) {
    picture.setAttribute("aria-hidden", "true");
  }
  const drawing = element("g", side === "LEFT" ? { transform: "translate(246 0) scale(-1 1)" } : {});
  const parts = () => [element("path", { d: PALM }), ...FINGERS.map(shapeOf)];
  const outline = element("g", { class: "silhouette" });
  outline.append(...parts());
  const skin = element("g", { class: "skin" });
  skin.append(...parts());
  drawing.append(outline, skin, ...FINGERS.map((finger) => fingerOf(side, finger, wanted, names, onChoose)));
  picture.append(drawing);
  return picture;
}

function shapeOf(finger) {
  const half = finger.width / 2;
  return element("rect", {
    x: -half, y: -finger.length, width: finger.width, height: finger.length + half, rx: half,
    transform: `translate(${finger.x} ${finger.y}) rotate(${finger.lean})`,
  });
}

function fingerOf(side, finger, wanted, names, onChoose) {
  const position = `${side}_${finger.name}`;
  const lit = position === wanted;
  const group = element("g", { class: lit ? "finger lit" : "finger", "data-finger": position });
  group.append(shapeOf(finger));
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
  const rings = element("g", {
    class: "tip",
    transform: `translate(${finger.x} ${finger.y}) rotate(${finger.lean}) translate(0 ${finger.width / 2 - finger.length})`,
  });
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
