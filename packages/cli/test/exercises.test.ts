/** Exercises on the command line: worksheets, quizzes, and links for a class. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSession, parseExperiment } from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { call, file, folder } from "./calling.ts";

describe("worksheet", () => {
  const experiment = {
    version: 1,
    dataset: { name: "moons" },
    network: { hidden: [{ units: 2, activation: "tanh" }] },
    optimizer: { name: "sgd", learningRate: 0.5 },
    training: { epochs: 5, autoStop: false },
  };
  const titles = (html: string): (string | undefined)[] =>
    [...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, title]) => title);

  test("sheets, key and table go to files of their own; seeds that make bad questions are named", () => {
    const path = file(experiment);
    const [sheets, key, table] = ["sheets.html", "key.html", "key.csv"].map((name) => join(folder, name));
    const outputs = ["-o", sheets!, "--key", key!, "--table", table!];
    const choices = ["--seeds", "1..12", "--sample", "5", "--paper", "letter"];
    const { status, stdout, stderr } = call("worksheet", path, ...choices, ...outputs);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    const left = [...stderr.matchAll(/^Seed (\d+) was left out: .+\.$/gm)].map(([, seed]) => seed!);
    expect(left.length).toBeGreaterThan(0);
    const [sheetHtml, keyHtml] = [sheets!, key!].map((one) => readFileSync(one, "utf8")) as [string, string];
    expect(titles(sheetHtml)).toEqual(Array.from({ length: 12 - left.length }, () => "One update by hand"));
    expect(titles(keyHtml)).toEqual(titles(sheetHtml).map((title) => `${title}: key`));
    const rows = readFileSync(table!, "utf8").trimEnd().split("\n").slice(1);
    expect(rows.map((row) => row.split(",")[0])).toEqual(
      Array.from({ length: 12 }, (_, i) => String(i + 1)).filter((seed) => !left.includes(seed)),
    );
    for (const row of rows) expect(sheetHtml).toContain(`sheet ${row.split(",")[1]}<`);
    // The files load nothing, and formulas are set.
    for (const html of [sheetHtml, keyHtml]) {
      expect(html).not.toMatch(/<script|<link|https?:(?!\/\/www\.w3\.org)|url\((?!data:)/);
      expect(html).toContain('<span class="katex">');
      expect(html).toContain("size:8.5in 11in");
    }
    expect(sheetHtml).not.toContain('class="box full');
  });

  test("after updates, the trained weights are rounded and become the start", () => {
    const path = file({ ...experiment, dataset: { name: "xor" } });
    const { status, stdout } = call("worksheet", path, "--at", "2", "--sample", "3");
    expect(status).toBe(0);
    const session = createSession(parseExperiment({ ...experiment, dataset: { name: "xor" } }));
    for (let t = 0; t < 2; t++) session.step();
    const weights = [...stdout.matchAll(/<span class="w"[^>]*>(.*?)<\/span>/g)].map(([, w]) =>
      Number(w!.replace("−", "-")),
    );
    const rounded = [...session.params].map((w) => Math.round(w * 100) / 100);
    expect(weights).toEqual([...rounded.slice(0, 4), ...rounded.slice(6, 8)]);
  });

  test("an unknown has its solution in the table, and lines have their order", () => {
    const table = join(folder, "one.csv");
    const of = (exercise: object): string => {
      const { status } = call("worksheet", file({ experiment, sample: 5, ...exercise }), "--table", table);
      expect(status).toBe(0);
      return readFileSync(table, "utf8");
    };
    expect(of({ style: "solve", ask: ["b.2.1"], given: { p: 0.5 } })).toMatch(
      /^seed,sheet,b\.2\.1\n\d+,\w{6},-?0\.\d{4}\n$/,
    );
    expect(of({ style: "ordered", ask: ["z.1.1", "a.1.1"] })).toMatch(
      /^seed,sheet,order\n\d+,\w{6},[A-D] [A-D]\n$/,
    );
  });

  test.each<[object, string[], string]>([
    [
      {},
      ["--seeds", "6..4"],
      "--seeds must be a range of at most 1000 seeds, such as 1..30; you entered “6..4”.",
    ],
    [
      {},
      ["--blank", "all"],
      "--blank must be a list from forward, loss, backward, gradient, update, separated by commas; it has “all”.",
    ],
    [{}, ["--at", "9"], "--at is 9, but this run ends after 5 updates."],
    [{}, ["--at", "x"], "--at must be a whole number of at least 0; you entered “x”."],
    [{}, ["--paper", "a5"], "--paper must be a4 or letter; you entered “a5”."],
    [{}, ["--formulas", "no"], "--formulas must be given or withheld; you entered “no”."],
    [
      { style: "ordered" },
      ["--blank", "loss"],
      "--blank is for exercises of the style blanks; this one is ordered.",
    ],
    [
      { style: "solve", ask: ["b.2.1"], given: { p: 1.5 } },
      [],
      "The exercise doesn’t work: no value of b.2.1@0 between −100 and 100 gives p[1]@0 = 1.500.",
    ],
  ])("bad input: %j %j", (exercise, args, sentence) => {
    const path = file(Object.keys(exercise).length === 0 ? experiment : { experiment, ...exercise });
    const { status, stdout, stderr } = call("worksheet", path, ...args);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: `${sentence}\n` });
  });

  test("an output never replaces the input or another output", () => {
    const path = file(experiment);
    for (const option of ["-o", "--key", "--table"]) {
      expect(call("worksheet", path, option, path).stderr).toMatch(/is the input file\. Choose another/);
    }
    const out = join(folder, "both.html");
    expect(call("worksheet", path, "-o", out, "--key", `${folder}/./both.html`).stderr).toMatch(
      /both\.html can’t hold two outputs\. Choose a file for each of -o, --key, and --table\.\n$/,
    );
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(experiment);
  });
});

describe("quiz", () => {
  const experiment = {
    version: 1,
    dataset: { name: "moons" },
    optimizer: { name: "sgd", learningRate: 0.5 },
  };

  test("writes a question for each good seed, and says which were left out and why", () => {
    const path = file({ experiment, ask: ["z.1.1", "a.1.1", "a.1.2", "gW.2.1.1"] }, "exercise.json");
    const { status, stdout, stderr } = call("quiz", path, "--format", "moodle", "--seeds", "9..20");
    expect(status).toBe(0);
    const left = stderr.match(/^Seed \d+ was left out: .+\.$/gm) ?? [];
    expect(stdout.match(/<question type="cloze">/g)).toHaveLength(12 - left.length);
    expect(left.length).toBeGreaterThan(0);
    expect(stderr).toContain(`${12 - left.length} of 12 seeds are in.\n`);
    for (const [, seed] of stderr.matchAll(/Seed (\d+) was/g)) expect(stdout).not.toContain(`seed ${seed}<`);
  });

  test("writes a package for Canvas to a file", () => {
    const path = file({ experiment, ask: ["p"] }, "exercise.json");
    const out = join(folder, "quiz.zip");
    expect(call("quiz", path, "--format", "qti", "-o", out)).toMatchObject({ status: 0, stdout: "" });
    expect(readFileSync(out).subarray(0, 4)).toEqual(Buffer.from("PK\u0003\u0004"));
    expect(call("quiz", path, "--format", "qti", "-o", path).status).toBe(2);
  });

  test.each<[unknown, string[], RegExp]>([
    [experiment, [], /^No --format was given\. Choose one of moodle, gift, qti\.$/],
    [experiment, ["--format", "word"], /^Unknown format “word”\. Choose one of moodle, gift, qti\.$/],
    [experiment, ["--format", "gift", "--seeds", "1..999"], /^--seeds must be a range of at most 200 seeds/],
    [experiment, ["--format", "gift", "--count", "3"], /^--count needs --seeds, such as/],
    [
      experiment,
      ["--format", "gift", "--seeds", "1..9", "--count", "0"],
      /^--count must be a whole number of at least 1; you entered “0”\.$/,
    ],
    [
      { experiment, ask: ["p"] },
      ["--format", "gift", "--seeds", "1..3", "--count", "9"],
      /Only \d of the seeds are good, and --count asks for 9\. Give --seeds a longer range\.$/,
    ],
    [{ experiment, ask: ["q"] }, ["--format", "gift"], /^ask\[0\] must be the id of a quantity/],
    [
      { experiment, ask: ["b.2.1"], style: "solve", given: { p: 0.5 } },
      ["--format", "gift"],
      /^A quiz asks for numbers, so the exercise’s style must be worked or blanks; it is solve\.$/,
    ],
    [
      { version: 1, dataset: { name: "xor" } },
      ["--format", "gift", "--seeds", "1..2"],
      /^Seed 1 was left out: .*\.\nSeed 2 was left out: .*\.\nAll 2 seeds make bad questions/,
    ],
  ])("bad input: %j %j", (contents, args, sentence) => {
    const { status, stdout, stderr } = call("quiz", file(contents), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim()).toMatch(sentence);
  });
});

test("a stage that isn't asked for can't be left blank, and an exercise has no result of a run", () => {
  const path = file({ experiment: { version: 1 }, ask: ["z.1.1", "p"] }, "exercise.json");
  expect(call("worksheet", path, "--blank", "update")).toMatchObject({
    status: 2,
    stdout: "",
    stderr: "--blank update leaves nothing blank; this exercise asks about forward.\n",
  });
  expect(call("result", path)).toMatchObject({
    status: 2,
    stdout: "",
    stderr:
      "This file is an exercise. Its line to hand in has the answers, so it’s copied on the page when the exercise is finished.\n",
  });
});

describe("links for a class", () => {
  const exercise = {
    experiment: { version: 1, dataset: { name: "moons" }, network: { hidden: [] } },
    ask: ["z.1.1", "p"],
  };

  test("are a table with a link for each good seed, as many as asked for", () => {
    const page = "https://your.host/neural-viz/";
    const path = file(exercise, "exercise.json");
    const { status, stdout } = call("link", path, "--seeds", "5..50", "--count", "4", "--page", page);
    expect(status).toBe(0);
    const [head, ...rows] = stdout.trim().split("\n");
    expect(head).toBe("seed,link");
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      const [seed, link] = row.split(",") as [string, string];
      expect(link.startsWith(`${page}#`)).toBe(true);
      const opened = JSON.parse(call("open", link, "--json").stdout) as {
        experiment: { network: { initializer: { seed: number } } };
      };
      expect(opened.experiment.network.initializer.seed).toBe(Number(seed));
    }
  });

  test.each<[unknown, string[], RegExp]>([
    [exercise, ["--count", "3"], /^--count needs --seeds/],
    [exercise, ["--page", "https://x.org/"], /^--page needs --seeds/],
    [
      exercise,
      ["--seeds", "1..3", "--page", "x.org"],
      /^--page must be the URL of a page, .*; you entered “x\.org”\.$/,
    ],
    [
      exercise.experiment,
      ["--seeds", "1..3"],
      /^--seeds gives links to variants of an exercise, and this file is an experiment\./,
    ],
  ])("bad input: %j %j", (contents, args, sentence) => {
    const { status, stdout, stderr } = call("link", file(contents), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim()).toMatch(sentence);
  });
});
