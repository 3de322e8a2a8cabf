/** What every build does to the style sheets. */
import type { Plugin } from "vite";

/**
 * KaTeX ships every font as woff2, woff and ttf, and every supported browser reads woff2. Its fonts swap in like
 * ours, and its rules go into their own layer, below ours.
 */
export const katexStyles = (): Plugin => ({
  name: "katex-styles",
  enforce: "pre",
  transform: {
    filter: { id: /katex\.min\.css/ },
    handler: (code) =>
      `@layer katex{${code
        .replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, "")
        .replaceAll("font-display:block", "font-display:swap")}}`,
  },
});

/** Whichever style sheet loads first, the layers have the order of tokens.css. */
export const layerOrder = (): Plugin => ({
  name: "layer-order",
  apply: "build",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "asset" && file.fileName.endsWith(".css")) {
          file.source = `@layer katex,base,kit,views,app;${String(file.source)}`;
        }
      }
    },
  },
});
