import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@neural-viz/source"] },
  ssr: { resolve: { conditions: ["@neural-viz/source", "module", "node", "development|production"] } },
  test: {
    include: ["{packages/*,scripts}/test/**/*.test.ts"],
    environment: "node",
    setupFiles: ["scripts/fuzz-seed.mjs"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
