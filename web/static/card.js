/** One message of the bot: words, a file, rows of buttons. What did not change is left as it stands. */
import { time } from "./clock.js";
import { icon } from "./icons.js";
import { element, plain, rich, spoken, unseen } from "./rich.js";
import { word } from "./words.js";

/** What a button does, whatever talk and revision it belongs to: "tone:aggrieved", "send". */
const keyOf = (data) => data.slice(data.lastIndexOf(".") + 1);

/**
 * Draw a bot message into its box, or what it has become. `pending(message, data)` tells whether a tap on a button is on
 * its way.
 */
export function drawCard(box, message, pending) {
  const held = box.contains(document.activeElement) ? document.activeElement : undefined;
  const { text, rows, file, at, n, edits } = message;
  if (!box.firstChild) box.append(...frame());
  box.dataset.message = edits ?? n;
  box.classList.toggle("urgent", text.startsWith("🔴"));
  box.classList.toggle("card", rows.length > 0);
  fillWords(box.querySelector(".said"), text, rows.length > 0);
  if (file) box.querySelector(".files").replaceChildren(attachment(file));
  fillRows(box.querySelector(".rows"), rows, (data) => pending(edits ?? n, data));
  box.querySelector("time").replaceWith(time(at));
  if (held && !held.isConnected) refocus(box, held);
}

/** Buttons that stay are changed in place: a finger that is already down must not lose them. */
function fillRows(grid, rows, pending) {
  rows.forEach((row, index) => {
    const line = grid.children[index] ?? grid.appendChild(element("div", { className: "row" }));
    if (!fits(line, row)) line.replaceChildren(...row.map(() => element("button", { type: "button" })));
    row.forEach((button, place) => dress(line.children[place], button, row.length === 1, pending));
  });
  while (grid.children.length > rows.length) grid.lastChild.remove();
}

function dress(button, { data, label, chosen }, alone, pending) {
  const key = keyOf(data);
  const strong = key.startsWith("send") || (alone && data.startsWith("x.claim"));
  if (button.words !== label) button.replaceChildren(plain(label));
  button.words = label;
  button.ariaLabel = spoken(label);
  button.ariaPressed = key.includes(":") || chosen ? String(chosen) : null;
  button.dataset.tap = data;
  button.classList.toggle("strong", strong);
  button.classList.toggle("danger", strong && label.includes("🔴"));
  button.classList.toggle("pending", pending(data));
}

/** Keep the keyboard where it was: on the button of the same name, else on the message. */
function refocus(box, { ariaLabel }) {
  const same = [...box.querySelectorAll("button[data-tap]")].find((button) => button.ariaLabel === ariaLabel);
  (same ?? box).focus({ preventScroll: true });
}

/** The empty parts of a bot message. The words of a card are read aloud, not its dozen buttons. */
function frame() {
  const rows = element("div", { className: "rows", ariaLive: "off" });
  const said = element("p", { className: "said" });
  return [unseen(word("web-bot-says")), said, element("div", { className: "files" }), rows, element("time")];
}

/** Words that did not change are left alone, so that they are not read aloud again. */
function fillWords(said, text, card) {
  if (said.words === text) return;
  said.words = text;
  const [first, ...rest] = text.split("\n");
  if (rest.length && card) said.replaceChildren(element("strong", {}, rich(first)), rich(["", ...rest].join("\n")));
  else said.replaceChildren(rich(text));
}

/** Does each button of a row stand where it stood, by its name or by what it does? */
function fits(line, row) {
  const same = (button, { data, label }) => button.words === label || keyOf(button.dataset.tap) === keyOf(data);
  return line.children.length === row.length && row.every((one, place) => same(line.children[place], one));
}

/** A file of the bot: a download, or a picture behind a tap. */
function attachment(file) {
  if (!file.type.startsWith("image/")) {
    return element("a", { className: "file", href: file.url, download: file.name }, icon("📄"), word("web-download", { name: file.name }));
  }
  const show = element("button", { type: "button", className: "file" }, icon("📄"), word("web-show-picture"));
  show.onclick = () => show.replaceWith(element("img", { className: "picture", src: file.url, alt: word("web-picture") }));
  return show;
}
