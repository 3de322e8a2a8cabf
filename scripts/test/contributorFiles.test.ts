/** What GitHub and citation tools read, held to the keys that GitHub's documentation and the CFF 1.2.0 schema require. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const list = (folder: string) => readdirSync(new URL(folder, root)).toSorted();
const manifests = ["", "packages/engine/", "packages/cli/", "packages/web/"];

interface Job {
  readonly "runs-on": string;
  readonly needs?: string;
  readonly "timeout-minutes": number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

describe.each(list(".github/workflows"))("the workflow %s", (name) => {
  const workflow = parse(read(`.github/workflows/${name}`));
  const jobs = Object.values(workflow.jobs as Record<string, Job>);

  it("says when it runs, may only read by default, and doesn't run twice at once", () => {
    expect(Object.keys(workflow.on)).toContain("push");
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(workflow.concurrency.group).toEqual(expect.any(String));
  });

  it("has jobs that end, of steps that use one major version or run a command that exists", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const names = Object.keys(workflow.jobs);
    const commands = new Set([
      "npm ci",
      "npm test",
      ...Object.keys(scripts).map((script) => `npm run ${script}`),
    ]);
    for (const job of jobs) {
      expect(job["runs-on"]).toEqual(expect.any(String));
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      expect(names).toContain(job.needs ?? names[0]);
      const wrong = job.steps.filter(({ uses, run }) =>
        uses === undefined
          ? !commands.has(run ?? "")
          : run !== undefined || !/^actions\/[a-z-]+@v\d+$/.test(uses),
      );
      expect(wrong).toEqual([]);
    }
  });
});

const forms = list(".github/ISSUE_TEMPLATE").filter((name) => name !== "config.yml");

describe.each(forms)("the issue form %s", (name) => {
  const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`));

  it("has a name, a description and fields with labels and ids of their own", () => {
    expect([form.name, form.description]).toEqual([expect.any(String), expect.any(String)]);
    const ids = form.body.map(({ id }: { readonly id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of form.body) {
      expect(field.id).toMatch(/^[\w-]+$/);
      expect(["input", "textarea", "dropdown", "checkboxes"]).toContain(field.type);
      expect(field.attributes.label).toEqual(expect.any(String));
      expect(field.validations.required).toEqual(expect.any(Boolean));
    }
  });
});

it("asks for the link to the run where something is wrong", () => {
  for (const name of ["bug.yml", "wrong-number.yml"]) {
    const { body } = parse(read(`.github/ISSUE_TEMPLATE/${name}`));
    expect(body.map(({ id }: { readonly id: string }) => id)).toContain("link");
  }
});

it("can be cited, in the version that package.json has", () => {
  const citation = parse(read("CITATION.cff"));
  const { version, license, homepage } = JSON.parse(read("package.json"));
  expect(citation).toMatchObject({
    "cff-version": "1.2.0",
    type: "software",
    version,
    license,
    url: homepage,
  });
  expect(citation.message).toEqual(expect.any(String));
  expect(citation.title).toEqual(expect.any(String));
  expect(citation.authors.length).toBeGreaterThan(0);
});

it("has the same home in every package, and a description of its own", () => {
  const packages = manifests.map((folder) => JSON.parse(read(`${folder}package.json`)));
  expect(new Set(packages.map(({ homepage }) => homepage)).size).toBe(1);
  expect(new Set(packages.map(({ repository }) => repository.url)).size).toBe(1);
  expect(new Set(packages.map(({ description }) => description)).size).toBe(packages.length);
  for (const [index, { repository }] of packages.entries())
    expect(`${repository.directory ?? ""}/`.replace(/^\/$/, "")).toBe(manifests[index]);
});
