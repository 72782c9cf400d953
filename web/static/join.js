/** The first page: takes a code, or a whole invite link pasted, to the page that opens with it. */
import { codeIn } from "./code.js";

const form = document.getElementById("entry");
const input = form.elements.code;
const problem = document.getElementById("code-problem");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const code = codeIn(input.value);
  problem.hidden = Boolean(code);
  input.setAttribute("aria-invalid", String(!code));
  if (code) location.assign(`/join/${code}`);
  else input.focus();
});
