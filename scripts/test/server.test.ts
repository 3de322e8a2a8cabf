/** Truth: RFC 9110, what a raw socket receives, and the descriptors the system counts. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compressFolder } from "../compress.mjs";
import { addressesOf, listenProblem, portOf } from "../listen.mjs";
import { createPageServer } from "../server.mjs";

const folder = mkdtempSync(join(tmpdir(), "neural-viz-served-"));
const script = `export const numbers = "${"0123456789".repeat(500)}";\n`;
let server: Server;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Page</title>");
  writeFileSync(join(folder, "manifest.webmanifest"), "{}");
  writeFileSync(join(folder, "assets", "index-1a2b.js"), script);
  writeFileSync(join(folder, "assets", "large.bin"), new Uint8Array(4_000_000));
  writeFileSync(join(tmpdir(), "neural-viz-secret.txt"), "not for the page");
  compressFolder(folder);
  server = createPageServer(folder);
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
  rmSync(join(tmpdir(), "neural-viz-secret.txt"));
});

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Sends the lines of a request as they are, and reads until the server closes. */
function send(first: string, ...headers: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      socket.write([first, "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n"));
    });
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf("\r\n\r\n");
      const [status = "", ...lines] = all.subarray(0, end).toString("latin1").split("\r\n");
      resolve({
        status: Number(status.split(" ")[1]),
        headers: new Map(
          lines.map((line) => [line.split(": ", 1)[0]!.toLowerCase(), line.replace(/^[^:]*: /, "")]),
        ),
        body: all.subarray(end + 4),
      });
    });
  });
}

const get = (path: string, ...headers: string[]) => send(`GET ${path} HTTP/1.1`, ...headers);

describe("the server of the page", () => {
  it.each([
    ["a zero byte", "/%00", 400],
    ["half an escape", "/%E0%A4%A", 400],
    ["a lone percent sign", "/%", 400],
    ["no slash", "*", 400],
    ["a segment too long for the file system", `/${"a".repeat(300)}`, 404],
    ["a file as if it were a folder", "/index.html/", 404],
    ["a folder", "/assets", 404],
    ["a folder with a slash", "/assets/", 404],
    ["a way out of the folder", "/../neural-viz-secret.txt", 404],
    ["an escaped way out of the folder", "/%2e%2e/neural-viz-secret.txt", 404],
    ["an escaped backslash", "/..%5Cneural-viz-secret.txt", 404],
    ["a word of the language", "/__proto__", 404],
  ])("answers %s with an error and goes on", async (_, path, status) => {
    expect((await get(path)).status).toBe(status);
    expect((await get("/")).status).toBe(200);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])(
    "refuses %s and says what it allows",
    async (method) => {
      const { status, headers } = await send(`${method} / HTTP/1.1`);
      expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    },
  );

  it("answers HEAD as it answers GET, without the body", async () => {
    const [head, whole] = [await send("HEAD / HTTP/1.1"), await get("/")];
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect(head.headers.get("content-length")).toBe(String(whole.body.length));
  });

  it.each(["bytes=5-2", "bytes=0-99999999999999999999", "bytes=-5", "bytes=0-0", "lines=1-2", "bytes=x"])(
    "sends the whole file to whoever asks for the range %s",
    async (range) => {
      const { status, body } = await get("/assets/index-1a2b.js", `Range: ${range}`);
      expect([status, body.toString()]).toEqual([200, script]);
    },
  );

  it.each([
    ["/", /^text\/html;\s*charset=utf-8$/i],
    ["/manifest.webmanifest", /^application\/manifest\+json$/],
    ["/assets/index-1a2b.js", /^text\/javascript/],
  ])("names the type of %s", async (path, type) => {
    expect((await get(path)).headers.get("content-type")).toMatch(type);
  });

  it("compresses for who accepts it, and for nobody else", async () => {
    const plain = await get("/assets/index-1a2b.js");
    const zipped = await get("/assets/index-1a2b.js", "Accept-Encoding: gzip");
    expect(plain.headers.has("content-encoding")).toBe(false);
    expect(plain.body.toString()).toBe(script);
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(zipped.headers.get("content-type")).toBe(plain.headers.get("content-type"));
    expect(zipped.body.length).toBeLessThan(plain.body.length);
    expect(gunzipSync(zipped.body).toString()).toBe(script);
  });

  it("lets browsers keep assets, and ask again for everything else", async () => {
    expect((await get("/assets/index-1a2b.js")).headers.get("cache-control")).toMatch(/immutable/);
    const { headers } = await get("/");
    expect(headers.get("cache-control")).toBe("no-cache");
    expect((await get("/", `If-None-Match: ${headers.get("etag")}`)).status).toBe(304);
  });

  it.runIf(existsSync("/proc/self/fd"))("gives back the file of a download that was broken off", async () => {
    const open = () => readdirSync("/proc/self/fd").length;
    await get("/");
    const before = open();
    const breakOff = () =>
      new Promise<void>((closed) => {
        const socket = connect(port, "127.0.0.1", () => {
          socket.write("GET /assets/large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
        });
        socket.once("data", () => socket.destroy());
        socket.once("close", () => closed());
      });
    for (let download = 0; download < 200; download++) await breakOff();
    await vi.waitFor(() => expect(open()).toBeLessThan(before + 10), { timeout: 30_000 });
    expect((await get("/")).status).toBe(200);
  });
});

describe("where it listens", () => {
  it("says the one address it was given", () => {
    expect((server.address() as AddressInfo).address).toBe("127.0.0.1");
    expect(addressesOf({ address: "127.0.0.1", port: 4173 })).toEqual(["http://127.0.0.1:4173/"]);
    expect(addressesOf({ address: "::1", port: 80 })).toEqual(["http://[::1]:80/"]);
  });

  it("says every address when it is open to the network", () => {
    const wlan = [
      { address: "192.168.1.7", family: "IPv4", internal: false },
      { address: "fe80::1", family: "IPv6", internal: false },
    ];
    const lo = [{ address: "127.0.0.1", family: "IPv4", internal: true }];
    expect(addressesOf({ address: "0.0.0.0", port: 4173 }, { lo, wlan })).toEqual([
      "http://127.0.0.1:4173/",
      "http://192.168.1.7:4173/",
    ]);
  });

  it("takes whole numbers from 1 to 65535 as ports", () => {
    expect(["1", "8080", "65535"].map(portOf)).toEqual([1, 8080, 65_535]);
    expect(["0", "65536", "", " ", "1e3", "0x50", "-1", "80.5", "http"].map(portOf)).toEqual(
      Array.from({ length: 9 }),
    );
  });

  it("says in one sentence why it can't listen", async () => {
    const second = createPageServer(folder);
    const error = await new Promise<NodeJS.ErrnoException>((failed) => {
      second.once("error", failed).listen(port, "127.0.0.1");
    });
    expect(listenProblem(error, "127.0.0.1", port)).toBe(
      `Port ${port} is already in use; choose another one, for example PORT=${port + 1} npm start.`,
    );
  });
});
