/** Asks where a number comes from, then evaluates its formula to check it. */
import { createRecording, createRun, evaluate, explain, parseExperiment } from "@neural-viz/engine";

const recording = createRecording(parseExperiment({ version: 1, dataset: { name: "xor" } }));
while (recording.live.t < 20) recording.step();

const { value, caption, expression, inputs } = explain(createRun(recording), "a.1.2[3]@20");
const values = new Map<string, number>(inputs.map((input) => [input.id, input.value]));

console.log(caption.text);
console.log(`${value} from ${inputs.map(({ id }) => id).join(", ")}`);
console.log(evaluate(expression!, (id) => values.get(id)!) === value ? "the same bits" : "different bits");
