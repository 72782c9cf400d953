/** One request each, with a time limit. Gives `{status, answer}`; throws when the network did not carry it. */
const TEXT_LIMIT = 20_000;
const FILE_SILENCE = 60_000;
const KEEPALIVE_LIMIT = 60_000; // browsers refuse more than 64 KiB from a page that is being closed

class NoAnswerError extends Error {}

/** A page of a login portal or a proxy is not an answer of ours. */
function parsed(status, text) {
  try {
    return { status, answer: JSON.parse(text) };
  } catch {
    throw new NoAnswerError(`no JSON in an answer ${status}`);
  }
}

function within(milliseconds) {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), milliseconds);
  return limit.signal;
}

async function ask(address, options) {
  const response = await fetch(address, { redirect: "error", signal: within(TEXT_LIMIT), ...options });
  return parsed(response.status, await response.text());
}

export const get = (address) => ask(address, { cache: "no-store" });

export function postJson(address, value) {
  const body = JSON.stringify(value);
  const headers = { "Content-Type": "application/json" };
  return ask(address, { method: "POST", headers, body, keepalive: body.length * 3 < KEEPALIVE_LIMIT });
}

/** Send one file; `onPart` hears how many per cent are out. Gives up after a minute in which nothing moved. */
export function postFile(address, record, onPart) {
  const form = new FormData();
  form.append("id", record.id);
  if (record.text) form.append("caption", record.text);
  if (record.album) form.append("album", record.album);
  form.append("file", record.blob, record.blob.type === "application/pdf" ? "file.pdf" : "picture.jpg"); // the real name stays here
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence;
    const moved = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), FILE_SILENCE);
    };
    request.upload.onprogress = (event) => {
      moved();
      onPart(Math.round((100 * event.loaded) / event.total));
    };
    request.onloadend = () => {
      clearTimeout(silence);
      if (!request.status) return reject(new NoAnswerError("no answer to a file"));
      try {
        resolve(parsed(request.status, request.responseText));
      } catch (problem) {
        reject(problem);
      }
    };
    request.open("POST", address);
    moved();
    request.send(form);
  });
}

/** A random UUID; `crypto.randomUUID` is missing on plain-HTTP addresses of a local network. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
