/** What tests of the page do again and again. */
import { defaultExperiment, writeLink } from "@neural-viz/engine";
import { expect, type Locator, type Page } from "@playwright/test";

export const datasetNames = ["Circles", "Moons", "Spiral", "Linear", "Clusters", "XOR", "AND", "OR"] as const;

/** The fragment of the link to the engine's default experiment, with its #. */
export const defaultFragment = `#${writeLink({ experiment: defaultExperiment, t: 0 })}`;

/** The link to the engine's default experiment, which needn't be what a new visitor sees first. */
export const defaultLink = `./${defaultFragment}`;

/** Opens the engine's default experiment by its link. */
export async function open(page: Page): Promise<void> {
  await page.goto(defaultLink);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
}

/** Waits for the typefaces: others have other widths, so parts of the page have other sizes until they are there. */
export async function typefacesLoaded(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].some(({ status }) => status === "loaded")))
    .toBe(true);
}

/** Types a number into a field and leaves it. */
export async function type(page: Page, label: string, value: number | string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(String(value));
  await field.press("Enter");
}

export const train = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Train", exact: true }).click();

/** So slowly that a run doesn't end before the test has looked at it, on any machine. */
export const slowly = (page: Page): Promise<void> => page.getByRole("slider", { name: "Speed" }).fill("2");

/** As fast as the machine can. */
export const fullSpeed = (page: Page): Promise<void> =>
  page.getByRole("slider", { name: "Speed" }).fill("10");

export async function chooseDataset(page: Page, name: string): Promise<void> {
  const group = page.getByRole("radiogroup", { name: "Dataset" });
  await group.getByRole("radio", { name, exact: true }).check({ force: true });
}

export interface RunStatus {
  readonly epoch: number;
  readonly loss: string;
  readonly correct: number;
  readonly count: number;
  readonly text: string;
}

/** Reads the status. */
export async function readStatus(page: Page): Promise<RunStatus> {
  const text = (await page.getByRole("status").textContent()) ?? "";
  const match = /^Epoch ([\d,]+), loss (\S+), (\d+) of (\d+) correct\./.exec(text);
  expect(match, text).not.toBeNull();
  const [, epoch, loss, correct, count] = match!;
  return {
    epoch: Number(epoch!.replaceAll(",", "")),
    loss: loss!,
    correct: Number(correct),
    count: Number(count),
    text,
  };
}

/** Waits for the run to stop by itself. */
export async function untilStopped(page: Page): Promise<RunStatus> {
  await expect(page.getByRole("status")).toHaveText(/Stopped/);
  return readStatus(page);
}

/** Goes to an epoch on the timeline. */
export async function scrubTo(page: Page, epoch: number): Promise<void> {
  await page.getByRole("slider", { name: "Epoch", exact: true }).fill(String(epoch));
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(epoch);
}

export const inspector = (page: Page): Locator => page.getByRole("region", { name: "Inspector" });

/** The number that the inspector shows, as it is printed, and its id. */
export async function inspected(page: Page): Promise<{ readonly id: string; readonly text: string }> {
  const shown = inspector(page).locator("[data-inspected]");
  return { id: (await shown.getAttribute("data-inspected")) ?? "", text: (await shown.textContent()) ?? "" };
}

/** The button of a tool in the open menu. Its name begins with the title, as may that of another tool. */
export const toolButton = (page: Page, title: string): Locator =>
  page.getByRole("button").filter({ has: page.getByText(title, { exact: true }) });

/** Opens a tool by its title, and returns its region. */
export async function openTool(page: Page, title: string): Promise<Locator> {
  await page.getByRole("button", { name: "Tools" }).click();
  await toolButton(page, title).click();
  const tool = page.getByRole("region", { name: title, exact: true });
  await expect(tool).toBeVisible();
  return tool;
}
