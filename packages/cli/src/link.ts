/** neural-viz link FILE and neural-viz open LINK: an experiment as an address, and back. */
import { readLink, writeLink } from "@neural-viz/engine";
import { print, toJson } from "./print.ts";
import { readExperiment } from "./run.ts";
import { UsageError } from "./usage.ts";

export function link(file: string, at: string | undefined): void {
  const experiment = readExperiment(file);
  const { epochs } = experiment.training;
  const t = at === undefined ? 0 : at.trim() === "" ? NaN : Number(at);
  if (!Number.isInteger(t) || t < 0 || t > epochs) {
    throw new UsageError(
      `--at is ${at}; a whole number of updates from 0 to the limit of ${epochs} is wanted.`,
    );
  }
  print(`#${writeLink({ experiment, t, inspect: undefined })}\n`);
}

export function open(address: string, json: boolean): void {
  const { experiment } = readLink(address.slice(address.indexOf("#") + 1)); // without a # all of it
  print(json ? toJson(experiment) : `${JSON.stringify(experiment, undefined, 2)}\n`);
}
