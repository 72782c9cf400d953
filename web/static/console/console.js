/** What the pages of the desk do beyond reading, where scripts run: news without a reload, "/" to search, marked words. */

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
