// npm start: installs what is missing, builds the page, serves it and says where.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { installDependencies, root, run, unsupportedNode } from "./install.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function portOf(text) {
  const number = Number(text);
  if (!(Number.isInteger(number) && number >= 1 && number <= 65_535)) {
    fail(`PORT is “${text}”; a whole number from 1 to 65535 is wanted.`);
  }
  return number;
}

/** The file a request means, or undefined when there is none inside the folder. */
function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

const tooOld = unsupportedNode();
if (tooOld !== undefined) fail(tooOld);
const port = portOf(process.env.PORT ?? "4173");
if (!installDependencies()) fail("The dependencies could not be installed; npm's message above says why.");
if (!run("npm", ["run", "--silent", "build"]))
  fail("The page could not be built; the message above says why.");

const folder = join(root, "packages", "web", "dist");
const server = createServer((request, response) => {
  const file = fileOf(folder, request.url ?? "/");
  if (file === undefined) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end("There is no such page here.\n");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "cache-control": file.includes(`${sep}assets${sep}`) ? "max-age=31536000, immutable" : "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
});
server.on("error", (error) =>
  fail(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken; set PORT to another one, for example PORT=${port + 1} npm start.`
      : `The page cannot be served on port ${port}: ${error.message}.`,
  ),
);
server.listen(port, () => console.log(`Neural-Viz is at http://localhost:${port}/ (Ctrl-C stops it)`));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
