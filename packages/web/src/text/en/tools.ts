export const messages = {
  tools: "Tools",
};
