export const messages = {
  unknownTool: (name: string) =>
    `Neural-Viz doesn’t recognize the tool “${name}”. The Tools menu lists all of them.`,
  // App

  // Area
  enlarge: (title: string) => `Enlarge: ${title}`,

  // Bar
  productName: "Neural-Viz",
  pages: "Pages",
  playground: "Playground",
  lessons: "Lessons",
  exercises: "Exercises",
  reference: "Reference",

  // Page
  skip: "Skip to the content",
  titles: {
    playground: "Neural-Viz: watch a real neural network learn",
    lessons: "Lessons · Neural-Viz",
    lesson: "Lesson · Neural-Viz",
    check: "Ten common beliefs · Neural-Viz",
    exercises: "Exercises · Neural-Viz",
    reference: "Reference · Neural-Viz",
    exercise: "Exercise · Neural-Viz",
  },

  // Playground
  lockedUntilGuessed: "Locked until you guess",

  // Share
  share: "Share",

  // Setup
  setUp: "Setup",
  data: "Data",
  network: "Network",
  training: "Training",
  setUpOf: (part: string) => `${part} setup`,

  // Shell
  decisionBoundary: "Decision boundary",
  fit: "Fit",
  lossAlong: "Loss as one parameter changes",
  howFarDoesItFall: "How far does one update lower the loss?",
  firstMinute: "First minute",
  loss: "Loss",
  skipToThePlayground: "Skip to the playground",
  lesson: "Lesson",
  theLesson: "The lesson",
  theStrip: "How the maps add up",
  theSentence: "The summary",
  thisTool: "This tool",
  theExplainedStep: "The explained step",
  theInspector: "The inspector",
  controls: "Controls",

  // Presenter
  blank: "The screen is blank. Press any key to bring it back.",

  // ThemeButton
  theme: "Theme",
  themes: { system: "matches your system", light: "light", dark: "dark" },

  // classroom
  unknownName: (key: string, name: string, names: string) =>
    `Neural-Viz doesn’t recognize “${name}” in “${key}”. Choose from ${names}.`,

  // main
  thePage: "The page",
  notLoaded: "A part of Neural-Viz didn’t load. Check your connection and reload the page.",
};
