/*
 * The page without a network. All files of one version are kept in one cache, checked against the hashes of the build, and
 * answered from there; so a page never gets files of two versions. A new version is kept beside the old one, and takes over
 * when no page of the old one is left, or when the person says so; then pages that are still open find their files in
 * the old cache, which goes when one page alone is there to say so. A browser may let the old version answer for minutes
 * after the person has chosen the new one, so the old version then answers with the new one's files.
 */
const VERSION = "%VERSION%";
/** Each file by its name, from the place of this script, and the hash of its contents. */
const FILES = "%FILES%";

const PREFIX = `neural-viz ${self.registration.scope} `;
const OWN = PREFIX + VERSION;
/** The cache of the newer version that the person chose, while this worker still answers. */
let successor;

self.addEventListener("install", (event) => {
  event.waitUntil(fill());
});

/** All files or none: when one is of another version already, the browser tries again later. */
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
  // The page of a first visit, too, is answered from now on.
  event.waitUntil(Promise.all([removeOld(0), self.clients.claim()]));
});

/** Removes the caches of other versions, unless more pages than this are open: some may be of another version. */
async function removeOld(pages) {
  // What looks old may be the version that waits.
  if (self.registration.waiting !== null || self.registration.installing !== null) return;
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.filter(({ url }) => url.startsWith(self.registration.scope)).length > pages) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== OWN);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The page asks the new version to take over, and hands the name of its cache to the version in charge. */
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
  // A page that is loaded is of this worker's version, and when it is the only one, no other is needed.
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
