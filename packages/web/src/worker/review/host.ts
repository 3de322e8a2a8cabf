/** Reviews one recording behind a channel: in its worker, or in the page if no worker can start. */
import { attempt } from "@neural-viz/engine";
import type { Request, Response } from "./protocol.ts";
import { createReviewer, type Reviewer } from "./reviewer.ts";

/** How often progress is told, in milliseconds. */
const OFTEN = 100;

/** Answers requests, one after the other. `send` gets each answer in the order of the requests. */
export function createHost(send: (response: Response) => void): (request: Request) => Promise<void> {
  const reviewer = createReviewer();
  return async (request) => {
    send({ kind: "answer", answer: await answerTo(request, reviewer, send) });
  };
}

async function answerTo(request: Request, reviewer: Reviewer, send: (response: Response) => void) {
  switch (request.kind) {
    case "read":
      return read(request.file, reviewer, (share) => send({ kind: "progress", share }));
    case "update":
      return reviewer.update(request.index);
    case "explain":
      return reviewer.explain(request.index, request.pair);
    case "recorded":
      return reviewer.recorded();
    case "experiment":
      return reviewer.experiment(request.index);
  }
}

/** Reads a file piece by piece. What can't be read is said in one sentence. */
async function read(file: Blob, reviewer: Reviewer, tell: (share: number) => void) {
  const pieces = file.stream().getReader();
  const decoder = new TextDecoder();
  let length = 0;
  let told = performance.now();
  for (;;) {
    const { done, value } = await pieces.read();
    const found = attempt(() => reviewer.push(decoder.decode(value, { stream: !done })));
    if (!found.ok) {
      void pieces.cancel();
      return found;
    }
    if (done) return attempt(() => reviewer.end());
    length += value.length;
    if (performance.now() - told < OFTEN) continue;
    told = performance.now();
    tell(length / file.size);
    // In the page itself, this is when it draws.
    await new Promise((next) => setTimeout(next));
  }
}
