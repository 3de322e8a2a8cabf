export const words = {
  unknownTool: (name: string) =>
    `Neural-Viz doesn’t recognize the tool “${name}”. The Tools menu has all of them.`,
  // App

  // Area
  enlarge: (title: string) => `Enlarge: ${title}`,

  // Bar
  productName: "Neural-Viz",
  pages: "Pages",
  playground: "Playground",
  lessons: "Lessons",
  reference: "Reference",

  // Page
  skip: "Skip to the page",
  titles: {
    playground: "Neural-Viz: watch a real neural network learn",
    lessons: "Lessons · Neural-Viz",
    lesson: "Lesson · Neural-Viz",
    check: "Ten beliefs · Neural-Viz",
    reference: "Reference · Neural-Viz",
  },

  // Playground
  lockedUntilGuessed: "Locked until you have guessed",

  // Share
  share: "Share",

  // Setup
  setUp: "Set-up",
  data: "Data",
  network: "Network",
  training: "Training",
  setUpOf: (part: string) => `${part} set-up`,

  // Shell
  decisionBoundary: "Decision boundary",
  loss: "Loss",
  skipToThePlayground: "Skip to the playground",
  lesson: "Lesson",
  theLesson: "The lesson",
  theSentence: "The sentence",
  thisTool: "This tool",
  theExplainedStep: "The explained step",
  theInspector: "The inspector",
  controls: "Controls",

  // Presenter
  blank: "The screen is blank. Any key brings it back.",

  // ThemeButton
  theme: "Theme",
  themes: { system: "follows the system", light: "light", dark: "dark" },

  // classroom
  unknownName: (key: string, name: string, names: string) =>
    `${key} has “${name}”; some of ${names} are wanted.`,

  // main
  thePage: "The page",
};
