/**
 * What the bot says: the history once, then server-sent events; where a proxy swallows those, a question every few
 * seconds. Each message is handed on once, by its number.
 */
import { get } from "./wire.js";

const SILENCE = 50_000; // the server pings every 20 s
const POLL = 4_000;
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000];
const FAILURES = 3; // event streams that broke in a row before we only ask

const pause = (failures) => PAUSES[Math.min(failures, PAUSES.length) - 1] * (0.75 + Math.random() / 2);

export class Stream {
  #base;
  #tell;
  #seen = new Set();
  #events;
  #timer;
  #watch;
  #failures = 0; // of the event stream
  #tries = 0; // of the history request
  #running = false;
  last = 0;

  /** `tell` hears `message(m)`, `caughtUp()`, `locked()`, `link(works)`. */
  constructor(base, tell) {
    this.#base = base;
    this.#tell = tell;
  }

  start() {
    if (this.#running) return;
    this.#running = true;
    this.#failures = 0;
    this.#catchUp();
  }

  stop() {
    this.#running = false;
    this.#quiet();
  }

  /** Ask now: the network came back, the page is looked at again, or an answer is overdue. */
  nudge() {
    if (!this.#running) return;
    this.#quiet();
    this.#failures = 0;
    this.#catchUp();
  }

  #quiet() {
    clearTimeout(this.#timer);
    clearTimeout(this.#watch);
    this.#events?.close();
    this.#events = undefined;
  }

  async #catchUp() {
    clearTimeout(this.#timer);
    try {
      const { status, answer } = await get(`${this.#base}/messages?after=${this.last}`);
      if (!this.#running) return;
      if (status === 401) return this.#lock();
      if (status !== 200) throw new Error(`answer ${status}`);
      this.#take(answer);
    } catch {
      this.#tell.link(false);
      this.#tries += 1;
      return this.#again(pause(this.#tries));
    }
    this.#tries = 0;
    if (this.#failures < FAILURES) this.#listen();
    else this.#again(POLL);
  }

  #take({ messages, last }) {
    for (const message of messages) this.#hear(message);
    this.last = Math.max(this.last, last);
    this.#tell.link(true);
    this.#tell.caughtUp();
  }

  #hear(message) {
    if (this.#seen.has(message.n)) return;
    this.#seen.add(message.n);
    this.last = Math.max(this.last, message.n);
    this.#tell.message(message);
  }

  #listen() {
    if (this.#events) return;
    const events = new EventSource(`${this.#base}/stream?after=${this.last}`);
    this.#events = events;
    events.onopen = () => this.#alive();
    events.addEventListener("ping", () => this.#alive(true));
    events.addEventListener("message", (event) => {
      this.#alive(true);
      this.#hear(JSON.parse(event.data));
    });
    events.onerror = () => this.#broken();
    this.#watchOver();
  }

  #alive(proven = false) {
    if (proven) this.#failures = 0;
    this.#tell.link(true);
    this.#watchOver();
  }

  #watchOver() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#broken(), SILENCE);
  }

  /** The history request that follows tells why: no network, no session, or only the stream. */
  #broken() {
    this.#failures += 1;
    this.#quiet();
    if (this.#running) this.#again(pause(this.#failures));
  }

  #again(pause) {
    this.#timer = setTimeout(() => this.#catchUp(), pause);
  }

  #lock() {
    this.stop();
    this.#tell.locked();
  }
}
