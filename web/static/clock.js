/** Times of messages, on the clock of the phone. */
import { element } from "./rich.js";

/** "14:05" today, "23/11 14:05" on another day. */
function clock(iso) {
  const at = new Date(iso);
  const two = (number) => String(number).padStart(2, "0");
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (at.toDateString() === new Date().toDateString()) return time;
  return `${two(at.getDate())}/${two(at.getMonth() + 1)} ${time}`;
}

/** A time for people and machines. */
export const time = (iso) => element("time", { dateTime: iso, textContent: clock(iso) });

/** A time without a day says so no longer on the next day. */
export function retime(root) {
  for (const shown of root.querySelectorAll("time")) shown.textContent = clock(shown.dateTime);
}
