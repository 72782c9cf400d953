/** What is typed on a referral outlives a bad line, a closed page and a flat battery. Everything works without. */
const KEPT = 72 * 3600_000; // like a draft at the office

const form = document.querySelector("form[data-draft]");
const name = (code) => `baonhanh referral ${code}`;

const fields = () => [...form.elements].filter((one) => one.name && !["hidden", "file", "submit"].includes(one.type));

const typed = () => fields().filter((one) => one.type !== "radio" || one.checked).map((one) => [one.name, one.value]);

function keep() {
  try {
    localStorage.setItem(name(form.dataset.draft), JSON.stringify({ typed: typed(), at: Date.now() }));
    form.querySelector("[data-kept]").hidden = false;
  } catch {
    // a browser that keeps nothing: then there is no draft
  }
}

function restore() {
  let draft;
  try {
    draft = JSON.parse(localStorage.getItem(name(form.dataset.draft)));
  } catch {
    return;
  }
  if (!draft || Date.now() - draft.at > KEPT) return;
  for (const [field, value] of draft.typed)
    for (const one of fields().filter((each) => each.name === field))
      if (one.type === "radio") one.checked = one.value === value;
      else one.value = value;
}

/** Drafts of answers that were handed in, or that nobody came back to. */
function forget() {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(name("")) && key !== name(form?.dataset.draft)) localStorage.removeItem(key);
  } catch {
    // nothing to forget
  }
}

forget();
if (form) {
  if ("fresh" in form.dataset) keep(); // the server's words are the newer ones: they are masked
  else restore();
  form.addEventListener("input", keep);
}
document.getElementById("problems")?.focus();
