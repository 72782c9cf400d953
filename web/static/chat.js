/** The chat page: brings together what is typed, what waits, what the bot says, and what is on the screen. */
import { Desk } from "./desk.js";
import { Entry } from "./entry.js";
import { icon } from "./icons.js";
import { Outbox } from "./outbox.js";
import { leaving, speakLanguages } from "./session.js";
import { openStore } from "./store.js";
import { Stream } from "./stream.js";
import { View } from "./view.js";
import { word } from "./words.js";

const PATIENCE = 2_500; // an answer that takes longer is asked for
const GRACE = 1_500; // a line that is back within it is not worth a word

const { base, joinCode, mb, assets } = document.body.dataset;
const find = (id) => document.getElementById(id);

const told = (text) => {
  find("told").textContent = text;
};

let linked = true;
let graceTimer;

/** Say in words that the line is down or back. */
function link(works) {
  if (works === linked) return;
  linked = works;
  clearTimeout(graceTimer);
  const shown = find("link");
  if (!works) graceTimer = setTimeout(() => (shown.textContent = word("web-offline")), GRACE);
  else if (shown.textContent) {
    shown.textContent = word("web-online");
    graceTimer = setTimeout(() => (shown.textContent = ""), 2 * GRACE);
  }
  if (works) outbox.wake();
}

let answerTimer;

/** The stream brings answers at once; should it be silent, ask. */
function expectAnswer() {
  const before = stream.last;
  clearTimeout(answerTimer);
  answerTimer = setTimeout(() => stream.last === before && stream.nudge(), PATIENCE);
}

const acts = {
  retry: () => outbox.wake(),
  send: (record) => outbox.release(record.id),
  drop: (record) => outbox.drop(record.id).then(() => told(word("web-dropped"))),
  copy: (record) => navigator.clipboard?.writeText(record.text).then(() => told(word("web-copied"))),
  again: (record) => outbox.drop(record.id).then(() => desk.edit(record.text)),
};

const view = new View(find("log"), find("below"), {
  tap: (message, tap) => add({ kind: "tap", message, tap }),
  command: (text) => add({ kind: "text", text }),
  act: (name, record) => acts[name](record),
  said: (text) => desk.problem(text),
  pending: (message, tap) => outbox.pending(message, tap),
});

const outbox = new Outbox(base, await openStore(`baonhanh ${base}`), {
  changed(record) {
    view.own(record);
    if (record.quiet) opening(record);
    if (record.state === "refused" && record.sentence) told(record.sentence);
    if (record.state === "waiting" && record.tries === 1) told(word("web-waiting"));
    if (record.state === "sent") expectAnswer();
  },
  gone: (record) => view.forget(record),
  locked: () => lock(),
  link,
  last: () => stream.last,
});

const stream = new Stream(base, {
  message(message) {
    view.hear(message);
    unread();
  },
  caughtUp: () => view.listen(),
  locked: () => lock(),
  link,
});

async function add(fields) {
  try {
    await outbox.add(fields);
    return true;
  } catch {
    desk.problem(word("web-full"));
    return false;
  }
}

const desk = new Desk(base, find("composer"), Number(mb), {
  text: (text) => add({ kind: "text", text }),
  file: (blob, caption, album) => add({ kind: "file", blob, type: blob.type, text: caption, album }),
});

/** The session ended: what is unsent waits for the person's word, the way in is a code. */
async function lock() {
  stream.stop();
  await outbox.hold();
  entry.ask();
}

/** Come in: the code is sent like a message, so that it survives a bad line; only when it is taken the talk begins. */
async function enter(code) {
  await outbox.hold();
  await add({ kind: "text", text: `/start ${code}`, quiet: true });
}

function opening(record) {
  if (record.state === "waiting" && record.tries) find("link").textContent = word("web-entry-offline");
  if (record.state === "refused") {
    outbox.drop(record.id);
    entry.ask(record.sentence ?? word("web-entry-failed"));
  }
  if (record.state === "sent") {
    if (location.pathname.startsWith("/join/")) history.replaceState(null, "", base);
    find("link").textContent = "";
    entry.close();
    stream.start();
  }
}

const entry = new Entry(find("entry"), find("desk"), enter);

/** A message that comes while nobody looks is counted in the title, and beside the pane's name in the sample. */
const framed = window.parent !== window;
document.body.classList.toggle("framed", framed);
const title = document.title;
let count = 0;
function unread() {
  if (!document.hidden && (!framed || document.hasFocus())) return;
  count += 1;
  if (document.hidden) document.title = `(${count}) ${title}`;
  if (framed) window.parent.postMessage({ unread: 1 }, location.origin);
}

function looked() {
  count = 0;
  document.title = title;
  stream.nudge();
  outbox.wake();
}

for (const place of document.querySelectorAll("[data-icon]")) place.replaceWith(icon(place.dataset.icon));
desk.dress();
for (const button of document.querySelectorAll("[data-command]")) {
  button.addEventListener("click", () => {
    button.closest("details")?.removeAttribute("open");
    add({ kind: "text", text: button.dataset.command, label: button.textContent });
  });
}
const problem = (text) => desk.problem(text);
speakLanguages(base, document.querySelectorAll(".options [data-lang]"), problem);
leaving(base, find("leave"), find("leaving"), () => Promise.all([outbox.wipe(), desk.wipe()]), problem);
window.addEventListener("online", looked);
document.addEventListener("visibilitychange", () => document.hidden || looked());
navigator.serviceWorker?.register(`/sw.js?assets=${assets}`).catch(() => {});

await outbox.open();
view.toEnd();
if (joinCode) {
  find("link").textContent = word("web-opening");
  await enter(joinCode);
} else {
  stream.start();
  outbox.wake();
}
