/** Where a message is written: the text, the pictures beside it, and a draft that outlives the page. */
import { Tray } from "./pictures.js";
import { plain, spoken } from "./rich.js";
import { uuid } from "./wire.js";

const DRAFT_KEPT = 72 * 3600_000; // like a draft at the office
const TALLEST = 160; // pixels the box grows to

/** A draft is a convenience: where the browser keeps nothing, there is none. */
class Draft {
  #name;

  constructor(base) {
    this.#name = `baonhanh draft ${base}`;
  }

  read() {
    try {
      const { text, at } = JSON.parse(localStorage.getItem(this.#name));
      return Date.now() - at < DRAFT_KEPT ? text : "";
    } catch {
      return "";
    }
  }

  write(text) {
    try {
      if (text) localStorage.setItem(this.#name, JSON.stringify({ text, at: Date.now() }));
      else localStorage.removeItem(this.#name);
    } catch {
      // not kept
    }
  }
}

export class Desk {
  #draft;
  #form;
  #text;
  #tray;
  #tell;

  /** `tell.text(text)` and `tell.file(blob, caption, album)` keep a message and give whether that worked. */
  constructor(base, form, megabytes, tell) {
    this.#draft = new Draft(base);
    this.#form = form;
    this.#text = form.querySelector("textarea");
    this.#tell = tell;
    this.#tray = new Tray(form.querySelector(".tray"), megabytes, (problem) => this.problem(problem));
    this.#listen(form.querySelector("[type=file]"));
    this.edit(this.#draft.read());
  }

  /** Draw the signs on the quick buttons, and put the cursor where it helps: a phone would open its keyboard. */
  dress() {
    for (const button of document.querySelectorAll("[data-command]")) {
      const label = button.textContent;
      button.setAttribute("aria-label", spoken(label));
      button.replaceChildren(plain(label));
    }
    if (window.parent === window && matchMedia("(hover: hover)").matches) this.#text.focus();
  }

  /** Put words into the box to go on with; what stands there already stays in front. */
  edit(text) {
    if (!text) return;
    this.#text.value = [this.#text.value, text].filter(Boolean).join("\n");
    this.#draft.write(this.#text.value);
    this.#grown();
    this.#text.focus({ preventScroll: true });
  }

  /** Say what went wrong, or "" when nothing did. */
  problem(text) {
    this.#form.querySelector(".problem").textContent = text;
  }

  wipe() {
    this.#text.value = "";
    this.#draft.write("");
    this.#tray.take();
  }

  #listen(files) {
    this.#form.querySelector("#send").disabled = false; // until now pressing it would have lost the text
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#text.addEventListener("input", () => {
      this.#draft.write(this.#text.value);
      this.#grown();
    });
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    this.#text.addEventListener("paste", (event) => this.#pasted(event));
    this.#form.querySelector("#attach").addEventListener("click", () => files.click());
    files.addEventListener("change", async () => {
      const chosen = [...files.files];
      files.value = "";
      await this.#tray.add(chosen);
      this.#text.focus({ preventScroll: true });
    });
    // pressing the button must not take the cursor, and with it the keyboard of a phone, away from the text
    this.#form.querySelector("#send").addEventListener("pointerdown", (event) => event.preventDefault());
  }

  #key(event) {
    const composing = event.isComposing || event.keyCode === 229; // Enter then ends a Vietnamese syllable, not the message
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    this.#send();
  }

  #pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.#tray.add(files);
  }

  #grown() {
    this.#text.style.height = "auto";
    this.#text.style.height = `${Math.min(this.#text.scrollHeight, TALLEST)}px`;
  }

  /** The draft goes only when the message is kept; what cannot be kept comes back into the box. */
  async #send() {
    const text = this.#text.value.trim();
    const blobs = this.#tray.take();
    if (!text && !blobs.length) return;
    this.problem("");
    this.#text.value = "";
    this.#grown();
    if (await this.#keep(text, blobs)) this.#draft.write(this.#text.value);
    else this.edit(text);
  }

  async #keep(text, blobs) {
    if (!blobs.length) return this.#tell.text(text);
    const album = blobs.length > 1 ? uuid() : undefined;
    let kept = true;
    for (const [index, blob] of blobs.entries()) kept = (await this.#tell.file(blob, index ? "" : text, album)) && kept;
    return kept;
  }
}
