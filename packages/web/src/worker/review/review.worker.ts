/** Reviews a recording in its own worker, so that the page never waits. */
import { createHost } from "./host.ts";
import type { Request } from "./protocol.ts";

const host = createHost((response) => self.postMessage(response));
let before = Promise.resolve();
self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  before = before.then(() => host(data));
});
