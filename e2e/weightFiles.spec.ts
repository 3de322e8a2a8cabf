import { createSession, exports, format, parseExperiment } from "@neural-viz/engine";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { open, openTool, readStatus } from "./playground.ts";

/** Another network than the page’s, trained a little elsewhere. */
function elsewhere() {
  const session = createSession(
    parseExperiment({
      version: 1,
      network: { hidden: [{ units: 3, activation: "relu" }], initializer: { name: "torch", seed: 7 } },
    }),
  );
  for (let t = 0; t < 5; t++) session.step();
  return session;
}

test("a file of weights starts a run, with activations that are asked for; undo goes back", async ({
  page,
}) => {
  await open(page);
  const before = (await readStatus(page)).text;
  const tool = await openTool(page, "Weights");
  const session = elsewhere();
  await page.getByLabel("File of weights: .safetensors, .npz or .json").setInputFiles({
    name: "model.safetensors",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(exports.safetensors.write(session)),
  });
  const offer = tool.getByRole("region", { name: "Weights from model.safetensors" });
  await expect(offer).toContainText("A 2-3-1 network with 13 numbers.");
  await offer.getByLabel("Activation of hidden layer 1").selectOption("ReLU");
  expect(await violations(page, '[data-picture="Weights"]')).toEqual([]);
  await offer.getByRole("button", { name: "Start from these weights" }).press("Enter");
  await expect(offer).toBeHidden();
  await expect(tool.locator("[data-body]")).toBeFocused();
  await expect(page.getByRole("grid", { name: "Network: 2, 3, 1." })).toBeVisible();
  expect(await readStatus(page)).toMatchObject({ epoch: 0, loss: format(session.loss) });
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("status")).toHaveText(before);
});

test("weights that don't fit, a damaged file and a pickled one get one sentence, and nothing changes", async ({
  page,
}) => {
  await open(page);
  const before = (await readStatus(page)).text;
  const tool = await openTool(page, "Weights");
  const file = page.getByLabel("File of weights: .safetensors, .npz or .json");
  const give = (name: string, text: string) =>
    file.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
  await give("deep.json", '[{"weight": [[1, 2, 3]], "bias": [0]}]');
  await tool.getByRole("button", { name: "Start from these weights" }).click();
  await expect(tool.getByRole("alert")).toContainText(
    "Its inputs must be as many as those of the experiment, 2; they are 3.",
  );
  await tool.getByRole("button", { name: "Leave them" }).click();
  await expect(tool.locator("[data-body]")).toBeFocused();
  await give("model.h5", "nothing");
  await expect(
    page.getByText("The file must be .safetensors, .npz or .json; “model.h5” is something else."),
  ).toBeVisible();
  await give("model.safetensors", "nothing");
  await expect(page.getByText("The file must be in the safetensors format")).toBeVisible();
  await give("model.pt", "nothing");
  await expect(page.getByText("A pickled file (.pt, .pth) can run code when it’s opened.")).toBeVisible();
  expect((await readStatus(page)).text).toBe(before);
});
