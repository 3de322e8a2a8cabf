import { points } from "./counts.ts";

export const messages = {
  // Drawing
  noDrawing:
    "Points can be drawn where they have two inputs and a label, or one or two inputs and one value. The data now are of another kind, so paste or open a table here.",
  add: (label: number) => `Add ${"◆●▲✚"[label]} ${label}`,
  addPoint: "Add",
  value: "Value of the next point",
  move: "Move",
  erase: "Erase",
  placeWithValue: (place: string, value: string) => `${place} with value ${value}`,
  pointIsAt: (point: number, place: string) => `Point ${point} is at ${place}.`,
  pointAdded: (point: number, label: number | undefined, place: string) =>
    `Added point ${point}${label === undefined ? "" : ` of class ${label}`} at ${place}.`,
  thereIsNoPointHere: "There is no point here.",
  pointErased: (point: number, left: number) => `Erased point ${point}. Left: ${points(left)}.`,
  crossAt: (place: string) => `Crosshair at ${place}.`,
  drawPoints: "Draw points",
  whatAPressDoes: "What a press does",
  undo: "Undo",
  redo: "Redo",
  drawingOfPoints: "drawing of points",
  drawingOf: (count: number) =>
    `${points(count)}. Arrow keys move the crosshair, Enter does what is chosen above.`,
  howToDraw: (surface: "labels" | "values" | "curve") =>
    `${surface === "curve" ? "Press anywhere in the plane: the input goes across, the value goes up." : "Press anywhere in the square."} A new run begins with the new points.`,

  // Reading
  pointsAreTheData: (count: number) => `The data now: ${points(count)}.`,
  readATable: "Read a table",
  pasteLines: "Paste lines of inputs, and then a label or values",
  openATable: "Open a table…",
  tableFile: "Table file",
  orDropAFile: "or drop a .csv file onto the page",
  whatCanBeRead: (most: number) =>
    `Separate values with commas, semicolons, tabs, or spaces. Decimals can use points or commas, a header is optional, and up to ${points(most)} fit. Undo brings the old data back.`,
  takeThese: (count: number) => (count === 1 ? "Use this point" : `Use these ${points(count)}`),
  classOf: (name: string, label: number) => `“${name}” is class ${label}`,
  inputsStay: (classes: string) =>
    `${classes === "" ? "" : `${classes}. `}The inputs already lie between 0 and 1 and stay as they are.`,
  inputRange: (input: string, low: string, high: string) => `${input} from ${low} to ${high}`,
  inputsKept: (classes: string, ranges: string) =>
    `${classes === "" ? "" : `${classes}. `}The inputs aren’t rescaled; the network sees them as they are: ${ranges}. Inputs far from [0, 1] often need a smaller learning rate.`,
  dontRescale: "Don’t rescale the inputs",
  inputsScaled: (classes: string, shifts: string, alike: boolean) =>
    `${classes === "" ? "" : `${classes}. `}${alike ? "Both inputs are scaled alike to fit [0, 1]²" : "The inputs are scaled to span [0, 1]"}: ${shifts}. The axes show the original values.`,
  targets: "Targets",
  binary: "two classes",
  classes: "several classes",
  values: "values",
  inputs: "Inputs",
  outputs: "Values",
  label: "Label",
  theFirstLines: "The first lines",
  firstLinesOfTheTable: "The first lines of the table",

  // samples
  lastPointStays: "A network needs at least 1 point, so this one stays.",
  noMorePoints: (most: number) => `The data can have at most ${points(most)}.`,
};
