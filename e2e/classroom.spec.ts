/** What the address can ask for a class: embed the page, hide controls, lock them. */
import { parseExperiment, writeLink } from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { defaultFragment, inspector, openTool } from "./playground.ts";

test("embedded, it has no header, works, and tells the embedding page its preferred height", async ({
  page,
}) => {
  // Another page at the same address, as a teacher would write it.
  await page.route("**/course.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>waiting</title><script>
        addEventListener("message", ({ data }) => {
          if (data.source === "neural-viz") document.title = "height " + data.height;
        });
      </script><iframe src="./?embed" width="390" height="500"></iframe>`,
    }),
  );
  await page.goto("./course.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("button", { name: "Train" })).toBeVisible();
  await expect(frame.getByRole("banner")).toHaveCount(0);
  const expected = await frame.locator("html").evaluate((root) => root.scrollHeight);
  expect(expected).toBeGreaterThan(500);
  await expect(page).toHaveTitle(`height ${expected}`);
});

test("hidden controls are missing in every layout; numbers and pictures are not", async ({ page }) => {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 860 });
    await page.goto(
      `./?hide=data,network,training,train,explain,timeline,speed,tools,share${defaultFragment}`,
    );
    await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
    for (const name of [
      /^Train$/,
      /^Step$/,
      /^Explain step$/,
      /^Tools$/,
      /^Share$/,
      /^Reset$/,
      /^Next epoch$/,
    ]) {
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    }
    await expect(page.getByRole("radiogroup", { name: "Dataset" })).toHaveCount(0);
    await expect(page.getByRole("slider", { name: "Speed" })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Decision boundary" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Loss" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

test("locked controls are visible and disabled; the others work", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`./?lock=data,network${defaultFragment}`);
  await expect(page.getByRole("radio", { name: "XOR" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "New data seed" })).toBeDisabled();
  await expect(page.getByLabel("Initializer")).toBeDisabled();
  await expect(page.getByLabel("Optimizer")).toBeEnabled();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1/);
});

test("locks hold against the inspector, tools, files, links and keys, and are visible and explained", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`./?lock=data,network,training${defaultFragment}`);
  const status = page.getByRole("status");
  await expect(status).toHaveText(/^Epoch 0, loss 0\.\d+/);
  const before = (await status.textContent())!;
  await expect(page.getByRole("group", { name: "Locked on this page" })).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Reset" })).toBeDisabled();
  await expect(page.getByLabel("Learning rate value")).toBeDisabled();
  // The inspector: neither the edit nor the dot of the slope picture.
  await page.locator('[data-quantity="W.2.1.1@0"], [data-quantity="b.2.1@0"]').first().click();
  await inspector(page).getByRole("button", { name: "Edit" }).click();
  await expect(inspector(page).getByText("Locked on this page")).toBeVisible();
  await inspector(page).getByRole("slider").press("ArrowRight");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  // A tool that would bring other points.
  await openTool(page, "Your points");
  await expect(page.getByRole("region", { name: "Your points", exact: true })).toContainText(
    "Locked on this page",
  );
  // A link and a file.
  const other = encodeURIComponent(
    JSON.stringify({ experiment: { version: 1, dataset: { name: "xor" } }, t: 0 }),
  );
  await page.evaluate((hash) => {
    location.hash = hash;
  }, other);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The data can’t be changed on this page.");
  await alert.getByRole("button").click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"version":1,"optimizer":{"name":"sgd"}}'], "other.json"));
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(alert).toContainText("The optimizer and its settings can’t be changed on this page.");
  await expect(status).toHaveText(before);
});

test("a single control can be locked: the learning rate, while all others work", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`./?lock=learningRate${defaultFragment}`);
  const rate = page.getByLabel("Learning rate value");
  await expect(rate).toBeDisabled();
  const before = await rate.inputValue();
  await page.getByLabel("Optimizer").selectOption("SGD");
  await expect(page.getByLabel("Optimizer")).toHaveValue("sgd");
  await expect(rate).toHaveValue(before);
  await page.getByRole("radio", { name: "XOR" }).check({ force: true });
  await expect(page.getByRole("status")).toHaveText(/of 4 correct/);
});

test("what the address asks for in vain is one sentence", async ({ page }) => {
  await page.goto("./?hide=loss&lock=network");
  await expect(page.getByRole("alert")).toContainText(
    "Neural-Viz doesn’t recognize “loss” in “hide”. Choose from data, network, training, train, explain, timeline, speed, tools, share.",
  );
});

/** Text and buttons that extend beyond the window or the box that clips them. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll("main *, header *, section[aria-label='Controls'] *")].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.closest(".vh, .katex-mathml, svg, [popover]:not(:popover-open)") === null,
    );
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (/auto|scroll/.test(
        getComputedStyle(element.parentElement).overflowX + getComputedStyle(element.parentElement).overflowY,
      ) ||
        scrolls(element.parentElement));
    return shown
      .filter((element) => element.childElementCount === 0 && element.textContent.trim() !== "")
      .filter((element) => !scrolls(element))
      .filter((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
      })
      .map((element) => element.textContent);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`in front of a class everything is large and visible, and a clicker turns it: ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`./?presenter${defaultFragment}`);
    const status = page.getByRole("status");
    await expect(status).toHaveText(/^Epoch 0/);
    const look = async (): Promise<void> => {
      expect(await violations(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      expect(
        await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return [scrollWidth, scrollHeight];
        }),
      ).toEqual([1280, 720]);
    };
    // The text of a button is 20 px on the screen: 14 px, enlarged.
    const button = page.getByRole("button", { name: "Train", exact: true });
    const letters = () =>
      button.evaluate((element) => {
        const enlarged = element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth;
        return Number.parseFloat(getComputedStyle(element).fontSize) * enlarged;
      });
    await expect.poll(letters).toBeGreaterThan(19.5);

    // One epoch forward and back, by the page's own training. At the end of the run, the next one is trained.
    await page.keyboard.press("PageDown");
    await expect(status).toHaveText(/^Epoch 1,/);
    await page.keyboard.press("PageDown");
    await expect(status).toHaveText(/^Epoch 2,/);
    await page.keyboard.press("PageUp");
    await expect(status).toHaveText(/^Epoch 1,/);
    await look();

    // A key that is typed into a field stays there.
    const sample = page.getByLabel("Point", { exact: true });
    await sample.fill("3.b");
    await sample.press("PageDown");
    await sample.press("Home");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(status).toHaveText(/^Epoch 1,/);
    await sample.fill("18");
    await sample.press("Enter");
    await sample.blur();

    // The boundary is read where the pointer is, enlarged or not: 40 cells per side.
    const square = page.getByRole("application", { name: /^Probe of the decision boundary/ });
    const { x, y, width, height } = (await square.boundingBox())!;
    await page.mouse.move(x + (32.5 / 40) * width, y + (8.5 / 40) * height);
    await expect(page.getByText(/^ŷ = .*row 9, column 33:/)).toBeVisible();

    await page.locator("main [data-quantity^='L@'], main [title^='Where does L']").first().click();
    await expect(inspector(page)).toBeVisible();
    await look();
    await page.keyboard.press("Escape");

    // While a step is explained, the clicker turns its units, over the update and back.
    await page.getByRole("button", { name: "Explain step" }).click();
    const unit = page.getByRole("slider", { name: "Unit of the step" });
    await expect(unit).toHaveValue("0");
    for (const unitNumber of [1, 2, 3, 4, 4]) {
      await page.keyboard.press("PageDown");
      await expect(unit).toHaveValue(String(unitNumber));
    }
    await expect(status).toHaveText(/^Epoch 2,/);
    await page.keyboard.press("PageUp");
    await expect(unit).toHaveValue("3");
    await expect(status).toHaveText(/^Epoch 1,/);
    await look();

    // A blank screen says that it is blank; any key brings the page back and does nothing else.
    for (const [blank, back] of [
      [".", "PageDown"],
      ["b", "b"],
    ] as const) {
      await page.keyboard.press(blank);
      const screen = page.getByRole("dialog", {
        name: "The screen is blank. Press any key to bring it back.",
      });
      await expect(screen).toBeFocused();
      await expect(screen).toHaveCSS("background-color", "rgb(0, 0, 0)");
      expect(await screen.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press(back);
      await expect(screen).toBeHidden();
      await expect(unit).toHaveValue("3");
    }

    // Home goes to where the address leads: here the untrained network.
    await page.keyboard.press("Home");
    await expect(status).toHaveText(/^Epoch 0,/);
    await expect(unit).toHaveCount(0);
  });
}

