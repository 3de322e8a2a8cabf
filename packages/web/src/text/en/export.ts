export const words = {
  // View
  exportedAtRest: "A run is exported where it rests: pause it first.",
  copied: "Copied.",
  cannotCopy: "The browser does not let this page copy; save it as a file instead.",
  cannotSave: "The browser does not let this page save files; copy it instead.",
  as: "As",
  upTo: (when: string) => `The run up to ${when}`,
  copy: "Copy",
  savedAs: (file: string) => `Saved as ${file}.`,
  saveAs: (file: string) => `Save as ${file}`,
  bytesOf: (count: string) =>
    `${count} bytes: an archive that numpy.load opens, with the names of the PyTorch model: 0.weight, 0.bias, 2.weight …`,
};
