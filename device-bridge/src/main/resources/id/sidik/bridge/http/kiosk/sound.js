// What can be heard: a short figure of tones for each state, and the sentence itself where the machine has a voice for the language.

// Hertz and seconds. They differ in direction, not only in pitch: up is good, down is "once more", level is "wait for somebody".
const CUES = {
  place: [[660, 0.09], [880, 0.12]],
  lift: [[880, 0.09], [660, 0.12]],
  again: [[440, 0.14], [330, 0.2]],
  done: [[523, 0.1], [659, 0.1], [784, 0.22]],
  granted: [[523, 0.12], [659, 0.12], [784, 0.12], [1047, 0.3]],
  denied: [[392, 0.2], [294, 0.35]],
  officer: [[494, 0.16], [494, 0.16]],
};
const LOUDNESS = 0.12;

let context = null;
let on = true;

/** Switches sound; says whether it is on now. */
export function toggleSound() {
  on = !on;
  if (!on) {
    globalThis.speechSynthesis?.cancel();
  }
  return on;
}

/** On at the start of every person's turn. */
export function resetSound() {
  on = true;
}

/** Plays a cue; a state without one is silent. */
export function cue(name) {
  if (!on || !CUES[name]) {
    return;
  }
  context ??= new AudioContext();
  let start = context.currentTime;
  for (const [hertz, seconds] of CUES[name]) {
    tone(hertz, start, seconds);
    start += seconds;
  }
}

function tone(hertz, start, seconds) {
  const oscillator = new OscillatorNode(context, { frequency: hertz, type: "sine" });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
  gain.gain.linearRampToValueAtTime(0, start + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}

/** Says a sentence, if there is a voice for the language. */
export function say(sentence, language) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const voice = voices.find((known) => known.lang.toLowerCase().startsWith(language));
  if (!on || !voice) {
    return;
  }
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  speechSynthesis.speak(utterance);
}