/** Pairs of numbers, labels and headings on the screen that overlap. */
function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const numbers = [
      ...document.querySelectorAll(
        "[data-picture='Network'] [data-quantity], [data-area] h2, [data-area] h2 + div > *",
      ),
    ].filter((element) => element.checkVisibility() && element.textContent.trim() + element.innerHTML !== "");
    const boxes = numbers.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return { text: element.textContent, box: range.getBoundingClientRect() };
    });
    return boxes.flatMap(({ text, box: a }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          ({ box: b }) =>
            a.left + 1 < b.right && b.left + 1 < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom,
        )
        .map((other) => `${text} / ${other.text}`),
    );
  });
}

const fourClasses = {
  name: "custom",
  targets: "classes",
  samples: Array.from({ length: 12 }, (_, i) => [(i % 4) / 3, (i % 3) / 2, i % 4]),
};

for (const [name, dataset, units, weights] of [
  ["2-4-1", { name: "xor" }, [4], 12],
  ["2-8-8-1", { name: "circles" }, [8, 8], 10],
  ["2-6-4", fourClasses, [6], 10],
] as const) {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    test(`in front of a class a ${name} network has its biases, weights and values at ${width}×${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const experiment = parseExperiment({
        version: 1,
        dataset,
        network: { hidden: units.map((count) => ({ units: count, activation: "tanh" })) },
      });
      await page.goto(`./?presenter#${writeLink({ experiment, t: 20 })}`);
      await expect(page.getByRole("status")).toHaveText(/^Epoch 20,/);
      const shown = page
        .locator("[data-picture='Network']")
        .locator("[data-quantity]")
        .filter({ visible: true });
      const of = async (ids: RegExp): Promise<number> =>
        shown.evaluateAll(
          (all, source) =>
            new Set(
              all
                .map((element) => element.getAttribute("data-quantity")!)
                .filter((id) => new RegExp(source).test(id)),
            ).size,
          ids.source,
        );
      const outputs = name === "2-6-4" ? 4 : 1;
      const hidden = units.reduce<number>((sum, count) => sum + count, 0);
      await expect.poll(() => of(/^b\./)).toBe(hidden + outputs);
      await expect.poll(() => of(/^(x|a|yhat|p)[.[]/)).toBe(2 + hidden + outputs);
      expect(await of(/^W\./)).toBeGreaterThanOrEqual(weights);
      expect(await overlapping(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
    });
  }
}
