/**
 * Keeps the shell of the pages (never a message), so that they open without a network. Registered with the path of
 * this release's files, so a new release is a new worker with a cache of its own.
 */
const assets = new URL(location.href).searchParams.get("assets");
const CACHE = `shell ${assets}`;
const AWAY = "/away";
const PAGES = ["/", "/chat", "/sample/collaborator", "/sample/duty"];
const FILES = [
  "card.js", "chat.css", "chat.js", "clock.js", "code.js", "desk.js", "entry.js", "icon.svg", "icons.js", "join.js", "look.css", "outbox.js", "pictures.js", "referral.css", "referral.js",
  "rich.js", "sample.js", "session.js", "store.js", "stream.js", "view.js", "wire.js", "words.js",
];
const PATIENCE = 4_000; // then a page kept is better than a page awaited

self.addEventListener("install", (event) => {
  const keep = async () => (await caches.open(CACHE)).addAll([AWAY, ...FILES.map((file) => `${assets}/${file}`)]);
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const begin = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.clients.claim();
    await keepOpenPages();
  };
  event.waitUntil(begin());
});

/** The page that brought this worker was loaded before it could be kept. */
async function keepOpenPages() {
  for (const { url } of await self.clients.matchAll({ type: "window" })) {
    const { pathname } = new URL(url);
    if (PAGES.includes(pathname)) await fresh(pathname, pathname).catch(() => {});
  }
}

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));

async function fresh(request, path) {
  const response = await fetch(request);
  if (response.ok && !response.redirected && PAGES.includes(path)) await (await caches.open(CACHE)).put(path, response.clone());
  return response;
}

/** From the network; a page seen before, when the network is slow or gone; else the page that says so. */
async function page(request, path) {
  const coming = fresh(request, path);
  const kept = PAGES.includes(path) ? await caches.match(path) : undefined;
  try {
    return await (kept ? Promise.race([coming, late()]) : coming);
  } catch {
    coming.catch(() => {});
    return kept ?? caches.match(AWAY);
  }
}

const file = async (request) => (await caches.match(request)) ?? fetch(request);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (pathname.startsWith("/static/")) event.respondWith(file(request));
});
