/** The page's side of the worker that reviews a recording. */
import type { Request, Response, Responses } from "./protocol.ts";

/** A worker that reviews one recording. */
export interface ReviewConnection {
  /** Asks for something. Answers come in the order of the requests. */
  ask<Kind extends Request["kind"]>(request: Extract<Request, { kind: Kind }>): Promise<Responses[Kind]>;
  close(): void;
}

/** Starts a worker; where none can start, the page does the work itself. `broke` is called when no more answers come. */
export function connectReview(onProgress: (share: number) => void, broke: () => void): ReviewConnection {
  const waiting: ((answer: Responses[keyof Responses]) => void)[] = [];
  const receive = (response: Response): void => {
    if (response.kind === "progress") onProgress(response.share);
    else waiting.shift()?.(response.answer);
  };
  const sent: Request[] = [];
  let alive = false;
  const { post, close } = open();

  function open(): { post: (request: Request) => void; close: () => void } {
    try {
      const worker = new Worker(new URL("./review.worker.ts", import.meta.url), { type: "module" });
      let send = (request: Request): void => worker.postMessage(request);
      worker.addEventListener("message", ({ data }: MessageEvent<Response>) => {
        alive = true;
        receive(data);
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        if (alive) return broke();
        alive = true;
        send = inPage(receive);
        for (const request of sent) send(request);
      });
      return { post: (request) => send(request), close: () => worker.terminate() };
    } catch {
      return { post: inPage(receive), close: () => {} };
    }
  }

  return {
    ask: (request) =>
      new Promise((resolve) => {
        waiting.push(resolve as (answer: Responses[keyof Responses]) => void);
        if (!alive) sent.push(request);
        post(request);
      }),
    close,
  };
}

/** The same work in the page itself. */
function inPage(receive: (response: Response) => void): (request: Request) => void {
  let host = import("./host.ts").then(({ createHost }) => createHost(receive));
  return (request) => {
    host = host.then(async (answer) => {
      await answer(request);
      return answer;
    });
  };
}
