/**
 * The page without a network: the service worker caches its files, and a newer version waits until the person wants
 * it.
 */
import { sayNewVersion } from "../store/visit/notices.ts";

/**
 * Called once, after the page has loaded. While developing, and in the build of one file, there is no service worker. If the browser's storage is forbidden, the page needs the network as
 * before.
 */
export function startOffline(): void {
  if (import.meta.env.MODE !== "production" || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" }).then(watch, () => {});
}

function watch(registration: ServiceWorkerRegistration | undefined): void {
  if (registration === undefined) return; // a browser extension that forbids workers may resolve with nothing
  const notice = (worker: ServiceWorker | null): void => {
    // Without an active worker this is the first visit, and nothing is replaced.
    if (worker?.state !== "installed" || navigator.serviceWorker.controller === null) return;
    sayNewVersion(() => void takeOver(worker));
  };
  notice(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => notice(installing));
  });
}

/** Reloads the page as the new version, even if the browser lets the old worker answer for a while. */
async function takeOver(worker: ServiceWorker): Promise<void> {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  const successor = await ask(worker, "takeOver");
  const { controller } = navigator.serviceWorker;
  if (controller !== null && controller !== worker) await ask(controller, { successor });
  location.reload();
}

const ask = (worker: ServiceWorker, message: unknown): Promise<unknown> =>
  new Promise((answered) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => answered(data));
    port1.start();
    worker.postMessage(message, [port2]);
  });
