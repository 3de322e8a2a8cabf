import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";
import { findFirefox } from "./scripts/firefox.mjs";

const executablePath = findBrowser();
const port = Number(process.env["E2E_PORT"] ?? 4317);

export default defineConfig({
  testDir: "e2e",
  testIgnore: findFirefox() === undefined ? ["firefox.spec.ts"] : [],
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  // A machine may be slow for minutes; what fails twice is broken.
  retries: 1,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: "line",
  use: {
    baseURL: `http://127.0.0.1:${port}/some/sub/path/`,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    // Tests begin without a past; those of the page without a network allow it.
    serviceWorkers: "block",
  },
  webServer: {
    command: `npx vite preview packages/web --base /some/sub/path/ --port ${port} --strictPort --host 127.0.0.1`,
    port,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: "ignore",
  },
});
