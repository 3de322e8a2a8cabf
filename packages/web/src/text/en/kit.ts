export const words = {
  // ErrorBoundary
  cannotBeShown: (area: string) => `${area} cannot be shown`,
  tryAgain: "Try again",

  // NumberField
  less: "Less",
  more: "More",

  // Sheet
  close: "Close",

  // Slider
  valueOf: (label: string) => `${label} value`,

  // Waiting
  cancelled: (label: string) => `${label}: cancelled.`,
  computeAgain: "Compute again",
  progress: (label: string) => `Progress: ${label}`,
  cancel: "Cancel",

  // useNumberDraft
  inRange: (label: string, wanted: string, min: string, max: string) =>
    `${label} takes ${wanted} from ${min} to ${max}.`,
  aWholeNumber: "a whole number",
  aNumber: "a number",
  takes: (label: string, wanted: string) => `${label} takes ${wanted}.`,
  nothingTyped: (range: string) => `Nothing was typed. ${range}`,
  notANumber: (typed: string, range: string) => `“${typed}” is not a number. ${range}`,
  notWhole: (typed: string, range: string) => `${typed} is not whole. ${range}`,
  outOfRange: (typed: string, range: string) => `${typed} is out of range. ${range}`,
  tooSmall: (typed: string, range: string) => `${typed} is too small. ${range}`,
  tooLarge: (typed: string, range: string) => `${typed} is too large. ${range}`,
};
