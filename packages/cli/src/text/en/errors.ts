/** What is wrong with a call, and what is allowed. */
import { catalog, plural } from "@neural-viz/engine";

const reasons = {
  missing: "there is no such file",
  noFolder: "there is no such folder",
  folder: "it is a folder",
  forbidden: "permission was denied",
};

/** Why a file can't be read or written; another reason is the system's own code. */
type Reason = keyof typeof reasons;

const said = (reason: Reason | { readonly code: string }): string =>
  typeof reason === "string" ? reasons[reason] : reason.code;

const commands =
  "The commands are train, check, compare, explain, regions, dataset, export, import, link, open, result, verify, worksheet, and quiz. Try `neural-viz --help`.";

export const errors = catalog("errors", {
  noCommand: () => `No command was given. ${commands}`,
  unknownCommand: ({ asked }: { asked: string }) => `Unknown command “${asked}”. ${commands}`,
  unknownOption: ({ reason, call }: { reason: string; call: string }) =>
    `${reason}. Try \`neural-viz ${call} --help\`.`,
  argumentCount: ({ call, count, names }: { call: string; count: number; names: readonly string[] }) =>
    `neural-viz ${call} takes ${plural(names.length, { one: "argument", other: "arguments" })}, ${names.join(" ")}; you gave ${count}.`,
  notANumber: ({ option, text }: { option: string; text: string }) =>
    `${option} must be a number; you entered “${text}”.`,
  notNumbers: ({ option, text }: { option: string; text: string }) =>
    `${option} must be numbers separated by commas, such as 1,3; you entered “${text}”.`,
  notWhole: ({ option, text, from }: { option: string; text: string; from: number }) =>
    `${option} must be a whole number of at least ${from}; you entered “${text}”.`,
  updates: ({ option, text, limit }: { option: string; text: string; limit: number }) =>
    `${option} must be a whole number of updates from 0 to ${limit}; you entered “${text}”.`,
  importsInto: () =>
    "A file of weights says nothing of the data, the loss or the training. Name an experiment that does with --into FILE.",
  pickled: () =>
    "WEIGHTS must be .safetensors, .npz or .json; a pickled file can run code when it’s opened. Save the weights with safetensors.torch.save_file or np.savez.",
  activation: ({ text, allowed }: { text: string; allowed: readonly string[] }) =>
    `--activation must be one or more of ${allowed.join(", ")}, separated by commas; you entered “${text}”.`,
  sample: ({ text, count }: { text: string; count: number }) =>
    `--sample must be a whole number from 1 to ${count}; you entered “${text}”.`,
  axes: ({ text, inputs }: { text: string; inputs: number }) =>
    `--axes must be two different inputs from 1 to ${inputs}, such as 1,2; you entered “${text}”.`,
  noPlane: ({ option, inputs }: { option: string; inputs: number }) =>
    `${option} is only allowed with three or four inputs; these data have ${inputs}.`,
  epsilon: ({ text }: { text: string }) =>
    `--epsilon must be a number from 1e-12 to 0.1; you entered “${text}”.`,
  afterEnd: ({ at, t }: { at: number; t: number }) =>
    `--at is ${at}, but this run ends after ${plural(t, { one: "update", other: "updates" })}.`,
  customDataset: ({ names }: { names: readonly string[] }) =>
    `“custom” stands for points kept in a file, so it can’t be generated. Choose one of ${names.join(", ")}.`,
  column: ({ option, text, count }: { option: string; text: string; count: number }) =>
    `${option} must be the name of a column or a number from 1 to ${count}; you entered “${text}”.`,
  columns: ({ text, count }: { text: string; count: number }) =>
    `--columns must be three numbers from 1 to ${count}, such as 1,2,3; you entered “${text}”.`,
  manyColumns: ({ option, count, most }: { option: string; count: number; most: number }) =>
    `${option} must name 1 to ${most} columns; you named ${count}.`,
  oneTarget: ({ targets, count }: { targets: string; count: number }) =>
    `--target must name one column with --targets ${targets}; you named ${count}. Several columns need --targets values.`,
  targets: ({ text, known }: { text: string; known: readonly string[] }) =>
    `--targets must be one of ${known.join(", ")}; you entered “${text}”.`,
  notBoth: ({ one, other }: { one: string; other: string }) => `Use either ${one} or ${other}, not both.`,
  onlyWithGradient: ({ option }: { option: string }) => `${option} is only allowed with --gradient.`,
  dtype: ({ text }: { text: string }) => `--dtype must be float64 or float32; you entered “${text}”.`,
  onlyForValues: ({ option, targets }: { option: string; targets: string }) =>
    `${option} is only allowed with --targets values; here the targets are ${targets}.`,
  onlyForBinary: ({ option, targets }: { option: string; targets: string }) =>
    `${option} is only allowed with --targets binary; here the targets are ${targets}.`,
  onlyNamed: ({ option }: { option: string }) =>
    `--${option} is only allowed with a named dataset, not with a table. Try \`neural-viz dataset --help\`.`,
  onlyTable: ({ option }: { option: string }) =>
    `--${option} is only allowed with a table (.csv, .tsv, or .txt). Try \`neural-viz dataset --help\`.`,
  binary: ({ format }: { format: string }) =>
    `${format} is a binary format. Write it to a file with -o PATH.`,
  noFormat: ({ names }: { names: readonly string[] }) =>
    `No --format was given. Choose one of ${names.join(", ")}.`,
  unknownFormat: ({ format, names }: { format: string; names: readonly string[] }) =>
    `Unknown format “${format}”. Choose one of ${names.join(", ")}.`,
  notWritten: ({ path, reason }: { path: string; reason: Reason | { code: string } }) =>
    `Couldn’t write ${path}: ${said(reason)}.`,
  notRead: ({ path, reason }: { path: string; reason: Reason | { code: string } }) =>
    `Couldn’t read ${path}: ${said(reason)}.`,
  sameFile: ({ path }: { path: string }) => `${path} is the input file. Choose another file for the output.`,
  manyScenes: ({ count }: { count: number }) =>
    `The link holds ${plural(count, { one: "scene", other: "scenes" })}; it must lead to a single experiment.`,
  noAtForExercise: () =>
    "--at shows an experiment after T updates, but FILE is an exercise, which has its own t.",
  givenWeights: () => "--seeds draws new weights, but this experiment gives its initial weights.",
  seeds: ({ text, most }: { text: string; most: number }) =>
    `--seeds must be a range of at most ${most} seeds, such as 1..30; you entered “${text}”.`,
  quizStyle: ({ style }: { style: string }) =>
    `A quiz asks for numbers, so the exercise’s style must be worked or blanks; it is ${style}.`,
  allRejected: ({ count }: { count: number }) =>
    `${count === 1 ? "The seed makes a bad question" : `All ${count} seeds make bad questions`}, for the reasons above. Ask for other numbers, another point, or other seeds.`,
  tooFewSeeds: ({ good, count }: { good: number; count: number }) =>
    `Only ${good} of the seeds are good, and --count asks for ${count}. Give --seeds a longer range.`,
  countWithoutSeeds: () => "--count needs --seeds, such as --seeds 1..100 --count 60.",
  pageWithoutSeeds: () =>
    "--page needs --seeds; without seeds the link’s end is printed, to be added to any page’s URL.",
  noSeedsForExperiment: () =>
    '--seeds gives links to variants of an exercise, and this file is an experiment. Written as {"experiment": {…}} it’s an exercise.',
  notAPage: ({ text }: { text: string }) =>
    `--page must be the URL of a page, such as https://your.host/neural-viz/; you entered “${text}”.`,
  noSolution: ({ why }: { why: string }) => `The exercise doesn’t work: ${why}.`,
  resultOfExercise: () =>
    "This file is an exercise. Its line to hand in has the answers, so it’s copied on the page when the exercise is finished.",
  blankNothing: ({ blank, asked }: { blank: string; asked: readonly string[] }) =>
    `--blank ${blank} leaves nothing blank; this exercise asks about ${asked.join(", ")}.`,
  blankStyle: ({ style }: { style: string }) =>
    `--blank is for exercises of the style blanks; this one is ${style}.`,
  oneOf: ({ option, text, known }: { option: string; text: string; known: readonly string[] }) =>
    `${option} must be ${known.join(" or ")}; you entered “${text}”.`,
  outputTwice: ({ path }: { path: string }) =>
    `${path} can’t hold two outputs. Choose a file for each of -o, --key, and --table.`,
  stages: ({ wrong, known }: { wrong: string; known: readonly string[] }) =>
    `--blank must be a list from ${known.join(", ")}, separated by commas; it has “${wrong}”.`,
  noResults: ({ name }: { name: string }) =>
    `${name} must be a CSV file with a column “result” in its first row.`,
  standardInput: () => "Standard input",
  unknownReason: () => "unknown reason",
});
