/** What is done with the session itself: its language, and leaving. */
import { postJson } from "./wire.js";
import { word } from "./words.js";

/** Buttons or links that change the language of the page and of what the bot will say. */
export function speakLanguages(base, buttons, problem) {
  for (const button of buttons) {
    button.addEventListener("click", async () => {
      try {
        await postJson(`${base}/language`, { lang: button.dataset.lang });
        location.reload();
      } catch {
        problem(word("web-offline"));
      }
    });
  }
}

/** Leaving asks once. When the server has closed the session, nothing of the talk stays on this device. */
export function leaving(base, button, dialog, wipe, problem) {
  button?.addEventListener("click", () => dialog.showModal());
  dialog.querySelector("[value=stay]").addEventListener("click", () => dialog.close());
  dialog.querySelector("[value=leave]").addEventListener("click", async () => {
    dialog.close();
    try {
      await postJson(`${base}/leave`, {});
    } catch {
      return problem(word("web-leave-offline")); // a session left open would be the next person's
    }
    await wipe();
    for (const name of await (globalThis.caches?.keys() ?? [])) await (await caches.open(name)).delete(base);
    location.assign("/");
  });
}
