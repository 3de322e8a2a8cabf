/** The build of one file: `npm run single`. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { patchCssModules } from "vite-css-modules";
import { fewerFonts } from "./build/fewerFonts.ts";
import { language } from "./build/language.ts";
import { oneFile, workersFromOwnScript } from "./build/single.ts";
import { katexStyles, layerOrder } from "./build/styles.ts";

export default defineConfig({
  base: "./",
  mode: "single",
  publicDir: false,
  resolve: {
    conditions: ["@neural-viz/source", "module", "browser", "development|production"],
    // The same typeface without its optical sizes is less than half as large.
    alias: { "@fontsource-variable/source-serif-4/opsz.css": "@fontsource-variable/source-serif-4/wght.css" },
  },
  plugins: [
    language(process.env["NEURAL_VIZ_LANGUAGE"] ?? "en"),
    workersFromOwnScript(),
    react(),
    patchCssModules({ generateSourceTypes: true }),
    fewerFonts(),
    katexStyles(),
    layerOrder(),
    oneFile(),
  ],
  build: {
    outDir: "dist-single",
    target: "baseline-widely-available",
    assetsInlineLimit: Infinity,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // Vite asks for the address of a script that it never uses, because there is nothing to preload.
      checks: { emptyImportMeta: false },
      treeshake: { manualPureFunctions: ["bisector", "Blur2", "shuffler"] },
      output: { format: "iife", codeSplitting: false },
    },
  },
});
