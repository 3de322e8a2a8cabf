/** Reviews a recording in its own worker, so that the page never waits. */
import { createHost } from "./host.ts";
import type { Request } from "./protocol.ts";

const host = createHost((response) => self.postMessage(response));
let before = Promise.resolve();
self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  before = before
    .then(() => host(data))
    // Only what is thrown outside of promises reaches the page.
    .catch((error: unknown) => void setTimeout(() => throwIt(error)));
});

function throwIt(error: unknown): never {
  throw error;
}
