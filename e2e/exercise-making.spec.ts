/** Making exercises on the page: by pressing numbers, and from a list. */
import { parseExperiment, readExerciseLink, writeLink } from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { windows } from "./accessibility.ts";
import { heading } from "./exercises.ts";
import { expect, test } from "./fixture.ts";

const [, , phone] = windows;

/** Opens the tool from the start. */
async function openTool(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Tools" }).click();
  await page.getByRole("button", { name: /^Make an exercise/ }).click();
  await expect(
    page.getByRole("switch", { name: "Press numbers" }).or(page.getByLabel("Press numbers")),
  ).toBeVisible();
}

test("an exercise is made by pressing numbers, and has what was pressed", async ({ page }) => {
  await page.goto("./");
  await openTool(page);
  await page.locator('main [data-quantity^="p["]').filter({ visible: true }).first().click();
  await expect(page.locator("[data-inspected]")).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Asked" }).getByRole("listitem")).toHaveCount(1);
  await page.locator('main [data-quantity="L@0"]').filter({ visible: true }).first().click();
  await expect(page.getByLabel("Use only this point")).toBeChecked();
  await expect(
    page.getByText(/An update averages over all 200 points, so this exercise uses point \d+ alone\./),
  ).toBeVisible();
  await page.getByRole("button", { name: "Remove L", exact: true }).click();
  await page.locator('main [data-unit="input 1"], main [data-quantity^="x["]').first().click();
  await expect(page.getByRole("alert")).toHaveText("x₁ is given, so an exercise can’t ask for it.");
  await page.getByRole("button", { name: "Add the forward pass" }).click();
  await expect(page.getByRole("list", { name: "Asked" }).getByRole("listitem")).toHaveCount(8);
  await page.getByRole("button", { name: "Open the exercise" }).click();
  await expect(heading(page)).toHaveText(/^0 of 8 numbers done/);
  await page.goBack();
  await page.getByRole("button", { name: /^Close: Make an exercise/ }).click();
  await page.locator('main [data-quantity="L@0"]').filter({ visible: true }).first().click();
  await expect(page.locator("[data-inspected]")).toBeVisible();
});

/** The numbers of a group in the tool's list. */
const groupOf = (page: Page, name: string): Locator =>
  page.locator("details").getByRole("region", { name, exact: true }).getByRole("button");

test("numbers are picked from a list on a phone, in the order of the update", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(
    `./#${writeLink({ experiment: parseExperiment({ version: 1 }), t: 0, panel: "makeExercise" })}`,
  );
  await page.getByText("Pick numbers").click();
  const pick = (group: string, i: number): Promise<void> => groupOf(page, group).nth(i).press("Enter");
  await pick("New values in layer 1", 0);
  await pick("Loss", 0);
  await pick("Layer 1", 0);
  await expect(page.getByText(/so this exercise uses point \d+ alone/)).toBeVisible();
  await page.getByRole("button", { name: "Open the exercise" }).click();
  const { ask } = readExerciseLink(new URL(page.url()).hash.slice(1))!;
  expect(ask).toEqual(["z.1.1[1]@0", "ell[1]@0", "W.1.1.1@1"]);
});

test("a pressed weight is the unknown to solve for, and its goal can be reached", async ({ page }) => {
  const link = { experiment: parseExperiment({ version: 1 }), t: 0, panel: "makeExercise" };
  await page.goto(`./#${writeLink({ ...link, settings: { style: "solve" } })}`);
  await page.getByText("Pick numbers").click();
  await groupOf(page, "Weights and biases of layer 1").first().click();
  await groupOf(page, "Layer 1").first().click();
  await expect(page.getByLabel("Use only this point")).not.toBeChecked();
  const goal = page.getByRole("spinbutton", { name: "Result" });
  await expect(goal).toBeVisible();
  await expect(page.getByText(/it doesn’t work/)).toHaveCount(0);
  await goal.fill("900000");
  await goal.press("Enter");
  await expect(page.getByText(/^As it is, it doesn’t work: no value of W\.1\.1\.1/)).toBeVisible();
  await page.getByRole("button", { name: "Open the exercise" }).click();
  expect(readExerciseLink(new URL(page.url()).hash.slice(1))!.ask).toEqual(["W.1.1.1@0"]);
});

test("a later epoch becomes rounded initial weights, and one whole update is of this point alone", async ({
  page,
}) => {
  const experiment = parseExperiment({ version: 1, dataset: { name: "moons" } });
  const link = { ...experiment, training: { ...experiment.training, epochs: 100 } };
  await page.goto(`./#${writeLink({ experiment: link, t: 7, panel: "makeExercise" })}`);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 7/);
  await expect(page.getByText("begins with the weights after 7 updates")).toBeVisible();
  await page.getByRole("button", { name: "Add one whole update" }).click();
  await expect(
    page.getByText(/An update averages over all 200 points, so this exercise uses point \d+ alone\./),
  ).toBeVisible();
  await page.getByRole("button", { name: "Open the exercise" }).click();
  await expect(heading(page)).toHaveText(/^0 of \d+ numbers done/);
  const exercise = readExerciseLink(new URL(page.url()).hash.slice(1))!;
  const { initializer } = exercise.experiment.network;
  expect(initializer.name).toBe("given");
  if (initializer.name !== "given") return;
  for (const { weight, bias } of initializer.parameters)
    for (const value of [weight, bias].flat(2)) expect(value).toBe(Number(value.toFixed(2)));
});
