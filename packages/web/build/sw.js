/*
 * The page without a network. All files of one version are in one cache, checked against the hashes of the build, and
 * served from there, so a page never gets files of two versions. A new version is cached next to the old one. It
 * takes over when no page of the old version is left, or when the person wants it. Pages that are still open then
 * find their files in the old cache, which is removed once only one page is open. A browser may let the old worker
 * answer for minutes after the person has chosen the new version, so the old worker then serves the new version's
 * files.
 */
const VERSION = "%VERSION%";
/** The hash of each file by its path, relative to this script. */
const FILES = "%FILES%";

const PREFIX = `neural-viz ${self.registration.scope} `;
const OWN = PREFIX + VERSION;
/** The cache of the newer version that the person chose, while this worker still answers. */
let successor;

self.addEventListener("install", (event) => {
  event.waitUntil(fill());
});

/** All files or none. If one is already of another version, the browser tries again later. */
async function fill() {
  const cache = await caches.open(OWN);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([name, integrity]) => {
        const response = await fetch(new Request(name, { cache: "no-cache", integrity }));
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        await cache.put(name, response);
      }),
    );
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

self.addEventListener("activate", (event) => {
  // This worker also serves the page of the first visit from now on.
  event.waitUntil(Promise.all([removeOld(0), self.clients.claim()]));
});

/** Removes the caches of other versions, unless more pages than this are open: some may be of another version. */
async function removeOld(pages) {
  // A cache of another version may belong to the version that is waiting.
  if (self.registration.waiting !== null || self.registration.installing !== null) return;
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.filter(({ url }) => url.startsWith(self.registration.scope)).length > pages) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== OWN);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The page asks the new version to take over, and tells the active worker the name of its cache. */
self.addEventListener("message", ({ data, ports }) => {
  if (data === "takeOver") {
    void self.skipWaiting();
    ports[0].postMessage(OWN);
  } else if (data.successor !== undefined) {
    ({ successor } = data);
    ports[0].postMessage("done");
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const scope = new URL(self.registration.scope);
  if (request.method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  const name = pathname.slice(scope.pathname.length).replace(/^(index\.html)?$/, "./");
  // A page that is loaded has this worker's version. If it is the only one, no other version is needed.
  if (request.mode === "navigate" && name === "./") event.waitUntil(removeOld(1));
  event.respondWith(answer(request, name));
});

async function answer(request, name) {
  const names = await caches.keys();
  const ours = names.filter((one) => one.startsWith(PREFIX));
  const rank = (one) => (one === successor ? 0 : one === OWN ? 1 : 2);
  for (const one of ours.toSorted((a, b) => rank(a) - rank(b))) {
    const found = await caches.match(name, { cacheName: one });
    if (found !== undefined) return found;
  }
  return fetch(request);
}
