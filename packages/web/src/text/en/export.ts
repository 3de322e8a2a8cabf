export const messages = {
  // View
  exportedAtRest: "Pause training first to export the run.",
  copied: "Copied.",
  cannotCopy: "The browser doesn’t let this page copy. Save a file instead.",
  cannotSave: "The browser doesn’t let this page save files. Copy the text instead.",
  as: "Format",
  upTo: (when: string) => `The run up to ${when}`,
  copy: "Copy",
  savedAs: (file: string) => `Saved as ${file}.`,
  saveAs: (file: string) => `Save as ${file}`,
  bytesOf: (count: string) =>
    `${count} bytes. An archive for numpy.load, with the parameter names of the PyTorch model: 0.weight, 0.bias, 2.weight …`,
};
