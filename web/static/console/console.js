/** What the pages of the desk do beyond reading, where scripts run: news without a reload, "/" to search, marked words, links copied. */
import { SIGN, icon } from "../icons.js";

document.querySelector(".menu [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

const news = document.getElementById("news");
if (news) {
  const source = new EventSource(`${news.dataset.stream}?sau=${news.dataset.after}`);
  source.addEventListener("news", (event) => {
    const { n, words } = JSON.parse(event.data);
    news.hidden = n === 0;
    news.textContent = words;
  });
  source.addEventListener("ended", () => source.close());
  addEventListener("pagehide", () => source.close());
}

const said = document.getElementById("said");
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && said && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    said.focus();
  }
});

const piece = document.getElementById("piece");
if (piece) {
  document.addEventListener("selectionchange", () => {
    const marked = getSelection();
    const words = marked.toString().trim();
    const at = marked.anchorNode;
    const inside = (at?.nodeType === Node.ELEMENT_NODE ? at : at?.parentElement)?.closest(".said");
    if (inside && words && words.length <= 200) piece.value = words;
  });
}

for (const copies of document.querySelectorAll(".copies")) {
  const address = copies.previousElementSibling;
  copies.hidden = false;
  copies.addEventListener("click", async () => {
    address.select();
    try {
      await navigator.clipboard.writeText(address.value);
    } catch {
      if (!document.execCommand("copy")) return; // it is marked: the person copies it
    }
    copies.textContent = copies.dataset.done;
  });
}

// The signs of our own sentences, not those of what people wrote.
const sign = new RegExp(SIGN, "gu");
for (const place of document.querySelectorAll("main button, main summary, main dd, main .caution")) {
  const text = place.firstElementChild ? null : place.textContent;
  if (!text?.match(sign) || place.closest(".said, .parts")) continue;
  const words = text.split(sign);
  const signs = text.match(sign);
  place.replaceChildren(...words.flatMap((one, n) => (n < signs.length ? [one, icon(signs[n])] : [one])));
}
