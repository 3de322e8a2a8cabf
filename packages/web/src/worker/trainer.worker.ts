/** The trainer in its worker: the mailbox is postMessage. */
import type { Command, Report } from "./protocol.ts";
import { createTrainer } from "./trainer.ts";

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.addEventListener("message", () => turns.shift()?.());
channel.port1.start();

const trainer = createTrainer({
  send: (report) => self.postMessage(report, { transfer: buffers(report) }),
  now: () => performance.now(),
  later(callback, milliseconds) {
    if (milliseconds >= 1) setTimeout(callback, milliseconds);
    else {
      // A message to oneself comes after the commands already waiting, and without a timer's minimum of 4 ms.
      turns.push(callback);
      channel.port2.postMessage(undefined);
    }
  },
});

self.addEventListener("message", ({ data }: MessageEvent<Command>) => trainer(data));

/** What a report may hand over instead of copying. */
function buffers(report: Report): Transferable[] {
  if (report.kind !== "snapshot") return [];
  const { snapshot, news } = report;
  const { params, gradient, probability, pictures, beside } = snapshot;
  const arrays = [
    params,
    gradient,
    probability,
    pictures.boundary,
    ...pictures.maps,
    ...(beside === undefined ? [] : [beside.pictures.boundary]),
    ...news.map(({ losses }) => losses),
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
