export const words = {
  unknownAddress: (fragment: string) => `Neural-Viz doesn’t recognize “${fragment}” in this link.`,
  endsBefore: (asked: number, reached: number) =>
    `This link leads to what the run is after ${asked} updates; the run stops after ${reached}.`,
};
