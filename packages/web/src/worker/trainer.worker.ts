/** The trainer in its worker: the mailbox is postMessage. */
import { host } from "./host.ts";

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.addEventListener("message", () => turns.shift()?.());
channel.port1.start();

host(self, (callback, milliseconds) => {
  if (milliseconds >= 1) setTimeout(callback, milliseconds);
  else {
    // A message to oneself comes after the commands already waiting, and without a timer's minimum of 4 ms.
    turns.push(callback);
    channel.port2.postMessage(undefined);
  }
});
