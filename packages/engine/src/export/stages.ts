/** The stages of an update, in their order. */
export const stages = {
  forward: "Forward: make a guess",
  loss: "Loss: price the guess",
  backward: "Backward: who is to blame, and how much",
  gradient: "Gradient of this point",
  update: "Update: change the weights",
} as const;

/** What a stage of the worksheet is called. */
export type WorksheetStage = keyof typeof stages;
