// npm start: installs what is missing, builds the page, serves it and says where.
import { join } from "node:path";
import { compressFolder } from "./compress.mjs";
import { installDependencies, root, run, unsupportedNode } from "./install.mjs";
import { addressesOf, listenProblem, portOf } from "./listen.mjs";

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const tooOld = unsupportedNode();
if (tooOld !== undefined) fail(tooOld);
const { PORT = "4173", HOST = "127.0.0.1" } = process.env;
const port = portOf(PORT);
if (port === undefined) fail(`PORT is “${PORT}”; it must be a whole number from 1 to 65535.`);
if (!installDependencies()) fail("The dependencies couldn’t be installed; npm’s message above says why.");
if (!run("npm", ["run", "--silent", "build"]))
  fail("The page couldn’t be built; the message above says why.");

const folder = join(root, "packages", "web", "dist");
compressFolder(folder);

// What it imports may have been installed only now.
const { createPageServer } = await import("./server.mjs");
const server = createPageServer(folder);
server.on("error", (error) => fail(listenProblem(error, HOST, port)));
server.listen(port, HOST, () =>
  console.log(`Neural-Viz is at ${addressesOf(server.address()).join(" and ")} (Ctrl-C stops it)`),
);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
