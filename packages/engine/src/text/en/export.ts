/** What the forms are called in which a run can be exported. */
export const exportNames = {
  pytorch: "PyTorch script",
  notebook: "Notebook",
  json: "Parameters (JSON)",
  npz: "Parameters (NumPy)",
  typescript: "TypeScript function",
  numpy: "NumPy function",
  losses: "Losses (CSV)",
  data: "Data (CSV)",
};
