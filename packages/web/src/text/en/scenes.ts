import { updates } from "./counts.ts";

export const messages = {
  // View
  empty: "No scenes yet. Set the page up the way you want to show it, then add it here.",
  caption: "Caption",
  add: "Add scene",
  saveFile: "Save scenes",
  copyLink: "Copy link",
  saved: (file: string) => `Saved as ${file}.`,
  after: (t: number) => `after ${updates(t)}`,
  what: (data: string, shape: string, ...rest: readonly string[]) =>
    [`${data}, ${shape}`, ...rest].join(" · "),
  point: (sample: number) => `point ${sample}`,
  step: (zoom: string, unit: number) => `explained step, ${zoom} ${unit}`,
  inspector: (quantity: string) => `inspector: ${quantity}`,
  captionOf: (number: number) => `Caption of scene ${number}`,
  show: (number: number) => `Show scene ${number}`,
  up: (number: number) => `Move scene ${number} up`,
  down: (number: number) => `Move scene ${number} down`,
  renew: (number: number) => `Update scene ${number} to what is shown now`,
  remove: (number: number) => `Remove scene ${number}`,
  keys: "Show a scene to begin. From then on, Page Up and Page Down move between scenes, Home goes to the first, and B blanks the screen. Open a scenes file like any experiment: with Share, or by dropping it onto the page.",

  // Caption
  scene: (number: number, of: number) => `Scene ${number} of ${of}`,
  same: "✓ the same numbers",
  previous: "Previous scene",
  next: "Next scene",
  leave: "Leave the scenes",
};
