import { spawn } from "node:child_process";
import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSession, fingerprint, parseExperiment, readLink } from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { bin, call, file, folder, pipe } from "./calling.ts";

const recordings = new URL("../../engine/test/reference/pytorch/", import.meta.url);

/** Every number in a value, in order. */
function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbers);
}

describe("train --json prints what PyTorch computed", () => {
  test.each(["03.json", "08.json", "10.json", "12.json"])("run %s", (name) => {
    const { experiment, expected } = JSON.parse(readFileSync(new URL(name, recordings), "utf8")) as {
      experiment: unknown;
      expected: Record<string, unknown>;
    };
    const { status, stdout, stderr } = call("train", file(experiment), "--json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const printed = JSON.parse(stdout) as Record<string, unknown>;
    for (const [key, theirs] of Object.entries(expected)) {
      const ours = numbers(printed[key]);
      const reference = numbers(theirs);
      expect(ours.length).toBe(reference.length);
      for (const [i, b] of reference.entries()) {
        expect(Math.abs(ours[i]! - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)));
      }
    }
    expect(printed["updates"]).toBe((expected["loss"] as number[]).length);
    expect(printed["stopped"]).toEqual({ reason: "epochs", epoch: printed["updates"] });
  });
});

test("train without --json says in a few lines what happened", () => {
  const { status, stdout } = call("train", file({ version: 1 }));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^circles, 200 points; 2-4-1 network, 17 parameters; adam, learning rate 0.1\n/);
  expect(stdout).toMatch(
    /stopped: every point’s correct class has had a probability above 0\.975 for 50 epochs/,
  );
});

test("check counts each parameter that is left out once, and claims no largest error of none", () => {
  // All z are exactly 0: each of the 9 parameters is at a kink of ReLU, has a gradient of exactly 0, or both.
  const { stdout } = call(
    "check",
    file({
      version: 1,
      dataset: { name: "moons", points: 20 },
      network: { hidden: [{ units: 2, activation: "relu" }], initializer: { name: "zeros" } },
      training: { epochs: 5 },
    }),
  );
  expect(stdout).not.toContain("largest relative error");
  const [, kinks, saturated] = /nothing to compare: (\d+) at a kink, (\d+) saturated/.exec(stdout)!;
  expect(Number(kinks) + Number(saturated)).toBe(9);
});

test("check has no largest error where a loss overflowed", () => {
  const parameters = [
    { weight: [[1e308, 1e308]], bias: [0] },
    { weight: [[1]], bias: [0] },
  ];
  const { stdout } = call(
    "check",
    file({
      version: 1,
      dataset: { name: "custom", samples: [[1, 1, 1]] },
      network: {
        hidden: [{ units: 1, activation: "relu" }],
        initializer: { name: "given", parameters },
      },
    }),
  );
  expect(stdout).toMatch(/nothing to compare: the loss or the gradient of 5 parameters is not finite/);
  expect(stdout).not.toContain("largest relative error");
});

test("train counts one point and one epoch as one", () => {
  const { stdout } = call(
    "train",
    file({
      version: 1,
      dataset: { name: "custom", samples: [[0.5, 0.5, 1]] },
      training: { epochs: 1, autoStop: false },
    }),
  );
  expect(stdout).toMatch(/^custom, 1 point; /);
  expect(stdout).toMatch(/ in 1 epoch\n/);
});

test("a run that diverges ends well, names the number, and prints it as a string", () => {
  const experiment = {
    version: 1,
    dataset: { name: "xor" },
    network: { hidden: [] },
    changes: [
      { at: 2, parameter: "b.1.1", value: 1e308 },
      { at: 2, parameter: "W.1.1.1", value: 1.7e308 },
    ],
  };
  const { status, stdout } = call("train", file(experiment), "--json");
  expect(status).toBe(0);
  const printed = JSON.parse(stdout) as { finalLoss: unknown; updates: number; stopped: unknown };
  expect(printed.finalLoss).toBe("NaN"); // ∞ − ∞, as in PyTorch
  expect(printed.stopped).toEqual({ reason: "diverged", epoch: 2, id: "z.1.1[3]@2" });
  expect(printed.updates).toBe(2);
});

