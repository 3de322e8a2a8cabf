/** The names of the export formats. */
export const exportNames = {
  pytorch: "PyTorch script",
  notebook: "Notebook",
  json: "Parameters (JSON)",
  npz: "Parameters (NumPy)",
  safetensors: "Parameters (safetensors)",
  typescript: "TypeScript function",
  numpy: "NumPy function",
  losses: "Losses (CSV)",
  data: "Data (CSV)",
};
