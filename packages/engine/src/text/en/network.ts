/** Error messages for a network and its parameters. */
import { catalog, type Message } from "../message.ts";
import { plural } from "./plural.ts";

const numbers = { one: "number", other: "numbers" };

export const network = catalog("network", {
  notAMatrix: ({ layer }: { layer: number }) =>
    `The weights of layer ${layer} must form a matrix with one row for each bias.`,
  notNumbers: ({ layer, found }: { layer: number; found: Message }) =>
    `The weights and biases of layer ${layer} must be numbers; one of them is ${found.text}.`,
  parameterCount: ({ given, size }: { given: number; size: number }) =>
    `network.initializer.parameters must have ${plural(size, numbers)} for this network; it has ${given}.`,
  lengths: ({ what, length, size }: { what: "parameters" | "gradient"; length: number; size: number }) =>
    `The ${what === "parameters" ? "parameter" : "gradient"} vector must have ${plural(size, numbers)} for this network; it has ${length}.`,
  noParameter: ({ name, shape }: { name: string; shape: string }) =>
    `This ${shape} network has no parameter ${name}. Two that it has are W.1.1.1 and b.1.1.`,
  samePlaneAxes: ({ name }: { name: string }) => `A plane needs two different parameters; both are ${name}.`,
  noDirection: ({ length }: { length: string }) =>
    `The gradient’s length is ${length}, so it has no direction here. Choose two parameters instead.`,
});
