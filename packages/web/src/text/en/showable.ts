export const messages = {
  notShown: (what: string) =>
    `This page can’t show ${what} yet. It can show two inputs from 0 to 1, two classes, and one sigmoid output with cross-entropy, without extra features or regularization.`,
  targets: { classes: "data with more than two classes", values: "data with values to predict" },
  inputs: (count: number) => (count === 1 ? "1 input" : `${count} inputs`),
  loss: "a squared error",
  features: "extra features",
  regularization: "regularization",
  domain: "inputs over another range",
};
