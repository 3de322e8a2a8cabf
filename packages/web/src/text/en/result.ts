export const messages = {
  confusionMatrix: "Confusion matrix",
  confusionOfTraining: "Confusion matrix: training points",
  confusionOfTest: "Confusion matrix: held-out points",
  actualAndPredicted: "Class ↓ predicted as →",
  predictedAgainstTrue: "Predicted against true",
  plotOf: (count: number, rmse: string) =>
    `Predictions of ${count} points against their targets. On the diagonal they are equal. RMSE ${rmse}.`,
  actual: "target",
  predicted: "prediction",
  rmse: "RMSE",
  testRmse: "RMSE, held-out points",
  ownRmse: "RMSE in the data’s unit",
  noVariance: "doesn’t exist, because all targets are the same",
};
