// npm run pictures: takes the README's pictures in docs/pictures and packages/web/public/social.png, which other sites
// show beside a link to the page.
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { root, run } from "./install.mjs";
import { createPageServer } from "./server.mjs";

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const sharing = { width: 1200, height: 630 };

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

const untilStopped = (page) => page.getByRole("button", { name: "Continue", exact: true }).waitFor();

async function train(page) {
  await press(page, "Train");
  await untilStopped(page);
}

async function openTool(page, name) {
  await press(page, "Tools");
  await page.getByRole("button", { name }).click();
}

async function inspect(page) {
  await train(page);
  await page.getByRole("region", { name: "Network" }).locator('[data-quantity^="p["]').click();
}

async function descend(page) {
  await train(page);
  await openTool(page, /^Loss surface/);
  await press(page, "Trace descent from here");
}

async function drawGuess(page) {
  const sheet = page.getByRole("slider", { name: "Your drawing" });
  const { x, y, width, height } = await sheet.boundingBox();
  await page.mouse.move(x + width * 0.12, y + height * 0.55);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.55, y + height * 0.78, { steps: 20 });
  await page.mouse.move(x + width * 0.97, y + height * 0.8, { steps: 20 });
  await page.mouse.up();
  await press(page, "Submit guess");
  await untilStopped(page);
}

async function explain(page) {
  await train(page);
  await press(page, "Explain step");
  const step = page.getByRole("region", { name: "This step" });
  await step.getByRole("radio", { name: "Scalar" }).check({ force: true });
  await step.getByRole("button", { name: "3 Backward" }).click();
  await step.getByRole("button", { name: "Next unit" }).click();
}

/** The address of an experiment after so many updates. */
const linkTo = (experiment, t) =>
  `#${encodeURIComponent(JSON.stringify({ experiment: { version: 1, ...experiment }, t }))}`;

const hidden = (...units) => units.map((count) => ({ units: count, activation: "tanh" }));
const start = { name: "torch", seed: 3 };
const pinwheel = {
  dataset: { name: "pinwheel", points: 150, noise: 0.02, seed: 3 },
  network: { hidden: hidden(6), initializer: start },
  optimizer: { name: "adam", learningRate: 0.1 },
};
const sine = {
  dataset: { name: "sine", points: 60, noise: 0.15, seed: 3 },
  network: { hidden: hidden(8, 8), initializer: start },
  optimizer: { name: "adam", learningRate: 0.03 },
};
const folded = {
  dataset: { name: "circles", points: 160, noise: 0.02, seed: 27 },
  network: {
    hidden: [6, 4].map((units) => ({ units, activation: "relu" })),
    initializer: { name: "he", seed: 2 },
  },
  optimizer: { name: "adam", learningRate: 0.02 },
};

/** The fold over the whole width, with a region selected. */
async function fold(page) {
  await atEpoch(146)(page);
  await openTool(page, /^Fold/);
  await press(page, "Expand");
}

/** Matt Mazur's network by hand, a little way in, with a common mistake. */
async function solve(page) {
  await page.getByRole("link", { name: /^Work it out by hand: Mazur/ }).click();
  const answers = [0.3775, 0.3925, 0.5933, 0.5969, 1.106, 1.225, 0.7514, 0.7729, 0.2984, 0.1385, -0.2171];
  await page.locator("main input[type=text]").first().focus();
  for (const answer of answers) {
    await page.locator("input[type=text]:focus").waitFor();
    await page.keyboard.type(String(answer));
    await page.keyboard.press("Enter");
  }
}

const atEpoch = (t) => (page) => page.getByText(`Epoch ${t}: `).waitFor();

const pictures = [
  { file: "docs/pictures/playground.png", size: desk, act: train },
  { file: "docs/pictures/playground-dark.png", size: desk, dark: true, act: train },
  { file: "docs/pictures/phone.png", size: phone, act: train },
  { file: "docs/pictures/classes.png", size: desk, at: linkTo(pinwheel, 148), act: atEpoch(148) },
  { file: "docs/pictures/values.png", size: desk, at: linkTo(sine, 196), act: atEpoch(196) },
  { file: "docs/pictures/fold.png", size: desk, at: linkTo(folded, 146), act: fold },
  { file: "docs/pictures/inspector.png", size: desk, act: inspect },
  { file: "docs/pictures/surface.png", size: desk, act: descend },
  { file: "docs/pictures/lesson.png", size: desk, at: "#lesson/rates/4", act: drawGuess },
  { file: "docs/pictures/exercise.png", size: desk, at: "#exercises", act: solve },
  { file: "docs/pictures/step.png", size: desk, act: explain },
  { file: "packages/web/public/social.png", size: sharing, act: train },
];

if (!run("npm", ["run", "--silent", "build"])) process.exit(1);
const server = createPageServer(join(root, "packages", "web", "dist"));
await new Promise((ready) => {
  server.listen(0, "127.0.0.1", ready);
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  for (const { file, size, dark = false, at = "", act } of pictures) {
    const page = await browser.newPage({
      viewport: size,
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    await page.goto(`http://127.0.0.1:${server.address().port}/${at}`);
    await act(page);
    // What is drawn follows the numbers a little later.
    await page.waitForTimeout(2000);
    await page.screenshot({ path: join(root, file) });
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
