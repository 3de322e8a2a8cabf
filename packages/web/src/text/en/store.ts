import { updates } from "./counts.ts";

export const messages = {
  unknownAddress: (fragment: string) => `Neural-Viz doesn’t recognize “${fragment}” in this link.`,
  endsBefore: (asked: number, reached: number) =>
    `This link asks for the run after ${updates(asked)}, but the run stops after ${updates(reached)}.`,
};
