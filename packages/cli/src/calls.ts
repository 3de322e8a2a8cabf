/** The commands of the command line and their arguments. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { errors } from "#text/errors";
import { help } from "#text/help";
import { exports, quizFormats } from "@neural-viz/engine";
import { check } from "./check.ts";
import { checkOwnGradient } from "./checkOwnGradient.ts";
import { compare } from "./compare.ts";
import { dataset } from "./dataset.ts";
import { explain } from "./explain.ts";
import { exportRun } from "./export.ts";
import { importWeights } from "./importWeights.ts";
import { link, open } from "./link.ts";
import { print } from "./print.ts";
import { printQuiz } from "./quiz.ts";
import { regions } from "./regions.ts";
import { result } from "./result.ts";
import { isTable, table, type TableOptions } from "./table.ts";
import { train } from "./train.ts";
import { DEFAULT_MAX_UPDATES, verify } from "./verify.ts";
import { printWorksheet } from "./worksheet.ts";
import { UsageError } from "./usage.ts";

/** Runs the command with its arguments. @throws UsageError, ExperimentError, UnknownQuantity */
export async function carryOut([asked, ...rest]: readonly string[]): Promise<void> {
  switch (asked) {
    case "--help":
    case "-h":
    case "help":
      return print(help.overview);
    case "--version":
      return print(`${version()}\n`);
    case "train": {
      const { values, positionals } = read(rest, { json: flag }, "train");
      return values["help"] === true
        ? print(help.train)
        : train(one(positionals, "train", "FILE"), values["json"] === true);
    }
    case "dataset": {
      const { values, positionals } = read(rest, { ...ofNamed, ...ofTable, ...ofBoth }, "dataset");
      if (values["help"] === true) return print(help.dataset);
      const name = one(positionals, "dataset", "NAME");
      const strange = Object.keys(isTable(name) ? ofNamed : ofTable).find((key) => values[key] !== undefined);
      if (strange !== undefined) {
        throw new UsageError(
          isTable(name) ? errors.onlyNamed({ option: strange }) : errors.onlyTable({ option: strange }),
        );
      }
      if (!isTable(name)) return dataset(name, values);
      const { "no-scale": noScale, "scale-targets": scaleTargets, ...columns } = values;
      return table(name, { ...columns, noScale, scaleTargets } as TableOptions);
    }
    case "check": {
      const { values, positionals } = read(
        rest,
        { json: flag, at: text, epsilon: text, gradient: text, dtype: text },
        "check",
      );
      if (values["help"] === true) return print(help.check);
      const { at, epsilon, gradient, dtype } = values as Record<string, string | undefined>;
      const file = one(positionals, "check", "FILE");
      const json = values["json"] === true;
      if (gradient === undefined) {
        if (dtype !== undefined) throw new UsageError(errors.onlyWithGradient({ option: "--dtype" }));
        return check(file, { at, epsilon }, json);
      }
      if (epsilon !== undefined)
        throw new UsageError(errors.notBoth({ one: "--epsilon", other: "--gradient" }));
      return checkOwnGradient(file, { gradient, at, dtype }, json);
    }
    case "compare": {
      const { values, positionals } = read(rest, { json: flag }, "compare");
      return values["help"] === true
        ? print(help.compare)
        : compare(one(positionals, "compare", "RECORDING"), values["json"] === true);
    }
    case "explain": {
      const { values, positionals } = read(rest, { json: flag }, "explain");
      if (values["help"] === true) return print(help.explain);
      const [file, id] = some(positionals, "explain", ["FILE", "ID"]);
      return explain(file!, id!, values["json"] === true);
    }
    case "regions": {
      const { values, positionals } = read(
        rest,
        { json: flag, at: text, sample: text, axes: text },
        "regions",
      );
      if (values["help"] === true) return print(help.regions);
      const { at, sample, axes } = values as Record<string, string | undefined>;
      return regions(one(positionals, "regions", "FILE"), { at, sample, axes }, values["json"] === true);
    }
    case "export": {
      const { values, positionals } = read(rest, { format: text, output: { ...text, short: "o" } }, "export");
      if (values["help"] === true) return print(help.export({ formats: listed(exports) }));
      const { format, output } = values as Record<string, string | undefined>;
      const named = format === undefined && positionals.length === 2 ? positionals[0] : format;
      const files = named === format ? positionals : positionals.slice(1);
      return exportRun(one(files, "export", "FILE"), named, output);
    }
    case "import": {
      const { values, positionals } = read(rest, { into: text, activation: text }, "import");
      if (values["help"] === true) return print(help.import);
      const { into, activation } = values as Record<string, string | undefined>;
      return importWeights(one(positionals, "import", "WEIGHTS"), { into, activation });
    }
    case "link": {
      const { values, positionals } = read(rest, { at: text, seeds: text, count: text, page: text }, "link");
      if (values["help"] === true) return print(help.link);
      return link(one(positionals, "link", "FILE"), values);
    }
    case "open": {
      const { values, positionals } = read(rest, { json: flag }, "open");
      if (values["help"] === true) return print(help.open);
      return open(one(positionals, "open", "LINK"), values["json"] === true);
    }
    case "result": {
      const { values, positionals } = read(rest, { name: text }, "result");
      if (values["help"] === true) return print(help.result);
      return result(one(positionals, "result", "FILE"), values["name"] as string | undefined);
    }
    case "verify": {
      const { values, positionals } = read(rest, { json: flag, "max-updates": text }, "verify");
      if (values["help"] === true) return print(help.verify({ maxUpdates: DEFAULT_MAX_UPDATES }));
      const most = values["max-updates"] as string | undefined;
      return verify(one(positionals, "verify", "FILE.csv"), most, values["json"] === true);
    }
    case "worksheet": {
      const { values, positionals } = read(rest, ofWorksheet, "worksheet");
      if (values["help"] === true) return print(help.worksheet);
      const { output: path, ...options } = values as Record<keyof typeof ofWorksheet, string | undefined>;
      return printWorksheet(one(positionals, "worksheet", "FILE"), { ...options, path });
    }
    case "quiz": {
      const options = { format: text, seeds: text, count: text, output: { ...text, short: "o" } } as const;
      const { values, positionals } = read(rest, options, "quiz");
      if (values["help"] === true) return print(help.quiz({ formats: listed(quizFormats) }));
      const { format, seeds, count, output: path } = values as Record<string, string | undefined>;
      return printQuiz(one(positionals, "quiz", "FILE"), { format, seeds, count, path });
    }
    case undefined:
      throw new UsageError(errors.noCommand());
    default:
      throw new UsageError(errors.unknownCommand({ asked }));
  }
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const ofWorksheet = {
  at: text,
  sample: text,
  blank: text,
  seeds: text,
  count: text,
  paper: text,
  formulas: text,
  key: text,
  table: text,
  output: { ...text, short: "o" },
} as const;

/* The options of a named dataset, of a table, and of both. */
const ofNamed = { points: text, noise: text, seed: text, classes: text, decimals: text };
const ofTable = {
  x1: text,
  x2: text,
  inputs: text,
  label: text,
  targets: text,
  class1: text,
  "no-scale": flag,
  "scale-targets": flag,
};
const ofBoth = { columns: text, target: text };

/** Formats, one per line. */
const listed = (formats: Readonly<Record<string, { readonly label: string }>>): string[] =>
  Object.entries(formats).map(([name, { label }]) => `  ${name.padEnd(12)} ${label}`);

type Options = Readonly<Record<string, { readonly type: "boolean" | "string"; readonly short?: string }>>;

function read(
  args: readonly string[],
  options: Options,
  call: string,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({
      args: joined(args),
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
  } catch (error) {
    const reason = (error as Error).message.split(". ")[0]!.replaceAll(/\s+/g, " ").replace(/\.$/, "");
    throw new UsageError(errors.unknownOption({ reason, call }));
  }
}

/** Joins a negative number to the option before it, because parseArgs would take it for an option. */
function joined(args: readonly string[]): string[] {
  const all: string[] = [];
  for (const arg of args) {
    const before = all.at(-1);
    if (before !== undefined && /^--[a-z][a-z0-9-]*$/.test(before) && /^-[\d.]/.test(arg)) {
      all[all.length - 1] = `${before}=${arg}`;
    } else all.push(arg);
  }
  return all;
}

/** Checks the number of arguments. @throws UsageError if it's wrong */
function some(positionals: readonly string[], call: string, names: readonly string[]): readonly string[] {
  if (positionals.length === names.length) return positionals;
  throw new UsageError(errors.argumentCount({ call, count: positionals.length, names }));
}

function one(positionals: readonly string[], call: string, name: string): string {
  return some(positionals, call, [name])[0]!;
}

function version(): string {
  const file = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
