/** The form that asks for an invite code when a session has ended. */
import { codeIn } from "./code.js";
import { word } from "./words.js";

export class Entry {
  #form;
  #desk;
  #problem;

  /** `enter(code)` is called with a well-formed code. */
  constructor(form, desk, enter) {
    this.#form = form;
    this.#desk = desk;
    this.#problem = form.querySelector(".problem");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const code = codeIn(form.elements.code.value);
      this.#say(code ? "" : word("web-code-wrong"));
      if (code) enter(code);
      else form.elements.code.focus();
    });
  }

  /** Ask for a code; what is being written stays where it is, out of sight. */
  ask(problem = "") {
    if (this.#form.hidden) {
      this.#form.hidden = false;
      this.#desk.hidden = true;
      this.#form.elements.code.focus();
    }
    this.#say(problem);
  }

  close() {
    this.#form.hidden = true;
    this.#form.reset();
    this.#desk.hidden = false;
  }

  #say(problem) {
    this.#problem.textContent = problem;
    this.#form.elements.code.setAttribute("aria-invalid", String(Boolean(problem)));
  }
}
