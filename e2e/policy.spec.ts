/** What the page is allowed to run and to request. Every other test, too, fails on a request to another host. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { open } from "./playground.ts";

test("the policy allows nothing inline, nothing evaluated and no other host, and the browser enforces it", async ({
  page,
}) => {
  await open(page);
  const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  const sources = policy!.split("; ").map((rule) => rule.split(" "));
  expect(Object.fromEntries(sources)).toMatchObject({ "default-src": "'none'", "script-src": "'self'" });
  const allowed = new Set(sources.flatMap(([, ...from]) => from));
  expect([...allowed].toSorted()).toEqual(["'none'", "'self'", "blob:", "data:"]);
  const broken = await page.evaluate(async () => {
    const found: string[] = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => found.push(effectiveDirective));
    const inline = document.createElement("script");
    inline.textContent = "document.title = 'inline'";
    document.body.append(inline);
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.head.append(style);
    await fetch("https://example.org/").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    return found;
  });
  expect(broken).toEqual(["script-src-elem", "style-src-elem", "connect-src"]);
  await expect(page).not.toHaveTitle("inline");
});

test("no file of the page makes HTML or code from text", () => {
  const source = fileURLToPath(new URL("../packages/web/src", import.meta.url));
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((name) =>
    /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/.test(
      readFileSync(`${source}/${name}`, "utf8"),
    ),
  );
  expect(found).toEqual([]);
});
