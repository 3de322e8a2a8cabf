export const messages = {
  // ErrorBoundary
  cannotBeShown: (area: string) => `${area} can’t be shown`,
  tryAgain: "Try again",

  // NumberField
  less: "Less",
  more: "More",

  // Sheet
  close: "Close",

  // Slider
  valueOf: (label: string) => `${label} value`,

  // Waiting
  canceled: (label: string) => `${label}: canceled.`,
  computeAgain: "Compute again",
  progress: (label: string) => `Progress: ${label}`,
  cancel: "Cancel",

  // useNumberDraft
  wholeNumberIn: (min: string, max: string) => `a whole number between ${min} and ${max}`,
  numberIn: (min: string, max: string) => `a number between ${min} and ${max}`,
  aNumber: "a number",
  mustBe: (label: string, fits: string, typed: string) =>
    `${label} must be ${fits}; ${typed === "" ? "the field is empty" : `you entered ${typed}`}.`,
};
