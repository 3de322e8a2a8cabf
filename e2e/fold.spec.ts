/** The tool that shows how the layers fold the inputs: its numbers are the engine's, and it works on every network. */
import {
  createRecording,
  createRun,
  type Experiment,
  explain,
  format,
  parseExperiment,
  regionsOf,
  sectionOf,
  writeLink,
} from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";

const given = (json: object): Experiment => parseExperiment({ version: 1, ...json });
const hidden = (units: number, activation = "relu") => [{ units, activation }];
const initializer = { name: "he", seed: 2 };

const circles = given({
  dataset: { name: "circles", points: 160, noise: 0.02, seed: 27 },
  network: { hidden: hidden(3), initializer },
  optimizer: { name: "adam", learningRate: 0.05 },
});

const networks: Readonly<Record<string, Experiment>> = {
  "circles by 2-3-1": circles,
  "circles by two layers": given({
    dataset: { name: "circles", points: 60, noise: 0.02, seed: 27 },
    network: { hidden: [...hidden(5), ...hidden(4)], initializer },
    optimizer: { name: "adam", learningRate: 0.05 },
  }),
  "three classes": given({
    dataset: { name: "blobs", points: 60, noise: 0.05, seed: 2, classes: 3 },
    network: { hidden: hidden(4), initializer },
  }),
  "values of one input": given({
    dataset: { name: "sine", points: 40, noise: 0.02, seed: 1 },
    network: { hidden: hidden(5), initializer },
  }),
  "four inputs": given({
    dataset: { name: "iris", columns: [1, 2, 3, 4] },
    network: { hidden: hidden(3), initializer },
  }),
};

const tanh = given({ network: { hidden: hidden(3, "tanh"), initializer } });

/** Updates before the network is looked at; one per epoch. */
const T = 120;

function runOf(experiment: Experiment) {
  const recording = createRecording(experiment);
  while (recording.live.t < T) recording.step();
  return createRun(recording);
}

