export const words = {
  // View
  empty: "No scenes yet. Bring the page to where you want it, then add it here.",
  caption: "Caption",
  add: "Add scene",
  saveFile: "Save scenes",
  copyLink: "Copy link",
  saved: (file: string) => `Saved as ${file}.`,
  after: (updates: string) => `after ${updates} updates`,
  captionOf: (number: number) => `Caption of scene ${number}`,
  show: (number: number) => `Show scene ${number}`,
  up: (number: number) => `Move scene ${number} up`,
  down: (number: number) => `Move scene ${number} down`,
  renew: (number: number) => `Put where you are now into scene ${number}`,
  remove: (number: number) => `Remove scene ${number}`,
  keys: "Page Up and Page Down go from scene to scene, Home to the first; B blanks the screen. A file is opened like any experiment: with Share, or by dropping it.",

  // Caption
  scene: (number: number, of: number) => `Scene ${number} of ${of}`,
  same: "✓ the same numbers",
  previous: "Previous scene",
  next: "Next scene",
  leave: "Leave the scenes",
};
