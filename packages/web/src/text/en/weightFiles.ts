import { plural } from "@neural-viz/engine";

export const messages = {
  pickled:
    "A pickled file (.pt, .pth) can run code when it’s opened. Save the weights with safetensors.torch.save_file or np.savez.",
  otherFile: (name: string) => `The file must be .safetensors, .npz or .json; “${name}” is something else.`,
  fromFile: "Start from a file",
  file: "File of weights: .safetensors, .npz or .json",
  offered: (name: string) => `Weights from ${name}`,
  holds: (shape: readonly number[], numbers: number, single: boolean) =>
    `A ${shape.join("-")} network with ${plural(numbers, { one: "number", other: "numbers" })}${single ? ", float32, kept exactly" : ""}. The data, the output, the loss and the training stay as they are.`,
  notSaid: "The file doesn’t say the activations:",
  activationOf: (l: number) => `Activation of hidden layer ${l}`,
  start: "Start from these weights",
  leave: "Leave them",
};