test("explain --json gives a line whose inputs are explained in turn, down to the file", () => {
  const path = file({ version: 1, training: { epochs: 3 } });
  const ask = (
    id: string,
  ): { value: number; inputs: { id: string; value: number }[]; words: string; origin?: string } => {
    const { status, stdout } = call("explain", path, id, "--json");
    expect(status).toBe(0);
    return JSON.parse(stdout) as ReturnType<typeof ask>;
  };
  const z = ask("z.1.2[3]@2");
  const [bias, w1, x1, w2, x2] = z.inputs.map(({ value }) => value);
  expect(z.value).toBe(bias! + w1! * x1! + w2! * x2!);
  expect(z.words).toBe("Each input times its weight, added up, plus the bias.");
  const x = ask(z.inputs[2]!.id);
  expect(x.value).toBe(x1);
  expect(x.origin).toBe("data · point 3, column 1");
});

test("explain says what the last number of a shortened sum is, and prints no line where nothing is calculated", () => {
  const path = file({
    version: 1,
    dataset: { name: "moons", points: 9 },
    network: { hidden: [{ units: 1, activation: "identity" }] },
    training: { epochs: 3 },
  });
  const loss = call("explain", path, "L@3").stdout.split("\n");
  const line = loss.findIndex((text) => text.includes(") / 9 = "));
  expect(loss[line]!.split(" + ").length).toBe(4);
  expect(loss[line + 1]).toBe(
    "Only the largest terms are printed. The last number in the sum is the total of the other 6 terms.",
  );
  const { stdout } = call("explain", path, "a.1.1[1]@3");
  expect(stdout).toContain("The identity passes its z on unchanged.");
  expect(stdout.split("\n").filter((text) => / = /.test(text)).length).toBe(3); // its value, its formula and its input
});

test("check --json: backprop and finite differences of every parameter after T updates", () => {
  const path = file({ version: 1, training: { epochs: 50 } });
  const { status, stdout } = call("check", path, "--at", "20", "--epsilon", "1e-4", "--json");
  expect(status).toBe(0);
  const printed = JSON.parse(stdout) as {
    maxRelativeError: number;
    parameters: {
      id: string;
      backprop: number;
      finiteDifference: number;
      kink: boolean;
      saturated: boolean;
    }[];
  };
  expect(printed.parameters).toHaveLength(17);
  expect(printed.maxRelativeError).toBeLessThan(1e-5);
  const slope = JSON.parse(call("explain", path, "gW.1.2.1@20", "--json").stdout) as { value: number };
  const checked = printed.parameters.find(({ id }) => id === "W.1.2.1")!;
  expect(checked.backprop).toBe(slope.value);
  expect(checked.finiteDifference).toBeCloseTo(slope.value, 8);
  expect(checked).toMatchObject({ kink: false, saturated: false });
  expect(call("check", path, "--at", "-3").stderr).toMatch(
    /--at must be a whole number of updates from 0 to 5000000; you entered “-3”/,
  );
  expect(call("check", path, "--epsilon", "1").stderr).toMatch(
    /--epsilon must be a number from 1e-12 to 0\.1; you entered “1”/,
  );
});

test("no epochs: no losses, and the gradient at the start", () => {
  const { stdout } = call("train", file({ version: 1, training: { epochs: 0 } }), "--json");
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  expect(printed["loss"]).toEqual([]);
  expect(numbers(printed["firstGradient"]).length).toBe(17);
  expect(printed["finalParameters"]).toEqual(printed["initialParameters"]);
});

test("dataset prints one line x1,x2,label a sample, with numbers that read back exactly", () => {
  const { status, stdout } = call("dataset", "moons", "--points", "50", "--noise", "0.1", "--seed", "7");
  expect(status).toBe(0);
  const rows = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  expect(rows.length).toBe(50);
  for (const row of rows) {
    expect(row.map((cell) => String(Number(cell)))).toEqual(row);
    expect(["0", "1"]).toContain(row[2]);
  }
});

test("export writes a run to standard output or into a file, named either way", () => {
  const path = file({ version: 1, dataset: { name: "xor" }, training: { epochs: 1 } });
  const { status, stdout, stderr } = call("export", path, "--format", "data");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toBe("x1,x2,label\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n");
  const target = join(folder, "data.csv");
  expect(call("export", "data", path, "-o", target)).toMatchObject({ status: 0, stdout: "" });
  expect(readFileSync(target, "utf8")).toBe(stdout);
});

test("the run as JSON is read again as its experiment", () => {
  const path = file({ version: 1, dataset: { name: "moons" }, training: { epochs: 3 } });
  const { stdout } = call("export", path, "--format", "json");
  const again = call("train", file(stdout, "parameters.json"), "--json");
  expect(again.status).toBe(0);
  expect(again.stdout).toBe(call("train", path, "--json").stdout);
});