async function openFold(
  page: Page,
  experiment: Experiment,
  settings: Readonly<Record<string, string | number | boolean>> = {},
): Promise<Locator> {
  await page.goto(`./#${writeLink({ experiment, t: T, sample: 2, panel: "fold", settings })}`);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^Epoch ${T},`));
  const tool = page.getByRole("region", { name: "Fold", exact: true });
  await expect(tool.getByRole("img").first()).toBeVisible();
  return tool;
}

/** How many regions an independently trained network has in the section through point 2. */
function countOf(experiment: Experiment): number {
  const { network, at } = runOf(experiment);
  const inputs = sectionOf(experiment.dataset, [0], 1).base.length;
  const section = sectionOf(experiment.dataset, inputs === 1 ? [0] : [0, 1], 1);
  return regionsOf(network, at(T).params, section).regions.length;
}

for (const [name, experiment] of Object.entries(networks)) {
  test(`regions and numbers are those of a network trained elsewhere: ${name}`, async ({ page }) => {
    const tool = await openFold(page, experiment);
    const count = countOf(experiment);
    expect(count).toBeGreaterThan(1);
    await expect(tool.getByRole("heading", { name: new RegExp(`^Region \\d+ of ${count}$`) })).toBeVisible();
    await tool.getByText("List of regions").click();
    await expect(tool.getByRole("table").locator("tbody tr")).toHaveCount(count);

    const run = runOf(experiment);
    const numbers = tool.getByRole("region", { name: "Region" }).locator("[data-quantity]");
    const inputs = sectionOf(experiment.dataset, [0], 1).base.length;
    await expect(numbers).toHaveCount(2 + 2 * inputs);
    for (const number of await numbers.all()) {
      const id = (await number.getAttribute("data-quantity")) ?? "";
      expect(id).toMatch(/^(z|affb|aff|x)[.[]/);
      await expect(number).toHaveText(format(explain(run, id).value));
    }
    expect(await violations(page)).toEqual([]);
  });
}

test("a smooth network has only its grid, and a sentence says why", async ({ page }) => {
  const tool = await openFold(page, tanh);
  await expect(tool.getByText(/^No regions to show: tanh is smooth/)).toBeVisible();
  await expect(tool.getByRole("img")).toHaveCount(2);
  await expect(tool.getByText("List of regions")).toBeHidden();
  expect(await violations(page)).toEqual([]);
});

test("curved features leave only the sentence", async ({ page }) => {
  await page.goto(
    `./#${writeLink({
      experiment: given({ network: { features: ["x1", "x2", "x1^2"], hidden: hidden(3), initializer } }),
      t: 0,
      panel: "fold",
    })}`,
  );
  const tool = page.getByRole("region", { name: "Fold", exact: true });
  await expect(tool.getByText(/bends the edges between regions/)).toBeVisible();
  await expect(tool.getByRole("img")).toHaveCount(0);
});

test("by keyboard: arrow keys move in the list, Enter selects a region, and the slider goes from end to end", async ({
  page,
}) => {
  const tool = await openFold(page, circles);
  const count = countOf(circles);
  await tool.getByText("List of regions").focus();
  await page.keyboard.press("Enter");
  const row = (number: number) =>
    tool.getByRole("table").getByRole("button", { name: `Region ${number} of ${count}`, exact: true });
  await row(1).focus();
  await page.keyboard.press("ArrowDown");
  await expect(row(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row(2)).toHaveAttribute("aria-pressed", "true");
  await expect(tool.getByRole("heading", { name: `Region 2 of ${count}` })).toBeVisible();
  await page.keyboard.press("End");
  await expect(row(count)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(tool.getByRole("heading", { name: `Region ${count} of ${count}` })).toBeVisible();

  const slider = tool.getByRole("slider", { name: "Fold" });
  await expect(slider).toHaveAttribute("aria-valuetext", "folded");
  await slider.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", "square");
  await tool.getByRole("button", { name: "Play the folding" }).press("Enter");
  await expect(slider).toHaveAttribute("aria-valuetext", "folded");
});

test("a press in the square selects that place; held in between, the slider says that this is motion", async ({
  page,
}) => {
  const tool = await openFold(page, circles);
  const square = (await tool.getByRole("img", { name: /cut into/ }).boundingBox())!;
  // Between the two circles and the corner there are no points.
  await page.mouse.click(square.x + square.width / 2, square.y + square.height / 2);
  await expect(tool.locator('[data-quantity^="z."]')).toHaveAttribute("data-quantity", /probe|\[0\./);

  const slider = tool.getByRole("slider", { name: "Fold" });
  const track = (await slider.boundingBox())!;
  await page.mouse.move(track.x + track.width - 8, track.y + track.height / 2);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.3, track.y + track.height / 2, { steps: 4 });
  await expect(tool.getByText("In between is motion; the network computes only the two ends.")).toBeVisible();
  await page.mouse.up();
  await expect(slider).toHaveAttribute("aria-valuetext", "square");
});

test("it follows the run, and a link holds what is chosen", async ({ page }) => {
  const tool = await openFold(page, networks["circles by two layers"]!, { layer: 1, across: 3 });
  await expect(tool.getByLabel("Layer", { exact: true })).toHaveValue("1");
  await expect(tool.getByLabel("Across", { exact: true })).toHaveValue("2");
  await page.getByRole("button", { name: "Previous epoch" }).click();
  await expect(tool.locator(`[data-quantity^="z."][data-quantity$="@${T - 1}"]`)).toBeVisible();
  await expect(tool.getByLabel("Layer", { exact: true })).toHaveValue("1");
});

test("390 px: no horizontal overflow", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const tool = await openFold(page, circles);
  await tool.getByText("List of regions").click();
  await expect(tool.getByRole("table")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const wide = await tool.evaluate((root) => {
    const right = root.getBoundingClientRect().right;
    return [...root.querySelectorAll("h3, p, select, button, svg")].filter(
      (part) => part.getBoundingClientRect().right > right + 0.5 && part.closest("table") === null,
    ).length;
  });
  expect(wide).toBe(0);
  expect(await violations(page)).toEqual([]);
});
