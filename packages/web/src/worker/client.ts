/** The page's side of the mailbox. */
import type { Command, Report } from "./protocol.ts";
import { words } from "../words/worker.ts";

export interface Client {
  readonly send: (command: Command) => void;
  readonly close: () => void;
}

/** Starts the worker. `failed` hears one sentence when it cannot go on. */
export function connect(receive: (report: Report) => void, failed: (reason: string) => void): Client {
  const worker = new Worker(new URL("./trainer.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Report>) => receive(data));
  worker.addEventListener("error", ({ message }) => failed(message || words.cannotLoad));
  return { send: (command) => worker.postMessage(command), close: () => worker.terminate() };
}
