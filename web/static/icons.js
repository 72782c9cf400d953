/**
 * Own drawings for the signs our sentences use, so that they look alike on every phone, old ones without an emoji
 * font too. Each is a path on a 24 × 24 field, drawn with the colour of the text unless it has a tint of its own.
 */
const DISC = "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z";
const FACE = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M9 9.5v1 M15 9.5v1";
const SHEET = "M6 3h8l4 4v14H6z M14 3v4h4";
const BUBBLE = "M4 5h16v11H10l-4 4v-4H4z";

const SHAPES = {
  "✍": "M4 20l1-5L16 4l4 4L9 19z M13 7l4 4 M13 20h7",
  "✏": "M4 20l1-5L16 4l4 4L9 19z M13 7l4 4",
  "☑": "M4 4h16v16H4z M8 12l3 3l5-6",
  "📂": "M3 6h6l2 2h10v11H3z M3 11h18",
  "🎯": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M12 12h.01",
  "💬": BUBBLE + " M8 9h8 M8 12h5",
  "📚": "M4 4h4v16H4z M8 4h4v16H8z M13.5 5l4-1l3 15l-4 1z",
  "❓": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8 M12 16.5h.01",
  "☰": "M4 7h16 M4 12h16 M4 17h16",
  "⚙": "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M12 3v2.5 M12 18.5V21 M3 12h2.5 M18.5 12H21 M5.6 5.6l1.8 1.8 M16.6 16.6l1.8 1.8 M18.4 5.6l-1.8 1.8 M7.4 16.6l-1.8 1.8",
  "✅": "M5 12.5l4.5 4.5L19 7",
  "✔": "M5 12.5l4.5 4.5L19 7",
  "✖": "M6 6l12 12 M18 6L6 18",
  "➕": "M12 5v14 M5 12h14",
  "🔒": "M5 11h14v9H5z M8 11V8a4 4 0 0 1 8 0v3",
  "🔐": "M5 11h14v9H5z M8 11V8a4 4 0 0 1 8 0v3 M12 14v3",
  "↩": "M9 6L4 11l5 5 M4 11h10a5 5 0 0 1 0 10h-3",
  "🙂": FACE + " M8 14c1.8 2.6 6.2 2.6 8 0",
  "😟": FACE + " M8.5 16.5c1.6-2 5.4-2 7 0",
  "😠": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M9 11v.5 M15 11v.5 M7.5 8l3 1.5 M16.5 8l-3 1.5 M8.5 16.5h7",
  "⚪": DISC,
  "🔴": DISC,
  "🟡": DISC,
  "🟢": DISC,
  "🙋": "M10 6.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z M4 21c0-4 2.5-6 6-6s6 2 6 6 M16 14c2.5-2 3.5-5 3.5-10",
  "📨": "M3 6h18v13H3z M3 7l9 7l9-7",
  "🔗": "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1 M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  "⬆": "M12 20V5 M6 11l6-6l6 6",
  "🔔": "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15z M10 21h4",
  "🔕": "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15z M10 21h4 M4 4l16 16",
  "📄": SHEET + " M9 12h6 M9 16h6",
  "👍": "M4 11h3v9H4z M7 12l4-8c2 0 2.5 1.5 2 3l-.7 2.5H19c1.3 0 2 1 1.7 2.2l-1.5 6c-.3 1.3-1.2 2.3-2.7 2.3H7",
  "👎": "M4 13h3V4H4z M7 12l4 8c2 0 2.5-1.5 2-3l-.7-2.5H19c1.3 0 2-1 1.7-2.2l-1.5-6c-.3-1.3-1.2-2.3-2.7-2.3H7",
  "⏰": "M12 5a8 8 0 1 0 0 16a8 8 0 1 0 0-16z M12 9v4l3 2 M3 6l3-3 M21 6l-3-3",
  "🗑": "M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13",
  "📎": "M8 12l6-6a3.5 3.5 0 0 1 5 5l-8 8a5 5 0 0 1-7-7l7.5-7.5",
  "📞": "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4c0 1-1 2-2 2C10 20 4 14 3 6c0-1 1-2 2-2z",
  "⚠": "M12 4l9 16H3z M12 10v4 M12 17h.01",
  "➤": "M4 12l16-8l-5 17l-3.5-6.5z M11.5 14.5L20 4",
  "📝": SHEET + " M9 12h4 M9 16h2 M20 11l-6 6l-1 3l3-1l6-6z",
  "📋": "M6 5h12v16H6z M9 3h6v4H9z M9 12h6 M9 16h6",
  "📊": "M4 20h16 M7 20v-6 M12 20V5 M17 20v-9",
  "📅": "M4 6h16v14H4z M4 10h16 M8 3v4 M16 3v4",
  "📣": "M4 10v4h3l9 5V5l-9 5z M19 10v4 M8 14.5l1 5h2.5",
  "🗳": "M4 11h16v10H4z M9 15h6 M8 11V3h8v8",
  "👁": "M2.5 12c4-7 15-7 19 0c-4 7-15 7-19 0z M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z",
  "⛔": "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z M8 12h8",
  "⏩": "M4 6l8 6l-8 6z M12 6l8 6l-8 6z",
  "▶": "M7 5l12 7l-12 7z",
  "★": "M12 4l2.4 5.2l5.6.6l-4.2 3.8l1.2 5.6L12 16.3l-5 2.9l1.2-5.6L4 9.8l5.6-.6z",
  "📱": "M7 3h10v18H7z M11 18h2",
  "⏸": "M8 5v14 M16 5v14",
  "⏹": "M6 6h12v12H6z",
  "🔘": DISC + " M12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z",
  "🔢": "M4 5h16v14H4z M7 9l1.5-1v8 M12 9c0-1.5 3-1.5 3 .3c0 1.7-3 3.7-3 5.7h3 M18 12h.01",
  "🕘": "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z M12 7.5V12H8",
  "🛡": "M12 3l7 2.5V12c0 4.5-3 7.5-7 9c-4-1.5-7-4.5-7-9V5.5z",
  "📈": "M4 4v16h16 M7 15l4-5l3 3l5-7 M15.5 6H19v3.5",
  "📜": SHEET + " M9 10h6 M9 13h6 M9 16h3",
  "👥": "M9 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z M3 19c0-3.5 2.5-5 6-5s6 1.5 6 5 M16 5.5a3 3 0 0 1 0 5.5 M17.5 14.5c2.2.7 3.5 2 3.5 4.5",
  "🏷": "M4 4h8l8 8l-8 8l-8-8z M8 8h.01",
  "🏁": "M5 3v18 M5 4h14v10H5 M9.7 4v10 M14.3 4v10 M5 9h14",
  "🔁": "M4 11V9a2 2 0 0 1 2-2h13 M16 4l3 3l-3 3 M20 13v2a2 2 0 0 1-2 2H5 M8 20l-3-3l3-3",
  "💾": "M4 4h13l3 3v13H4z M8 4v5h7V4 M8 20v-7h8v7",
  "▪": "M9 9h6v6H9z",
  "☎": "M4 8c5-4 11-4 16 0l-2 3l-3-1V8.5H9V10l-3 1z M7 19c0-4 2-6 5-6s5 2 5 6z M12 15a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z",
  "⏺": "M12 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
  "🤝": "M3 8l4-2l5 3l5-3l4 2 M3 8v7l3 1l4 3c1 .8 2.5.5 3-.5l5-2.5l3-1V8 M12 9l-3 3c1.5 1 3 .5 4-.5l4 4",
  "📤": "M4 14v6h16v-6 M12 14V4 M8 8l4-4l4 4",
  "✉": "M3 6h18v13H3z M3 7l9 7l9-7",
  "👀": "M8 6c-4 0-4 12 0 12s4-12 0-12z M16 6c-4 0-4 12 0 12s4-12 0-12z M8.5 12h.01 M16.5 12h.01",
  "👤": "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M4 20c0-4 3.5-6 8-6s8 2 8 6",
  "📘": "M5 4h13v16H7a2 2 0 0 1-2-2z M5 18a2 2 0 0 1 2-2h11 M9 8h6",
  "🎗": "M9 20l6-12a3.5 3.5 0 1 0-6 0l6 12 M9.5 9h5",
  "📍": "M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11z M12 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4z",
  "🕒": "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z M12 7.5V12h4",
  "❌": "M6 6l12 12 M18 6L6 18",
  "🗣": "M9 5a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M2 20c0-4 3-6 7-6s7 2 7 6 M17 7c1.5 1.5 1.5 4 0 5.5 M19.5 5c3 3 3 7 0 10",
  "📌": "M9 4h6l-1 6l3 3H7l3-3z M12 13v7",
  "⏱": "M12 6a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15z M12 10v4 M10 3h4 M12 3v3",
  "⏳": "M7 4h10 M7 20h10 M8 4c0 5 8 6 8 8s-8 3-8 8 M16 4c0 5-8 6-8 8s8 3 8 8",
  "🔎": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z M15.5 15.5L21 21",
  "🗂": "M3 8h6l2 2h10v10H3z M6 8V5h5l2 2h5v3 M3 13h18",
  "📥": "M4 14v6h16v-6 M12 4v10 M8 10l4 4l4-4",
  "🔓": "M5 11h14v9H5z M8 11V8a4 4 0 0 1 7.5-2",
  "📬": "M4 10h16v9H4z M4 10a4 4 0 0 1 8 0v9 M15 10V5h4v2h-4",
  "✂": "M7 4a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z M7 15a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z M9 8l11 9 M9 16L20 7",
  "🗓": "M4 6h16v14H4z M4 10h16 M8 3v4 M16 3v4 M8 13.5h.01 M12 13.5h.01 M16 13.5h.01 M8 16.5h.01 M12 16.5h.01",
};
const TINTS = { "🔴": "red", "🟡": "amber", "🟢": "green" };

/** Matches one sign that `icon` can draw, with the selector that asks for its coloured form. */
export const SIGN = `(?:${Object.keys(SHAPES).join("|")})\\uFE0F?`;

const SVG = "http://www.w3.org/2000/svg";

/** The drawing of `sign`. Hidden from screen readers: the words beside it say the same. */
export function icon(sign) {
  const key = sign.replace("\uFE0F", "");
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", `icon ${TINTS[key] ?? ""}`.trim());
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("focusable", "false");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", SHAPES[key]);
  drawing.append(line);
  return drawing;
}
