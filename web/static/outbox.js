/**
 * Messages on their way to the server: in order, one at a time, each exactly once.
 *
 * A record is kept on the device before anything is sent and carries an id of its own, so that a repeated request is
 * recognised by the server. States: waiting → sending → sent; `refused` (the server said no, in words) and `held`
 * (kept over the end of a session, sent only when the person says so).
 */
import { postFile, postJson, uuid } from "./wire.js";

const REMEMBERED = 50;
const PAUSES = [1, 2, 4, 8, 15, 30]; // seconds between tries; `wake` cuts a pause short
const TRY_LATER = new Set([408, 425, 429]);

const unsent = (record) => record.state === "waiting" || record.state === "sending";

export class Outbox {
  #base;
  #store;
  #tell;
  #records = new Map();
  #running = false;
  #timer;

  /** `tell` hears `changed(record)`, `gone(record)`, `locked()`, `link(works)`; `tell.last()` is the newest bot message. */
  constructor(base, store, tell) {
    this.#base = base;
    this.#store = store;
    this.#tell = tell;
  }

  /** Read what an earlier visit left and show it. */
  async open() {
    for (const record of await this.#store.all()) this.#learn(record);
  }

  /** Keep a message and send it as soon as possible. Rejects, and sends nothing, when the device cannot keep it. */
  async add(fields) {
    const seq = Math.max(Date.now(), ...[...this.#records.values()].map((record) => record.seq + 1));
    const record = { id: uuid(), seq, at: new Date().toISOString(), state: "waiting", tries: 0, ...fields };
    await this.#store.put(record);
    this.#learn(record);
    this.wake();
    return record.id;
  }

  /** Keep everything unsent until the person says what to do with it: it may be somebody else's, or answer no question now open. */
  async hold() {
    for (const record of this.#unsent()) {
      if (record.kind === "tap" || record.quiet) await this.drop(record.id);
      else await this.#change(record, { state: "held" });
    }
  }

  /** Send a held or waiting message now. */
  async release(id) {
    const record = this.#records.get(id);
    if (record?.state === "held") await this.#change(record, { state: "waiting" });
    this.wake();
  }

  /** Forget a message. */
  async drop(id) {
    const record = this.#records.get(id);
    this.#records.delete(id);
    await this.#store.drop(id);
    if (record) this.#tell.gone(record);
  }

  /** Forget everything. */
  async wipe() {
    clearTimeout(this.#timer);
    this.#records.clear();
    await this.#store.wipe();
  }

  /** Is a tap on this button of this message still on its way? */
  pending(message, tap) {
    return this.#unsent().some((record) => record.message === message && record.tap === tap);
  }

  /** Try now: there is something new, or the network came back. */
  async wake() {
    clearTimeout(this.#timer);
    if (this.#running) return;
    this.#running = true;
    try {
      await this.#alone(() => this.#drain());
    } finally {
      this.#running = false;
    }
  }

  /** Two windows of the same page take turns, where the browser can do that; the server recognises repeats anyway. */
  #alone(work) {
    return navigator.locks ? navigator.locks.request(`baonhanh ${this.#base}`, work) : work();
  }

  #unsent() {
    return [...this.#records.values()].filter(unsent).sort((one, other) => one.seq - other.seq);
  }

  async #drain() {
    await this.#relearn();
    for (let [record] = this.#unsent(); record; [record] = this.#unsent()) {
      if (!(await this.#deliver(record))) return;
    }
  }

  /** What another window sent or discarded meanwhile is not to be sent again. */
  async #relearn() {
    const stored = await this.#store.all();
    for (const record of stored) {
      if (this.#records.get(record.id)?.state !== record.state) this.#learn(record);
    }
    const known = new Set(stored.map((record) => record.id));
    for (const record of this.#unsent().filter(({ id }) => !known.has(id))) {
      this.#records.delete(record.id);
      this.#tell.gone(record);
    }
  }

  /** One try. Gives whether the next message may go. */
  async #deliver(record) {
    this.#show(Object.assign(record, { state: "sending", after: this.#tell.last(), percent: undefined }));
    try {
      const { status, answer } = await this.#post(record);
      this.#tell.link(true);
      return await this.#settle(record, status, answer);
    } catch {
      this.#tell.link(false);
      return this.#later(record);
    }
  }

  #post(record) {
    const { id, text, tap, message } = record;
    if (record.kind === "file") return postFile(`${this.#base}/files`, record, (percent) => this.#show(Object.assign(record, { percent })));
    return postJson(`${this.#base}/messages`, record.kind === "tap" ? { id, tap, message } : { id, text });
  }

  async #settle(record, status, answer) {
    if (!this.#records.has(record.id)) return true; // discarded meanwhile
    if (status === 200 && answer.id === record.id) await this.#sent(record, answer);
    else if (status === 401 && !record.quiet) return this.#locked(record);
    else if (status >= 400 && status < 500 && !TRY_LATER.has(status)) await this.#change(record, { state: "refused", sentence: status === 401 ? undefined : answer.sentence });
    else return this.#later(record);
    return true;
  }

  /** What was typed is replaced by what the server stored: the masked text. */
  async #sent(record, answer) {
    const { text, blob, tap, ...kept } = record;
    const sent = { ...kept, state: "sent", shown: answer.shown, at: answer.at ?? record.at };
    this.#records.set(record.id, sent);
    if (record.kind === "tap" || record.quiet) await this.#store.drop(record.id);
    else await this.#store.put(sent).catch(() => {});
    this.#show(record.kind === "tap" ? { ...sent, tap } : sent);
    if (record.kind === "tap" || record.quiet) this.#records.delete(record.id);
    await this.#trim();
  }

  async #trim() {
    const sent = [...this.#records.values()].filter((record) => record.state === "sent");
    for (const record of sent.sort((one, other) => other.seq - one.seq).slice(REMEMBERED)) {
      this.#records.delete(record.id);
      await this.#store.drop(record.id);
    }
  }

  #locked(record) {
    this.#show(Object.assign(record, { state: "waiting" }));
    this.#tell.locked();
    return false;
  }

  #later(record) {
    if (!this.#records.has(record.id)) return true;
    this.#show(Object.assign(record, { state: "waiting", tries: record.tries + 1, percent: undefined }));
    const pause = PAUSES[Math.min(record.tries, PAUSES.length) - 1] * (750 + Math.random() * 500);
    this.#timer = setTimeout(() => this.wake(), pause);
    return false;
  }

  async #change(record, fields) {
    Object.assign(record, fields);
    await this.#store.put(record).catch(() => {});
    this.#show(record);
  }

  #learn(record) {
    if (record.state === "sending") record.state = "waiting"; // the page was closed before the answer came
    this.#records.set(record.id, record);
    this.#show(record);
  }

  #show(record) {
    this.#tell.changed(record);
  }
}
