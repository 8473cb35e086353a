// RFC 6962 in the browser: leaves, paths, and C2SP signed notes. Nothing of it is asked of the service.

const utf8 = (text) => new TextEncoder().encode(text);
const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

async function sha256(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

/** SHA-256(0x00 || content). */
export async function leafHash(content) {
  const bytes = await sha256(Uint8Array.of(0), utf8(content));
  return { bytes, hex: hexOf(bytes) };
}

/** A C2SP checkpoint: origin, size, root. */
export function readCheckpoint(note) {
  const [origin, size, root] = note.split("\n");
  return { origin, size: Number(size), root: fromBase64(root) };
}

/** A c2sp.org/tlog-proof@v1: the index, the path, and the checkpoint that it leads to. */
export function readProof(text) {
  const end = text.indexOf("\n\n");
  const lines = text.slice(0, end).split("\n").slice(1).filter((line) => !line.startsWith("extra "));
  const checkpoint = text.slice(end + 2);
  return { index: Number(lines[0].replace(/^index /, "")), path: lines.slice(1), size: readCheckpoint(checkpoint).size, checkpoint };
}

/** Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2). */
export async function checkPath(leaf, { index, size, path, checkpoint }) {
  let fn = BigInt(index), sn = BigInt(size) - 1n, hash = leaf;
  for (const step of path.map(fromBase64)) {
    if (sn === 0n) {
      return false;
    }
    if (fn & 1n || fn === sn) {
      hash = await sha256(Uint8Array.of(1), step, hash);
      while (!(fn & 1n) && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, step);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && same(hash, readCheckpoint(checkpoint).root);
}

/** Whether the note carries a signature of the key: C2SP signed-note with Ed25519. */
export async function checkSignature(note, verifierKey) {
  const [name, , encoded] = verifierKey.trim().split("+");
  const raw = fromBase64(verifierKey.trim().split("+").slice(2).join("+") || encoded);
  const key = await crypto.subtle.importKey("raw", raw.slice(1), { name: "Ed25519" }, false, ["verify"]);
  const end = note.indexOf("\n\n") + 1;
  const line = note.slice(end + 1).split("\n").find((one) => one.startsWith(`— ${name} `));
  const signature = fromBase64(line.slice(`— ${name} `.length)).slice(4);
  return crypto.subtle.verify("Ed25519", key, signature, utf8(note.slice(0, end)));
}
