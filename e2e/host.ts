/** A plain static host, for builds other than the one under test. */
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Any static host: a folder under a path, whose contents can be replaced. */
export async function host(): Promise<{ address: string; folder: string; server: Server }> {
  const folder = mkdtempSync(join(tmpdir(), "neural-viz-host-"));
  const server = createServer((request, response) => {
    const name = new URL(request.url!, "http://localhost").pathname.replace(/^\/a\/b\//, "");
    try {
      const contents = readFileSync(join(folder, name === "" ? "index.html" : name));
      response.setHeader("content-type", types[extname(name === "" ? "index.html" : name)] ?? "text/plain");
      response.end(contents);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/a/b/`, folder, server };
}
