/** Runs the trainer in its worker. */
import { host } from "./host.ts";

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.addEventListener("message", () => turns.shift()?.());
channel.port1.start();

host(self, (callback, milliseconds) => {
  if (milliseconds >= 1) setTimeout(callback, milliseconds);
  else {
    // A message to itself comes after the commands already waiting, and without the 4 ms minimum of a timer.
    turns.push(callback);
    channel.port2.postMessage(undefined);
  }
});
