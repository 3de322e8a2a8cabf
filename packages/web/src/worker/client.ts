/** The page's side of the mailbox: where a trainer can live. */
import type { Connection, Open } from "./supervisor.ts";
import type { Command, Report } from "./protocol.ts";
import { messages } from "#text/worker";

/** A trainer in a worker of its own. What it was sent before it broke is lost with it. */
export const openWorker: Open = (receive, broke) => {
  const worker = new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Report>) => receive(data));
  worker.addEventListener("messageerror", () => broke(messages.cannotRead));
  worker.addEventListener("error", (event) => {
    event.preventDefault(); // it is mended, and said on the page
    broke(event.message || messages.cannotLoad);
  });
  return { send: (command) => worker.postMessage(command), close: () => worker.terminate() };
};

/** Between the slices of a trainer in the page, in milliseconds: time to draw and to hear what is pressed. */
const PAUSE = 5;

/** The same trainer in the page itself, behind a channel of the same kind, which keeps what is sent until it is loaded. */
export const openHere: Open = (receive, broke): Connection => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", ({ data }: MessageEvent<Report>) => receive(data));
  const start = async (): Promise<void> => {
    const { host } = await import("./host.ts");
    host(
      port2,
      (callback, milliseconds) => setTimeout(callback, Math.max(PAUSE, milliseconds)),
      (error) => broke(String(error)),
    );
    port2.start();
  };
  start().catch(() => broke(messages.cannotLoad));
  port1.start();
  return {
    send: (command: Command) => port1.postMessage(command),
    close: () => port1.close(),
  };
};
