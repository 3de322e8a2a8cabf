/**
 * Puts the whole build into one HTML file that works without a server. Browsers load neither scripts nor fonts nor
 * workers from files, so everything is in the page, and its policy allows exactly what is there.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** The name of the file. */
export const SINGLE = "neural-viz.html";

const web = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, web), "utf8");
const dataUrl = (type: string, path: string): string =>
  `data:${type};base64,${readFileSync(new URL(path, web)).toString("base64")}`;

/** The page's own head without what only a web server can give: no manifest, no previews, no files. */
const selfContained = (html: string): string =>
  html
    .replaceAll(/^ *<meta\s[^>]*(?:property="og:|name="twitter:)[^>]*>\n/gm, "")
    .replace(/^ *<link rel="manifest".*\n/m, "")
    .replace("./icon.svg", dataUrl("image/svg+xml", "public/icon.svg"))
    .replace("./icon-192.png", dataUrl("image/png", "public/icon-192.png"))
    .replace("/src/main.tsx", "/src/single.ts")
    .replace('<script vite-ignore src="./check.js"></script>', () => `<script>${startCheck()}</script>`);

const startCheck = (): string => inert(read("check.js"));

/** Script or style text that can't end its element, or open a comment in it. */
const inert = (text: string): string =>
  text.replaceAll(/<\/(?=script|style)/gi, "<\\/").replaceAll("<!--", "\\x3C!--");

/** The licenses of the dependencies, as text that a comment can hold. */
const licenses = (): string => read("../../THIRD-PARTY-LICENSES.md").replaceAll("--", "- -");

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The policy: these scripts and styles, by their hashes, and workers made from them. */
const policyOf = (scripts: readonly string[], styles: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(" ")}`,
    `style-src ${hashOf(styles)}`,
    "img-src data: blob:",
    "font-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Starts a worker from the page's own script, which knows by its name which one it is (src/single.ts). */
const WORKER = /new Worker\(new URL\("\.\/(\w+)\.worker\.ts", import\.meta\.url\), \{ type: "module" \}\)/;

export const workersFromOwnScript = (): Plugin => ({
  name: "workers-from-own-script",
  enforce: "pre",
  transform: {
    filter: { id: /\/src\/worker\/.*client\.ts$/, code: WORKER },
    handler: (code) =>
      [
        `import { ownScript } from ${JSON.stringify("/src/worker/ownScript.ts")};`,
        code.replace(WORKER, 'new Worker(ownScript(), { name: "$1" })'),
      ].join("\n"),
  },
});

export const oneFile = (): Plugin => ({
  name: "one-file",
  apply: "build",
  enforce: "post",
  transformIndexHtml: { order: "pre", handler: selfContained },
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const files = Object.values(bundle);
      const texts = (ending: string): string[] =>
        files
          .filter(({ fileName }) => fileName.endsWith(ending))
          .map((part) => String(part.type === "chunk" ? part.code : part.source));
      const [[page, ...pages], [code, ...others], sheets] = [texts(".html"), texts(".js"), texts(".css")];
      if (page === undefined || code === undefined || pages.length + others.length > 0)
        return this.error("The build must have one page and one script.");
      if (files.length > 2 + sheets.length)
        return this.error(`The file must hold all of ${files.map(({ fileName }) => fileName).join(", ")}.`);
      const script = inert(code);
      const styles = inert(sheets.join(""));
      const policy = policyOf([startCheck(), script], styles);
      // From the end to the beginning: what goes in may contain the same tags.
      const source = page
        .replaceAll(/^ *<(?:script type="module"|link rel="stylesheet")[^>]*>(?:<\/script>)?\n/gm, "")
        .replace("</html>", () => `</html>\n<!--\n${licenses()}\n-->`)
        .replace("</body>", () => `  <script>${script}</script>\n  </body>`)
        .replace("</head>", () => `  <style>${styles}</style>\n  </head>`)
        .replace(
          '<meta charset="utf-8" />',
          (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        );
      for (const { fileName } of files) delete bundle[fileName];
      this.emitFile({ type: "asset", fileName: SINGLE, source });
    },
  },
});
