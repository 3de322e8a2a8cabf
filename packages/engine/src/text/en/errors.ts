/** What is wrong with an input, and what is allowed. */
import { catalog } from "../message.ts";

export const errors = catalog("errors", {
  samePlaneAxes: ({ name }: { name: string }) => `A plane needs two different parameters; both are ${name}.`,
});
