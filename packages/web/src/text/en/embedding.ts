export const messages = {
  notAnOrigin: (value: string) =>
    `Neural-Viz doesn’t recognize “${value}” in “parent”, so it exchanges no messages with the page around it. Use an origin such as https://lms.example.`,
};
