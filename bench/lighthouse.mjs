// What Lighthouse says of the built page: on this machine as it is, and on a telephone's processor.
import desktop from "lighthouse/core/config/desktop-config.js";
import lighthouse from "lighthouse";
import { address, withPage } from "./serve.mjs";

const PORT = 9222;
/** The page is served from here: only the processor is slowed down, by this much. */
const SLOW = 4;

const categories = {
  performance: "performance",
  accessibility: "accessibility",
  "best-practices": "best practices",
};
const figures = {
  "first-contentful-paint": "first contentful paint",
  "largest-contentful-paint": "largest",
  "total-blocking-time": "blocked",
  "cumulative-layout-shift": "layout shift",
};

await withPage(async () => {
  for (const slower of [1, SLOW])
    console.log(`Lighthouse, processor ${slower} times slower: ${await judged(slower)}`);
}, [`--remote-debugging-port=${PORT}`]);

async function judged(slower) {
  const { lhr } = await lighthouse(
    address,
    {
      port: PORT,
      logLevel: "silent",
      onlyCategories: Object.keys(categories),
      throttlingMethod: "devtools",
      throttling: {
        cpuSlowdownMultiplier: slower,
        requestLatencyMs: 0,
        downloadThroughputKbps: 0,
        uploadThroughputKbps: 0,
      },
    },
    desktop,
  );
  const scores = Object.entries(categories).map(
    ([key, name]) => `${name} ${Math.round(100 * lhr.categories[key].score)}`,
  );
  const times = Object.entries(figures).map(
    ([key, name]) => `${name} ${lhr.audits[key].displayValue ?? "–"}`,
  );
  const failed = Object.keys(categories).flatMap((key) =>
    lhr.categories[key].auditRefs
      .filter(
        ({ id, weight }) =>
          weight > 0 && key !== "performance" && lhr.audits[id].score !== null && lhr.audits[id].score < 1,
      )
      .map(({ id }) => lhr.audits[id].title),
  );
  return [...scores, ...times, ...failed.map((title) => `lost by: ${title}`)].join(", ");
}
