/** Error messages for links and lists of scenes. */
import { catalog, type Message } from "../message.ts";

export const links = catalog("links", {
  cutOff: () => "The link is incomplete or was changed. A complete link ends in %7D.",
  noExperiment: () => "The link holds no experiment. Copy one from Share on this page.",
  inPart: ({ where, why }: { where: string; why: Message }) => `In ${where}: ${why.text}`,
});
