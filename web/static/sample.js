/** The sample: two phones; on a real phone one of them at a time. */
import { plain } from "./rich.js";
import { get, postJson } from "./wire.js";
import { word } from "./words.js";

const panes = document.querySelector(".panes");
const tabs = [...panes.querySelectorAll(".tabs [data-pane]")];
const frameOf = (pane) => panes.querySelector(`.pane[data-pane=${pane}] iframe`);

function count(tab, number) {
  const place = tab.querySelector(".count");
  tab.dataset.count = number;
  place.hidden = !number;
  place.textContent = number ? word("web-unread", { count: number }) : "";
}

function show(shown) {
  panes.dataset.shown = shown;
  for (const tab of tabs) {
    tab.setAttribute("aria-pressed", String(tab.dataset.pane === shown));
    if (tab.dataset.pane === shown) count(tab, 0);
  }
}

for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.pane));

for (const step of document.querySelectorAll(".steps li")) step.replaceChildren(plain(step.textContent));

/** On a phone the explanation is opened by hand, and makes room once a pane is touched. */
const narrow = matchMedia("(max-width: 45rem)");
const how = document.querySelector(".how");
window.addEventListener("blur", () => {
  if (narrow.matches && document.activeElement?.tagName === "IFRAME") how.open = false;
});
const fit = () => (how.open = !narrow.matches);
narrow.addEventListener("change", fit);
fit();

/** A pane tells of a message; it is counted on the tab that is not shown. */
window.addEventListener("message", ({ origin, source, data }) => {
  if (origin !== location.origin || !data.unread) return;
  const tab = tabs.find(({ dataset }) => frameOf(dataset.pane).contentWindow === source);
  if (tab && tab.dataset.pane !== panes.dataset.shown) count(tab, Number(tab.dataset.count ?? 0) + data.unread);
});

/** Both phones change their language with the page. */
for (const link of document.querySelectorAll(".languages [data-lang]")) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const { lang } = link.dataset;
    await Promise.allSettled(tabs.map(({ dataset }) => postJson(`/sample/${dataset.pane}/language`, { lang })));
    location.assign(link.href);
  });
}

/** The clock of the sample: what it shows, and buttons that move it on. */
const CLOCK = "/sample/clock";
const EVERY = 20_000;
const time = document.querySelector(".time");

function button({ to, words }) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.to = to;
  made.replaceChildren(plain(`⏩ ${words}`));
  made.addEventListener("click", () => move(to));
  return made;
}

function tell({ status, answer }) {
  if (status !== 200) return;
  const [shown, moves] = time.children;
  if (shown.textContent !== answer.clock) shown.textContent = answer.clock;
  const held = document.activeElement?.dataset.to; // redrawn buttons keep the keyboard's place
  moves.replaceChildren(...answer.stops.map(button));
  moves.querySelector(`[data-to="${held}"]`)?.focus();
  time.hidden = false;
}

async function move(to) {
  for (const one of time.querySelectorAll("button")) one.disabled = true;
  try {
    tell(await postJson(CLOCK, { to }));
  } catch {
    await look();
  }
}

const look = () => get(CLOCK).then(tell, () => {}); // the panes tell of a line that is cut

if (time) {
  look();
  setInterval(look, EVERY);
}
