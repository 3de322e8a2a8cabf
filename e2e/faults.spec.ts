/** What the page does when something it depends on breaks. The browser's own errors may be on the console here. */
import { createSession, format, parseExperiment } from "@neural-viz/engine";
import { expect, type Page, test } from "@playwright/test";
import { fullSpeed, open, scrubTo, readStatus, slowly, train, type, untilStopped } from "./playground.ts";

/** Gives the test access to the page's workers. */
async function reachWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const started: Worker[] = [];
    Object.assign(window, { started });
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        started.push(this);
      }
    };
  });
}

const breakWorker = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { started } = window as unknown as { started: Worker[] };
    started.at(-1)!.dispatchEvent(new ErrorEvent("error", { message: "Out of memory" }));
  });

const killSilently = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { started: Worker[] }).started.at(-1)!.terminate());

/** Where the default experiment stops by itself. */
function end(): { readonly epoch: number; readonly loss: string } {
  const session = createSession(parseExperiment({ version: 1 }));
  while (session.stopped === undefined) session.step();
  return { epoch: session.t, loss: format(session.loss) };
}

const replayed = (page: Page) => page.getByText(/Background training stopped\. Replayed to epoch/);

test("a worker that dies during training is replaced: the same epoch, the same numbers, and it goes on", async ({
  page,
}) => {
  await reachWorkers(page);
  await open(page);
  await train(page);
  await expect(page.getByText(/Epoch [1-9]\d*:/)).toBeVisible();
  await breakWorker(page);
  await expect(replayed(page)).toContainText("same numbers ✓");
  expect(await untilStopped(page)).toMatchObject(end());
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(replayed(page)).toHaveCount(0);
});

test("a worker that dies silently is noticed, and changes made during the run are kept", async ({ page }) => {
  await reachWorkers(page);
  await open(page);
  await fullSpeed(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 60);
  await type(page, "Learning rate value", 0.05);
  const before = (await readStatus(page)).text;
  await killSilently(page);
  await expect(replayed(page)).toContainText("same numbers ✓", { timeout: 60_000 });
  expect((await readStatus(page)).text).toBe(before);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(61);
  const session = createSession(
    parseExperiment({ version: 1, changes: [{ at: 60, optimizer: { name: "adam", learningRate: 0.05 } }] }),
  );
  while (session.t < 61) session.step();
  expect((await readStatus(page)).loss).toBe(format(session.loss));
});

test("if the worker's script is missing, the same training runs in the page, which stays responsive", async ({
  page,
}) => {
  await page.route(/trainer\.worker/, (route) => route.abort());
  await open(page);
  await expect(page.getByText("Training runs in the page itself.")).toBeVisible();
  await slowly(page);
  await train(page);
  await expect(page.getByText(/Epoch [1-9]\d*:/)).toBeVisible();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await fullSpeed(page);
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeVisible();
  expect((await readStatus(page)).epoch).toBeLessThan(end().epoch);
  await train(page);
  expect(await untilStopped(page)).toMatchObject(end());
});

test("an old browser gets one sentence about what it lacks, and so does one that can't run the scripts", async ({
  browser,
}) => {
  const lacking = await browser.newPage();
  await lacking.addInitScript(() => {
    Reflect.deleteProperty(HTMLElement.prototype, "popover");
  });
  await lacking.goto("./");
  await expect(lacking.getByRole("alert")).toHaveText(
    /^Neural-Viz can’t run in this browser because it lacks popovers/,
  );
  await expect(lacking.getByRole("main")).toHaveCount(0);

  const illiterate = await browser.newPage();
  await illiterate.route(/assets\/index-.*\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: "let x = ?;" }),
  );
  await illiterate.goto("./");
  await expect(illiterate.getByRole("alert")).toHaveText(/too old\. Please update it/);

  const cutOff = await browser.newPage();
  await cutOff.route(/assets\/index-.*\.js$/, (route) => route.abort());
  await cutOff.goto("./");
  await expect(cutOff.getByRole("alert")).toHaveText(/reload the page/);
});

test("if nothing may be copied or saved, one sentence says so and the link is shown", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    URL.createObjectURL = () => {
      throw new DOMException("forbidden", "SecurityError");
    };
  });
  await open(page);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText(/doesn’t let this page copy\. Here it is: http/)).toBeVisible();
  for (const name of ["Save experiment", "Save as SVG", "Save as PNG"]) {
    await page.getByRole("button", { name }).click();
    await expect(page.getByText("The browser doesn’t let this page save files.")).toBeVisible();
    await page.getByRole("button", { name: "Copy link" }).click();
  }
});
