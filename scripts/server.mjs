// Serves the built page; needs nothing that was built, so a test can start it over any folder.
import { createServer } from "node:http";
import sirv from "sirv";

function refuse(response, status, sentence, headers = {}) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers });
  response.end(`${sentence}\n`);
}

/** Whether the text a request names its file with is an address at all. */
function isWellFormed(url) {
  if (!url.startsWith("/")) return false;
  try {
    return !decodeURIComponent(url.split("?", 1)[0]).includes("\0");
  } catch {
    return false;
  }
}

/** A download that is broken off gives its file back, and a file that vanishes ends only its own download. */
function closeFileWith(response) {
  response.once("pipe", (file) => {
    file.once("error", () => response.destroy());
    response.once("close", () => file.destroy());
  });
}

/**
 * A server of the files in a folder as they are at each request, compressed where a file has its `.gz` beside it.
 * A file under `assets/` never changes, for its name holds its hash; browsers ask again for all others.
 */
export function createPageServer(folder) {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    gzip: true,
    extensions: ["html"],
    setHeaders(response, path) {
      const lasting = path.startsWith("/assets/");
      response.setHeader("Cache-Control", lasting ? "max-age=31536000, immutable" : "no-cache");
      response.setHeader("X-Content-Type-Options", "nosniff");
    },
  });
  const notFound = (response) => refuse(response, 404, "There is no such page here.");

  return createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      refuse(response, 405, "Only GET and HEAD are allowed here.", { allow: "GET, HEAD" });
    } else if (!isWellFormed(request.url)) {
      refuse(response, 400, "This address is malformed.");
    } else if (/.\/(?:\?|$)/.test(request.url)) {
      notFound(response);
    } else {
      // Every file is small enough to be sent whole, which HTTP allows as the answer to a request for a part.
      delete request.headers.range;
      closeFileWith(response);
      files(request, response, () => notFound(response));
    }
  });
}
