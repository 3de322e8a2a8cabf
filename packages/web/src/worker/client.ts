/** The page's side of the worker: where a trainer can run. */
import type { Connection, Open } from "./supervisor.ts";
import type { Command, Report } from "./protocol.ts";
import { messages } from "#text/worker";

/** Runs a trainer in its own worker. If it breaks, everything sent to it is lost. */
export const openWorker: Open = (receive, broke) => {
  const worker = new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Report>) => receive(data));
  worker.addEventListener("messageerror", () => broke(messages.cannotRead));
  worker.addEventListener("error", (event) => {
    event.preventDefault(); // the supervisor replaces the trainer, and the page says so
    broke(event.message || messages.cannotLoad);
  });
  return { send: (command) => worker.postMessage(command), close: () => worker.terminate() };
};

/** The pause between slices when the trainer runs in the page, in milliseconds: time to draw and to handle input. */
const PAUSE = 5;

/**
 * Runs the same trainer in the page itself, behind the same kind of channel. The channel queues what is sent until
 * the trainer has loaded.
 */
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
