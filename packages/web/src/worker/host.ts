/** A trainer behind a channel of messages: in its worker, or, where no worker can be started, in the page itself. */
import type { Command, Report } from "./protocol.ts";
import type { Environment } from "./environment.ts";
import { createTrainer } from "./trainer.ts";

/** What both ends of a channel can do. */
export interface Channel {
  addEventListener(type: "message", listener: (event: MessageEvent<Command>) => void): void;
  postMessage(report: Report, options: { transfer: Transferable[] }): void;
}

/** Starts a trainer that hears its commands from the channel and reports into it. `broke` hears what it throws. */
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

/** What a report may hand over instead of copying. */
function buffers(report: Report): Transferable[] {
  if (report.kind !== "snapshot") return [];
  const { snapshot, deltas } = report;
  const { params, gradient, probability, pictures, comparison } = snapshot;
  const arrays = [
    params,
    gradient,
    probability,
    pictures.boundary,
    ...pictures.maps,
    ...(comparison === undefined ? [] : [comparison.pictures.boundary]),
    ...deltas.map(({ losses }) => losses),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
