/** Words as the page shows them: signs drawn, masked places marked, commands, addresses and phone numbers alive. */
import { SIGN, icon } from "./icons.js";

const MASKED = String.raw`\[(?:tên|SĐT|số giấy tờ|số TK|biển số|địa chỉ|thửa đất|liên kết|email|năm sinh)\]`;
const LINK = String.raw`https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]`;
const COMMAND = String.raw`\/[a-z]{2,20}(?![\p{L}\d/])`;
const PHONE = String.raw`(?:0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}|1[89]00[ .]?\d{4,6})(?![\d/-]|[.,]\d)`;

const PARTS = new RegExp(`(?<sign>${SIGN})|(?<masked>${MASKED})|(?<link>${LINK})|(?<command>${COMMAND})|(?<phone>${PHONE})`, "gu");
const SIGNS = new RegExp(`(?<sign>${SIGN})|(?<masked>${MASKED})`, "gu");

/** What may not stand before a part of that kind. (Asked here because older iPhones refuse `(?<!…)` in a pattern.) */
const BARRED = { command: /[\p{L}\d/]$/u, phone: /[\p{L}\d.,/-]$/u };

const DRAWN = {
  sign: (text) => icon(text),
  masked: (text) => element("span", { className: "masked", textContent: text }),
  link: (text) => element("a", { href: text, target: "_blank", rel: "noopener noreferrer", textContent: text }),
  phone: (text) => element("a", { href: `tel:${text.replace(/[ .]/g, "")}`, textContent: text }),
  command: (text) => {
    const button = element("button", { type: "button", className: "command", textContent: text });
    button.dataset.command = text;
    return button;
  },
};

/** A new element with properties set. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Words for screen readers alone. */
export const unseen = (text) => element("span", { className: "unseen", textContent: `${text} ` });

function parts(text, pattern) {
  const shown = document.createDocumentFragment();
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    shown.append(text.slice(end, found.index));
    const [kind] = Object.entries(found.groups).find(([, value]) => value !== undefined);
    const barred = BARRED[kind]?.test(text.slice(0, found.index));
    shown.append(barred ? found[0] : DRAWN[kind](found[0]));
    end = found.index + found[0].length;
  }
  shown.append(text.slice(end));
  return shown;
}

/** What a bot message says. */
export const rich = (text) => parts(text, PARTS);

/** A label, or words of the person: signs and masked places only, nothing to press. */
export const plain = (text) => parts(text, SIGNS);

/** `text` without its signs, for names that are read aloud. */
export const spoken = (text) => text.replace(new RegExp(SIGN, "gu"), "").trim();
