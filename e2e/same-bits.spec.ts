/** The engine in the browser and in Node: the same bits after 500 epochs, and in every dataset. */
import { here, script } from "./bits.ts";
import { expect, test } from "./fixture.ts";

test("the browser and Node compute the same bits", async ({ page }) => {
  await page.goto("about:blank");
  const there = await page.evaluate(await script());
  const ours = here();
  expect(Object.keys(ours).length).toBe(2 * 21 + 19);
  expect(there).toEqual(ours);
});