describe("an output that is the input, by whatever name, is refused and nothing is changed", () => {
  const text = '{"version":1,"training":{"epochs":1}}';
  test.each<[string, (path: string, other: string) => string]>([
    ["the same name", (path) => path],
    ["another spelling", (path) => join(folder, ".", "..", basename(folder), basename(path))],
    ["a symbolic link", (path, other) => (symlinkSync(path, other), other)],
    ["a hard link", (path, other) => (linkSync(path, other), other)],
  ])("%s", (name, outputOf) => {
    const path = file(text, `input ${name}.json`);
    const output = outputOf(path, join(folder, `output ${name}.json`));
    expect(call("export", path, "--format", "json", "-o", output)).toMatchObject({
      status: 2,
      stdout: "",
      stderr: `${output} is the input file. Choose another file for the output.\n`,
    });
    expect(readFileSync(path, "utf8")).toBe(text);
  });
});

test("- is standard input for every call that takes a file", () => {
  const text =
    '{"version":1,"dataset":{"name":"moons"},"network":{"initializer":{"name":"torch","seed":3}},"training":{"epochs":2}}';
  const path = file(text);
  for (const args of [
    ["train", "FILE", "--json"],
    ["check", "FILE", "--json"],
    ["explain", "FILE", "L@1"],
    ["export", "data", "FILE"],
    ["link", "FILE"],
    ["worksheet", "FILE"],
    ["quiz", "FILE", "--format", "gift"],
  ]) {
    const named = call(...args.map((arg) => (arg === "FILE" ? path : arg)));
    const piped = pipe(text, ...args.map((arg) => (arg === "FILE" ? "-" : arg)));
    // The foot of a worksheet names its file.
    const stdout = named.stdout.replace(" · experiment.json", "");
    expect(piped).toMatchObject({ status: 0, stderr: "", stdout });
  }
  expect(JSON.parse(pipe("0.5,0.25,1\n0.75,0,0\n", "dataset", "-").stdout)).toMatchObject({
    dataset: { name: "custom" },
  });
  expect(pipe("{", "train", "-").stderr).toMatch(/^Standard input is not valid JSON: /);
});

