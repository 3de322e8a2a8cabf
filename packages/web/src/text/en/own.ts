export const words = {
  // Drawing
  add1: "Add ● 1",
  add0: "Add ◆ 0",
  move: "Move",
  erase: "Erase",
  pointIsAt: (point: number, x1: string, x2: string) => `Point ${point} is at ${x1}, ${x2}.`,
  pointAdded: (point: number, label: number, x1: string, x2: string) =>
    `Point ${point} of class ${label} added at ${x1}, ${x2}.`,
  thereIsNoPointHere: "There is no point here.",
  pointErased: (point: number, left: number) => `Point ${point} erased; ${left} are left.`,
  crossAt: (x1: string, x2: string) => `Cross at ${x1}, ${x2}.`,
  drawPoints: "Draw points",
  whatAPressDoes: "What a press does",
  undo: "Undo",
  redo: "Redo",
  drawingOfPoints: "drawing of points",
  drawingOf: (count: number) => `${count} points. Arrow keys move a cross, Enter does what is chosen above.`,
  pressTheSquare: "Press the square. The network trains on the new points at once.",

  // Reading
  pointsAreTheData: (count: string) => `${count} points are the data now.`,
  readATable: "Read a table",
  pasteLines: "Paste lines of two inputs and a label",
  openATable: "Open a table …",
  tableFile: "Table file",
  orDropAFile: "or drop a .csv onto the page",
  whatCanBeRead: (most: string) =>
    `Commas, semicolons, tabs or spaces; decimal points or commas; with or without a header; up to ${most} points. The data can be had back with Undo.`,
  takeThese: (count: string) => `Use these ${count} points`,
  classOf: (name: string, label: number) => `“${name}” is class ${label}`,
  inputsStay: (classes: string) => `${classes}. The inputs lie in [0, 1]² and stay as they are.`,
  inputsScaled: (classes: string, x1: string, x2: string) =>
    `${classes}. One scale brings the inputs into [0, 1]²: x₁ = ${x1}, x₂ = ${x2}. The axes show what the file says.`,
  label: "Label",
  theFirstLines: "The first lines",
  firstLinesOfTheTable: "The first lines of the table",

  // samples
  lastPointStays: "A network needs at least 1 point; this one stays.",
  noMorePoints: (most: number) => `There are ${most} points already; no more are taken.`,
};
