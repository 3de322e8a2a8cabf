/** Runs a trainer behind a message channel: in its worker, or in the page if no worker can start. */
import type { Command, Report } from "./protocol.ts";
import type { Environment } from "./environment.ts";
import { createTrainer } from "./trainer.ts";

/** What both ends of a channel can do. */
export interface Channel {
  addEventListener(type: "message", listener: (event: MessageEvent<Command>) => void): void;
  postMessage(report: Report, options: { transfer: Transferable[] }): void;
}

/**
 * Starts a trainer that reads commands from the channel and posts its reports to it. `broke` receives whatever it
 * throws.
 */
export function host(
  channel: Channel,
  later: Environment["later"],
  broke: (error: unknown) => void = rethrow,
): void {
  const careful = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      broke(error);
    }
  };
  const trainer = createTrainer({
    send: (report) => channel.postMessage(report, { transfer: buffers(report) }),
    now: () => performance.now(),
    later: (callback, milliseconds) => later(() => careful(callback), milliseconds),
  });
  channel.addEventListener("message", ({ data }) => careful(() => trainer(data)));
}

function rethrow(error: unknown): never {
  throw error;
}

/** The buffers that a report transfers instead of copying. */
function buffers(report: Report): Transferable[] {
  if (report.kind !== "snapshot") return [];
  const { snapshot, deltas } = report;
  const { params, gradient, outputs, pictures, comparison } = snapshot;
  const arrays = [
    params,
    gradient,
    ...outputs,
    ...pictures.outputs,
    ...pictures.maps,
    ...(comparison === undefined ? [] : comparison.pictures.outputs),
    ...deltas.map(({ losses }) => losses),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