test("link and open: an experiment goes into an address and comes back", () => {
  const path = file({ version: 1, dataset: { name: "moons" }, training: { epochs: 20 } });
  const { stdout } = call("link", path, "--at", "7");
  expect(stdout).toMatch(/^#%7B[^\s#]*%7D\n$/);
  const session = createSession(
    parseExperiment({ version: 1, dataset: { name: "moons" }, training: { epochs: 20 } }),
  );
  while (session.t < 7) session.step();
  expect(readLink(stdout.trim().slice(1))).toMatchObject({ t: 7, fingerprint: fingerprint(session.params) });
  expect(call("open", stdout.trim()).stderr).toBe("The link shows the run after 7 updates.\n");
  for (const address of [
    `https://example.org/page/${stdout.trim()}`,
    stdout.trim(),
    stdout.trim().slice(1),
  ]) {
    const opened = call("open", address, "--json").stdout;
    expect(JSON.parse(opened)).toMatchObject({
      version: 1,
      dataset: { name: "moons" },
      training: { epochs: 20 },
    });
    expect(call("open", address).stdout).toBe(`${JSON.stringify(JSON.parse(opened), undefined, 2)}\n`);
  }
});

test("link and open: so does an exercise", () => {
  const exercise = { experiment: { version: 1, dataset: { name: "moons" } }, sample: 5, ask: ["z.1.1", "p"] };
  const path = file(exercise);
  const { stdout } = call("link", path);
  expect(stdout).toMatch(/^#%7B[^\s#]*%7D\n$/);
  expect(JSON.parse(call("open", stdout.trim()).stdout)).toMatchObject(exercise);
  expect(JSON.parse(call("open", stdout.trim(), "--json").stdout)).toMatchObject({
    sample: 5,
    style: "blanks",
    digits: 4,
  });
  expect(call("link", path, "--at", "7").stderr).toMatch(/FILE is an exercise, which has its own t\.$/m);
});

test("a gate is its truth table", () => {
  expect(call("dataset", "xor").stdout).toBe("0,0,0\n0,1,1\n1,0,1\n1,1,0\n");
});

test("help is there for every call", () => {
  for (const args of [
    ["--help"],
    ["train", "--help"],
    ["check", "--help"],
    ["explain", "--help"],
    ["dataset", "--help"],
    ["export", "--help"],
    ["link", "--help"],
    ["open", "--help"],
    ["worksheet", "--help"],
    ["quiz", "--help"],
  ]) {
    const { status, stdout, stderr } = call(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/neural-viz/);
  }
});

describe("bad input is one sentence, exit status 2, and nothing on standard output", () => {
  const sample = [[0, 0, 1]];
  const custom = (samples: unknown): unknown => ({ version: 1, dataset: { name: "custom", samples } });
  test.each<[string, () => string[], RegExp]>([
    ["no call", () => [], /^No command was given\. /],
    ["an unknown call", () => ["fly"], /^Unknown command “fly”\. /],
    ["an export of nothing", () => ["export", "--format", "numpy"], /takes 1 argument, FILE; you gave 0\./],
    ["no format", () => ["export", "file"], /No --format was given\. Choose one of pytorch, notebook, /],
    [
      "an unknown format",
      () => ["export", file({ version: 1 }), "--format", "toString"],
      /Unknown format “toString”\. Choose one of pytorch, notebook, json, npz, safetensors, typescript, numpy, losses, data\./,
    ],
    [
      "a folder that is not there",
      () => ["export", "data", file({ version: 1, training: { epochs: 1 } }), "-o", join(folder, "no", "x")],
      /Couldn’t write .*: there is no such folder/,
    ],
    [
      "a link beyond the limit",
      () => ["link", file({ version: 1 }), "--at", "20000"],
      /--at must be a whole number of updates from 0 to 10000; you entered “20000”/,
    ],
    [
      "a link to scenes",
      () => ["open", encodeURIComponent('{"scenes":[{"experiment":{"version":1},"t":0}]}')],
      /^The link holds 1 scene; it must lead to a single experiment\.$/m,
    ],
    ["a link cut off", () => ["open", "https://example.org/#%7B%22exp"], /The link is incomplete/],
    [
      "an id of nothing",
      () => ["explain", file({ version: 1, training: { epochs: 2 } }), "W.9.1.1@0"],
      /This 2-4-1 network has no parameter W\.9\.1\.1\. Two that it has are W\.1\.1\.1 and b\.1\.1/,
    ],
    [
      "an epoch that was not reached",
      () => ["explain", file({ version: 1, training: { epochs: 2 } }), "L@3"],
      /L@3 is after the end/,
    ],
    ["no id", () => ["explain", "file"], /takes 2 arguments, FILE ID; you gave 1\./],
    ["no file", () => ["train"], /you gave 0/],
    ["two files", () => ["train", "a", "b"], /you gave 2/],
    ["an unknown option", () => ["train", "a", "--fast"], /--fast/],
    [
      "a missing file",
      () => ["train", join(folder, "none.json")],
      /Couldn’t read .*none\.json: there is no such file/,
    ],
    ["a folder", () => ["train", folder], /it is a folder/],
    ["bad JSON", () => ["train", file("{ version: 1")], /is not valid JSON/],
    ["NaN in a file", () => ["train", file('{"version": NaN}')], /is not valid JSON/],
    ["an unknown key", () => ["train", file({ version: 1, speed: 3 })], /has no key “speed”/],
    [
      "a wrong type",
      () => ["train", file({ version: 1, training: { epochs: "9" } })],
      /training\.epochs must be .*; it is "9"/,
    ],
    [
      "a value out of range",
      () => ["train", file({ version: 1, optimizer: { name: "sgd", learningRate: 101 } })],
      /learningRate must be .*at most 100; it is 101/,
    ],
    [
      "a number too large for a double",
      () => ["train", file('{"version":1,"optimizer":{"name":"sgd","learningRate":1e999}}')],
      /learningRate must be .*; it is Infinity/,
    ],
    [
      "a label that is neither 0 nor 1",
      () => ["train", file(custom([[0, 0, 0.5]]))],
      /samples\[0\]\[2\] must be the label 0 or 1; it is 0\.5/,
    ],
    [
      "an output that doesn't fit the targets",
      () => ["train", file({ version: 1, network: { output: { activation: "softmax" } } })],
      /^network\.output must be one of sigmoid \+ crossEntropy, .* for "targets": "binary"; it is softmax\.$/m,
    ],
    [
      "a class too many",
      () => [
        "check",
        file({ version: 1, dataset: { name: "custom", targets: "classes", samples: [[0, 0, 4]] } }),
      ],
      /^dataset\.samples\[0\]\[2\] must be a whole number from 0 to 3; it is 4\.$/m,
    ],
    [
      "a feature without its input",
      () => [
        "export",
        "data",
        file({ version: 1, dataset: { name: "line" }, network: { features: ["x2"] } }),
      ],
      /^network\.features\[0\] must be one of x1, x1\^2, sin\(2\*pi\*x1\); it is "x2"\.$/m,
    ],
    [
      "null for a key that may be left out",
      () => ["worksheet", file({ version: 1, regularization: null })],
      /^regularization must be an object; it is null\.$/m,
    ],
    [
      "a probe with one input too few",
      () => ["explain", file({ version: 1, training: { epochs: 1 } }), "p[probe 0.5]@0"],
      /^\[probe 0\.5\] doesn’t fit data with 2 inputs\. Write \[probe 0\.2,0\.7\] or \[cell 1,1,40\]\.$/m,
    ],
    ["no samples", () => ["train", file(custom([]))], /must have 1 to 5,000 points; it has 0/],
    [
      "200,000 samples",
      () => ["train", file(custom(Array.from({ length: 200_000 }, () => sample[0])))],
      /must have 1 to 5,000 points; it has 200000/,
    ],
    ["an unknown dataset", () => ["dataset", "blob"], /name must be one of .*; it is "blob"/],
    ["custom as a name", () => ["dataset", "custom"], /“custom” stands for points kept in a file/],
    [
      "too many points",
      () => ["dataset", "moons", "--points", "1001"],
      /points must be a whole number from 4 to 1000; it is 1001/,
    ],
    [
      "a word for a number",
      () => ["dataset", "moons", "--points", "many"],
      /--points must be a number; you entered “many”/,
    ],
    ["a negative seed", () => ["dataset", "moons", "--seed", "-1"], /seed must be .*; it is -1/],
    [
      "an empty number",
      () => ["check", file({ version: 1 }), "--at", ""],
      /^--at must be a whole .*; you entered “”/,
    ],
    [
      "a blank number",
      () => ["check", file({ version: 1 }), "--epsilon", " "],
      /^--epsilon must be a number .*; you entered “ ”/,
    ],
    [
      "100,000 brackets",
      () => ["train", file(`{"version":1,"dataset":${"[".repeat(1e5)}${"]".repeat(1e5)}}`)],
      /^dataset must be an object; it is a list of 1 value\./,
    ],
    [
      "10,000 brackets in a link",
      () => ["open", `{"experiment":{"version":1},"t":0,"probe":${"[".repeat(1e4)}${"]".repeat(1e4)}}`],
      /^probe must be two numbers from 0 to 1; it is a list of 1 value\.$/m,
    ],
    [
      "classes of a dataset that has two",
      () => ["dataset", "moons", "--classes", "3"],
      /^dataset has no key “classes”; its keys are name, points, noise, seed, decimals\.$/m,
    ],
    [
      "five classes",
      () => ["dataset", "blobs", "--classes", "5"],
      /classes must be a whole number from 2 to 4; it is 5/,
    ],
    [
      "columns that are no numbers",
      () => ["dataset", "iris", "--columns", "1,petal"],
      /^--columns must be numbers separated by commas, such as 1,3; you entered “1,petal”\.$/m,
    ],
    [
      "a column that doesn't exist",
      () => ["dataset", "iris", "--columns", "5"],
      /columns\[0\] must be a whole number from 1 to 4; it is 5/,
    ],
    [
      "the target as an input",
      () => ["dataset", "penguins", "--columns", "1,4", "--target", "body mass"],
      /^dataset\.columns must leave out column 4, body mass, because it is the target\.$/m,
    ],
    [
      "a target that doesn't exist",
      () => ["dataset", "penguins", "--target", "food"],
      /target must be one of species, body mass; it is "food"/,
    ],
    [
      "seven decimals",
      () => ["dataset", "sine", "--decimals", "7"],
      /decimals must be a whole number from 0 to 6; it is 7/,
    ],
    [
      "an option of a table",
      () => ["dataset", "moons", "--no-scale"],
      /^--no-scale is only allowed with a table/,
    ],
    [
      "an option of a named dataset",
      () => ["dataset", file("1,2,0\n3,4,1\n", "two.csv"), "--points", "4"],
      /^--points is only allowed with a named dataset/,
    ],
    [
      "inputs named twice over",
      () => ["dataset", "two.csv", "--inputs", "1", "--x1", "2"],
      /^Use either --inputs or --x1, not both\.$/m,
    ],
    [
      "five columns",
      () => ["dataset", file("1,2,0\n3,4,1\n", "two.csv"), "--inputs", "1,2,3,1,2"],
      /^--inputs must name 1 to 4 columns; you named 5\.$/m,
    ],
    [
      "a column as input and target",
      () => ["dataset", file("1,2,0\n3,4,1\n", "two.csv"), "--inputs", "1,3", "--target", "3", "--no-scale"],
      /^Column 3 \(column 3\) is there twice\. /,
    ],
    [
      "two labels",
      () => ["dataset", file("1,2,0\n3,4,1\n", "two.csv"), "--target", "2,3", "--targets", "classes"],
      /^--target must name one column with --targets classes; you named 2\./,
    ],
    [
      "an unknown kind of targets",
      () => ["dataset", "two.csv", "--targets", "words"],
      /^--targets must be one of binary, classes, values; you entered “words”\.$/m,
    ],
    [
      "labels that are to be scaled",
      () => ["dataset", file("1,2,0\n3,4,1\n", "two.csv"), "--scale-targets"],
      /^--scale-targets is only allowed with --targets values; here the targets are binary\.$/m,
    ],
    [
      "five labels",
      () => ["dataset", file("1,a\n2,b\n3,c\n4,d\n5,e\n", "five.csv")],
      /^Line 5, column 2 \(column 2\) has a label too many, “e”\. At most 4 are allowed, here “a”, “b”, “c”, “d”\.$/m,
    ],
    [
      "numbers too large for an experiment",
      () => ["dataset", file("1e200,1\n2e200,3\n3e200,7\n", "large.csv"), "--no-scale"],
      /^dataset\.domain\[0\]\[0\] must be a number from -1e\+100 to 1e\+100; it is 1e\+200\.$/m,
    ],
    ["options for a gate", () => ["dataset", "xor", "--seed", "1"], /has no key “seed”/],
  ])("%s", (_name, args, sentence) => {
    const { status, stdout, stderr } = call(...args());
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split("\n").length).toBe(1);
  });
});

test("Ctrl-C stops a long run with nothing on standard output", async () => {
  const long = file({ version: 1, training: { epochs: 5_000_000, autoStop: false } }, "long.json");
  const child = spawn(process.execPath, [bin, "train", long, "--json"]);
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  child.kill("SIGINT");
  const status = await new Promise((resolve) => child.on("exit", resolve));
  expect({ status, stdout }).toEqual({ status: 130, stdout: "" });
});

test("every example runs", () => {
  const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
  const names = readdirSync(examples).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const { status, stdout } = call("train", join(examples, name));
    expect(status).toBe(0);
    expect(stdout).toMatch(/ correct|^RMSE /m);
  }
});

