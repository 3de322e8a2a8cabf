import { defineConfig, mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

const HOURS = 60 * 60 * 1000;

export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  defineConfig({
    test: {
      include: ["packages/*/test/**/*.long.ts"],
      testTimeout: 3 * HOURS,
      disableConsoleIntercept: true,
    },
  }),
);
