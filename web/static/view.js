/** The talk on the screen: bot messages with their buttons, own messages with what became of them. */
import { drawCard } from "./card.js";
import { retime, time } from "./clock.js";
import { icon } from "./icons.js";
import { thumbnail } from "./pictures.js";
import { element, plain, unseen } from "./rich.js";
import { word } from "./words.js";

const NEAR = 120; // pixels from the end within which the view follows new messages
const OLD_LABELS = 600_000; // milliseconds between two looks at times that say no day

export class View {
  #log;
  #below;
  #tell;
  #atEnd = true;
  #bots = new Map();
  #owns = new Map();

  /** `tell` hears `tap(message, data)`, `command(text)`, `act(name, record)`, `said(text)`; `tell.pending(message, data)`. */
  constructor(log, below, tell) {
    this.#log = log;
    this.#below = below;
    this.#tell = tell;
    log.addEventListener("click", (event) => this.#clicked(event));
    log.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#atEnd && this.toEnd()).observe(log); // a keyboard opens, a line of words appears below
    below.addEventListener("click", () => this.toEnd());
    setInterval(() => retime(log), OLD_LABELS);
  }

  /** From now on new messages are read aloud. */
  listen() {
    this.#log.setAttribute("aria-live", "polite");
  }

  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#atEnd = true;
    this.#below.hidden = true;
  }

  /** Show a bot message, or what an earlier one has become. */
  hear(message) {
    const known = message.edits && this.#bots.get(message.edits);
    if (known) return this.#following(() => drawCard(known, message, this.#tell.pending));
    const box = element("article", { className: "bot", tabIndex: -1 });
    drawCard(box, message, this.#tell.pending);
    this.#bots.set(message.edits ?? message.n, box);
    this.#following(() => this.#place(box, [message.n, 0]));
  }

  /** Show an own message in its present state; a tap shows on its button. */
  own(record) {
    if (record.kind === "tap") return this.#markTap(record);
    if (record.quiet) return;
    const box = this.#owns.get(record.id) ?? element("article", { className: "own" });
    box.setAttribute("aria-live", "off");
    const fresh = !this.#owns.has(record.id);
    this.#owns.set(record.id, box);
    this.#fillOwn(box, record);
    const unsent = record.state === "waiting" || record.state === "held";
    this.#following(() => this.#place(box, [unsent ? Infinity : record.after, record.seq]), fresh);
  }

  forget(record) {
    this.#owns.get(record.id)?.remove();
    this.#owns.delete(record.id);
    if (record.kind === "tap") this.#markTap({ ...record, state: "gone" });
  }

  #markTap({ message, tap, state }) {
    const box = this.#bots.get(message);
    const button = box && [...box.querySelectorAll("button[data-tap]")].find((one) => one.dataset.tap === tap);
    button?.classList.toggle("pending", state === "waiting" || state === "sending");
    if (state === "refused") this.#tell.said(word("web-tap-refused"));
    this.#noteKept(box, state === "waiting");
  }

  #noteKept(box, kept) {
    box?.querySelector(".kept")?.remove();
    if (kept) box?.append(element("p", { className: "kept", textContent: word("web-waiting") }));
  }

  #fillOwn(box, record) {
    const masked = record.state === "sent";
    const text = record.label ?? (masked ? record.shown ?? (record.kind === "file" ? "" : word("web-hidden")) : record.text);
    const picture = box.querySelector(".thumbnail, .sheet-chip") ?? this.#attached(record);
    const said = element("p", { className: "said" }, plain(text ?? ""));
    box.className = `own ${record.state}`;
    box.replaceChildren(unseen(word("web-own-says")), ...(picture ? [picture] : []), ...(text ? [said] : []), ...this.#fate(record));
  }

  /** The picture itself is shown only until the page is left: it may show a face. */
  #attached(record) {
    if (record.blob) return thumbnail(record.blob);
    if (record.kind !== "file") return undefined;
    const pdf = record.type === "application/pdf";
    return element("span", { className: "sheet-chip" }, icon("📄"), word(pdf ? "web-pdf" : "web-picture"));
  }

  #fate(record) {
    const line = element("p", { className: "fate" });
    const sending = record.percent === undefined ? word("web-sending") : word("web-sending-part", record);
    if (record.state === "sent") line.append(time(record.at), " ", icon("✔"), unseen(word("web-sent")));
    if (record.state === "sending") line.append(sending);
    if (record.state === "waiting") line.append(icon("⏰"), " ", word("web-waiting"));
    if (record.state === "held") line.append(icon("⚠"), " ", word("web-held"));
    if (record.state === "refused") line.append(icon("⚠"), " ", record.sentence ?? word("web-refused"));
    return [line, ...this.#choices(record)];
  }

  #choices(record) {
    const offered = {
      waiting: record.tries ? ["retry", "drop"] : [],
      held: ["send", "drop"],
      refused: record.kind === "text" ? ["again", "copy", "drop"] : ["drop"],
    }[record.state];
    if (!offered?.length) return [];
    const line = element("div", { className: "choices" });
    for (const name of offered) {
      line.append(element("button", { type: "button", textContent: word(`web-${name}`), onclick: () => this.#tell.act(name, record) }));
    }
    return [line];
  }

  /** Change the talk; keep its end in view if it was, or if `always`; else say that there is something below. */
  #following(change, always = false) {
    const follow = always || this.#atEnd;
    const height = this.#log.scrollHeight;
    change();
    if (follow) this.toEnd();
    else if (this.#log.scrollHeight > height) this.#below.hidden = false;
  }

  #scrolled() {
    this.#atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR;
    if (this.#atEnd) this.#below.hidden = true;
  }

  /** Own messages stand after the bot message that was newest when they went out; unsent ones at the end. */
  #place(box, order) {
    box.order = order;
    const before = ([one, another], [other, yetAnother]) => one < other || (one === other && another < yetAnother);
    let next = null;
    for (const neighbour of [...this.#log.children].reverse()) {
      if (neighbour === box) continue;
      if (!before(order, neighbour.order)) break;
      next = neighbour;
    }
    if (box.isConnected && box.nextElementSibling === next) return;
    this.#log.insertBefore(box, next);
  }

  #clicked({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.command) this.#tell.command(button.dataset.command);
    if (button.dataset.tap && !button.classList.contains("pending")) {
      button.classList.add("pending");
      this.#tell.tap(Number(button.closest("[data-message]").dataset.message), button.dataset.tap);
    }
  }
}