test("dataset turns a table of points into an experiment that trains on them", () => {
  const path = file({}, "people.csv");
  writeFileSync(path, "id;age;height;sick\n1;30,5;170;no\n2;60,5;180;yes\n3;40,5;175;no\n");
  const { stdout, status } = call("dataset", path, "--columns", "2,3,4");
  expect(status).toBe(0);
  const { dataset } = parseExperiment(JSON.parse(stdout));
  expect(dataset).toEqual({
    name: "custom",
    samples: [
      [0, 10 / 30, 0],
      [1, 20 / 30, 1],
      [10 / 30, 15 / 30, 0],
    ],
    map: { scale: 30, x1: 30.5, x2: 160 },
  });
  expect(call("dataset", path, "--columns", "2,3,9").stderr).toMatch(
    /^--columns must be three numbers from 1 to 4, such as 1,2,3; you entered “2,3,9”\.$/m,
  );
});

test("a table's columns and class are chosen by name or number, and standard error says what was taken", () => {
  const path = file("a,b,sick\n0.5,1,yes\n0.25,0,no\n", "chosen.csv");
  const { status, stdout, stderr } = call("dataset", path, "--x1", "b", "--x2", "1", "--class1", "no");
  expect(status).toBe(0);
  expect(parseExperiment(JSON.parse(stdout)).dataset).toEqual({
    name: "custom",
    samples: [
      [1, 0.5, 0],
      [0, 0.25, 1],
    ],
  });
  expect(stderr).toBe(
    "x1 is “b”, x2 is “a”, and the label is “sick”, where “yes” is 0 and “no” is 1; the inputs are not scaled. Choose others with --x1, --x2, --label, and --class1.\n",
  );
});
