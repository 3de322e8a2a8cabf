export const messages = {
  // SavePicture
  pictureOf: (name: string, when: string) => `Neural-Viz: ${name}, ${when}`,
  pictureShows: (dataset: string, shape: string) => `${dataset}, network ${shape}`,
  savedAs: (file: string) => `Saved as ${file}.`,
  picture: "Picture",
  saveAsSvg: "Save as SVG",
  saveAsPng: "Save as PNG",

  // SaveWorksheet
  savedForPrint: (file: string) => `Saved as ${file}. Open it and print it.`,
  worksheet: "Worksheet",
  whatWorksheetIs:
    "One update by hand, for the point shown. The sheet starts from the weights shown, rounded to two decimals. Leave blank:",
  saveWorksheet: "Save worksheet",
  saveKey: "Save answer key",
  cannotTypeset: "Couldn’t load the fonts for formulas. Check your connection and try again.",

  // Choices
  linkCopied: (length: string) => `Link copied, ${length} characters.`,
  linkToFileCopied: (length: string) =>
    `Link copied, ${length} characters. It opens this file on this computer. For someone else, send the file and the part of the link from # on.`,
  cannotCopy: (link: string) => `The browser doesn’t let this page copy. Here it is: ${link}`,
  copyResult: "Copy result",
  resultName: "Your name (optional)",
  whatResultIs: "The result is one line to hand in. It holds everything needed to recompute the run.",
  resultSaved: (file: string) => `The result is too long for one line to copy, so it was saved as ${file}.`,
  resultCopied: (length: string) => `Result copied, ${length} characters.`,
  cannotSave: "The browser doesn’t let this page save files.",
  copyLink: "Copy link",
  opensAt: (when: string) =>
    `The link opens this experiment, retrains it to ${when}, and checks that the numbers match.`,
  saveExperiment: "Save experiment",
  openExperiment: "Open experiment…",
  experimentFile: "Experiment file",
  fileCanBeDropped: "You can also drop a file anywhere on the page.",

  // picture
  noPicture: "Couldn’t create the image.",
};
