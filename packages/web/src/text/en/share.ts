export const words = {
  // SavePicture
  pictureOf: (name: string, when: string) => `Neural-Viz: ${name}, ${when}`,
  pictureShows: (dataset: string, shape: string) => `${dataset}, network ${shape}`,
  savedAs: (file: string) => `Saved as ${file}.`,
  picture: "Picture",
  saveAsSvg: "Save as SVG",
  saveAsPng: "Save as PNG",

  // SaveWorksheet
  savedForPrint: (file: string) => `Saved as ${file}: open it and print.`,
  worksheet: "Worksheet",
  whatWorksheetIs: "The next update for the point shown, on paper. Left blank:",
  saveWorksheet: "Save worksheet",

  // Choices
  linkCopied: (length: string) => `Link copied, ${length} characters.`,
  cannotCopy: (link: string) => `The browser does not let this page copy. Here it is: ${link}`,
  copyResult: "Copy result",
  resultCopied: (line: string) => `Copied: ${line}`,
  cannotSave: "The browser does not let this page save files.",
  copyLink: "Copy link",
  opensAt: (when: string) =>
    `Opens this experiment at ${when}, trains it there again, and compares the numbers.`,
  saveExperiment: "Save experiment",
  openExperiment: "Open experiment …",
  experimentFile: "Experiment file",
  fileCanBeDropped: "A file can also be dropped anywhere on the page.",

  // picture
  noPicture: "no picture came of it",
};
