/** The page without a network: the service worker keeps its files, and a newer version waits until it is asked for. */
import { sayNewVersion } from "../store/visit/notices.ts";

/** Called once, when the page is there. Where the browser keeps nothing, the page needs the network as before. */
export function startOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" }).then(watch, () => {});
}

function watch(registration: ServiceWorkerRegistration | undefined): void {
  if (registration === undefined) return; // what forbids workers from outside may answer with nothing
  const notice = (worker: ServiceWorker | null): void => {
    // Without a worker in charge this is the first visit, and nothing is replaced.
    if (worker?.state !== "installed" || navigator.serviceWorker.controller === null) return;
    sayNewVersion(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      worker.postMessage("takeOver");
    });
  };
  notice(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => notice(installing));
  });
}
