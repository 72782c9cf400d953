/** The talk on the screen: bot messages with their buttons, own messages with what became of them. */
import { icon } from "./icons.js";
import { thumbnail } from "./pictures.js";
import { element, plain, rich, spoken } from "./rich.js";
import { word } from "./words.js";

const NEAR = 120; // pixels from the end within which the view follows new messages
const OLD_LABELS = 600_000; // milliseconds between two looks at times that say no day

/** "14:05" today, "23/11 14:05" on another day. */
function clock(iso) {
  const at = new Date(iso);
  const two = (number) => String(number).padStart(2, "0");
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === new Date().toDateString()) return time;
  return `${two(at.getDate())}/${two(at.getMonth() + 1)} ${time}`;
}

const time = (iso) => element("time", { dateTime: iso, textContent: clock(iso) });
const unseen = (text) => element("span", { className: "unseen", textContent: `${text} ` });

/** What a button does, whatever talk and revision it belongs to: "tone:aggrieved", "send". */
const keyOf = (data) => data.slice(data.lastIndexOf(".") + 1);

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
    setInterval(() => this.#retime(), OLD_LABELS);
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
    if (known) return this.#following(() => this.#fillBot(known, message));
    const box = element("article", { className: "bot", tabIndex: -1 });
    this.#fillBot(box, message);
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
    if (record.kind === "tap") this.#markTap(record);
  }

  #fillBot(box, message) {
    const held = box.contains(document.activeElement) ? document.activeElement : undefined;
    const [first, ...rest] = message.text.split("\n");
    const said = element("p", { className: "said" });
    if (rest.length && message.rows.length) said.append(element("strong", {}, rich(first)), rich(["", ...rest].join("\n")));
    else said.append(rich(message.text));
    box.dataset.message = message.edits ?? message.n;
    box.classList.toggle("urgent", message.text.startsWith("🔴"));
    box.classList.toggle("card", message.rows.length > 0);
    box.replaceChildren(unseen(word("web-bot-says")), said, ...attachment(message.file), this.#rows(message), time(message.at));
    if (held && !held.isConnected) this.#refocus(box, held);
  }

  #rows({ rows, n, edits }) {
    const grid = element("div", { className: "rows" });
    grid.setAttribute("aria-live", "off"); // the words of a card are read, not its dozen buttons
    for (const row of rows) {
      const line = element("div", { className: "row" });
      line.append(...row.map((button) => this.#button(button, edits ?? n, row.length === 1)));
      grid.append(line);
    }
    return grid;
  }

  #button({ data, label, chosen }, message, alone) {
    const key = keyOf(data);
    const button = element("button", { type: "button" }, plain(label));
    button.dataset.tap = data;
    if (key.includes(":") || chosen) button.setAttribute("aria-pressed", String(chosen));
    if (key.startsWith("send") || (alone && data.startsWith("x.claim"))) button.className = label.includes("🔴") ? "strong danger" : "strong";
    button.classList.toggle("pending", this.#tell.pending(message, data));
    button.setAttribute("aria-label", spoken(label));
    return button;
  }

  /** Keep the keyboard where it was: on the button of the same name, else on the message. */
  #refocus(box, { ariaLabel }) {
    const same = [...box.querySelectorAll("button[data-tap]")].find((button) => button.ariaLabel === ariaLabel);
    (same ?? box).focus({ preventScroll: true });
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

  #retime() {
    for (const shown of this.#log.querySelectorAll("time")) shown.textContent = clock(shown.dateTime);
  }
}

/** A file of the bot: a download, or a picture behind a tap. */
function attachment(file) {
  if (!file) return [];
  if (!file.type.startsWith("image/")) {
    return [element("a", { className: "file", href: file.url, download: file.name }, icon("📄"), word("web-download", { name: file.name }))];
  }
  const show = element("button", { type: "button", className: "file" }, icon("📄"), word("web-show-picture"));
  show.onclick = () => show.replaceWith(element("img", { className: "picture", src: file.url, alt: word("web-picture") }));
  return [show];
}
