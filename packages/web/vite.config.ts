import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { patchCssModules } from "vite-css-modules";
import { language } from "./build/language.ts";
import { serviceWorker } from "./build/serviceWorker.ts";
import { katexStyles, layerOrder } from "./build/styles.ts";

/** Nothing inline, nothing external: the page runs and shows only what was built. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Only in the build: the development server needs inline scripts for hot reloading. */
const contentSecurityPolicy = (): Plugin => ({
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  },
});

/** The licenses of the dependencies are published with the page. */
const licenses = (): Plugin => ({
  name: "licenses",
  apply: "build",
  generateBundle() {
    const source = readFileSync(new URL("../../THIRD-PARTY-LICENSES.md", import.meta.url), "utf8");
    this.emitFile({ type: "asset", fileName: "licenses.txt", source });
  },
});

/**
 * The classic script that runs even where modules don't is copied into the build unchanged; from a file it runs next
 * to index.html.
 */
const startCheck = (): Plugin => ({
  name: "start-check",
  apply: "build",
  generateBundle() {
    const source = readFileSync(new URL("check.js", import.meta.url), "utf8");
    this.emitFile({ type: "asset", fileName: "check.js", source });
  },
});

export default defineConfig({
  base: "./",
  resolve: { conditions: ["@neural-viz/source", "module", "browser", "development|production"] },
  plugins: [
    language(process.env["NEURAL_VIZ_LANGUAGE"] ?? "en"),
    react(),
    patchCssModules({ generateSourceTypes: true }),
    contentSecurityPolicy(),
    katexStyles(),
    layerOrder(),
    startCheck(),
    licenses(),
    serviceWorker(),
  ],
  worker: { format: "es", plugins: () => [language(process.env["NEURAL_VIZ_LANGUAGE"] ?? "en")] },
  build: {
    target: "baseline-widely-available",
    assetsInlineLimit: 0,
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // The first view needs only one file, because on a slow machine each file takes extra time.
    rolldownOptions: {
      // What d3-array builds when it loads, though the page needs none of it.
      treeshake: { manualPureFunctions: ["bisector", "Blur2", "shuffler"] },
      output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
    },
  },
});
