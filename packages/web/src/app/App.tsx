import { useState } from "react";
import { Button } from "../views/kit/Button.tsx";
import { Disclosure } from "../views/kit/Disclosure.tsx";
import { PlayIcon } from "../views/kit/icons.tsx";
import { NumberField } from "../views/kit/NumberField.tsx";
import { NumberText } from "../views/kit/NumberText.tsx";
import { ProgressBar } from "../views/kit/ProgressBar.tsx";
import { Segmented } from "../views/kit/Segmented.tsx";
import { Select } from "../views/kit/Select.tsx";
import { Slider } from "../views/kit/Slider.tsx";
import { Switch } from "../views/kit/Switch.tsx";
import { Tex } from "../views/kit/Tex.tsx";
import { Thumbs } from "../views/kit/Thumbs.tsx";
import { Tooltip } from "../views/kit/Tooltip.tsx";
import { useSize } from "../views/kit/useSize.ts";
import { Shell } from "./Shell.tsx";

/** The shell with stand-ins: every box shows its own size. */
export function App() {
  const [dataset, setDataset] = useState("circles");
  const [noise, setNoise] = useState(0.02);
  const [rate, setRate] = useState(0.1);
  const [points, setPoints] = useState(200);
  const [face, setFace] = useState("map");
  const [stop, setStop] = useState(true);
  return (
    <Shell
      sentence={
        <p>
          This network has learned nothing yet: 97 of 200 points are on the right side, about what a coin
          would get. Press Train.
        </p>
      }
      setup={{
        data: (
          <>
            <Thumbs
              label="Dataset"
              value={dataset}
              onChange={setDataset}
              note={`${points} points`}
              options={["Circles", "XOR", "Moons", "Spiral", "Clusters", "AND", "OR", "Linear"].map(
                (label) => ({ value: label.toLowerCase(), label, picture: <Blob /> }),
              )}
            />
            <Slider label="Noise" value={noise} min={0} max={0.3} step={0.01} onChange={setNoise} />
            <NumberField label="Points" value={points} min={4} max={1000} onChange={setPoints} />
          </>
        ),
        network: (
          <>
            <NumberField label="Neurons" value={4} min={1} max={8} steppers onChange={() => {}} />
            <Select
              label="Activation"
              hideLabel
              value="tanh"
              options={[
                { value: "tanh", label: "tanh" },
                { value: "relu", label: "ReLU" },
              ]}
              onChange={() => {}}
            />
          </>
        ),
        training: (
          <>
            <Select
              label="Optimizer"
              hideLabel
              value="adam"
              options={[{ value: "adam", label: "Adam" }]}
              onChange={() => {}}
            />
            <Slider
              label="Learning rate"
              symbol={<Tex tex="\eta" plain="η" />}
              value={rate}
              min={1e-4}
              max={1}
              scale="log"
              onChange={setRate}
            />
            <Disclosure label="More settings">
              <Switch
                label="Stop when every point has been right and over 95 % confident for 50 epochs"
                checked={stop}
                onChange={setStop}
              />
            </Disclosure>
          </>
        ),
      }}
      network={{
        head: (
          <>
            <Segmented
              label="Faces"
              value={face}
              onChange={setFace}
              options={[
                { value: "map", label: "Map" },
                { value: "value", label: "Value" },
              ]}
            />
            <Select
              label="Colour"
              hideLabel
              value="gradient"
              options={[{ value: "gradient", label: "Colour: gradient" }]}
              onChange={() => {}}
            />
          </>
        ),
        body: <Box />,
      }}
      boundary={{ head: <span>97 of 200 on the right side</span>, body: <Box /> }}
      loss={{ head: <NumberText width={6}>0.6999</NumberText>, body: <Box /> }}
      controls={{
        buttons: (
          <>
            <Button look="primary">
              <PlayIcon /> Train
            </Button>
            <Button>Step</Button>
            <Tooltip text="new random weights">
              <Button look="quiet">Reset</Button>
            </Tooltip>
          </>
        ),
        track: <ProgressBar label="Epochs" value={218} max={10000} />,
        pace: <NumberText width={6}>218</NumberText>,
      }}
    />
  );
}

function Blob() {
  return (
    <svg viewBox="0 0 40 40">
      <circle
        cx="20"
        cy="20"
        r="13"
        fill="none"
        stroke="var(--point-0)"
        strokeWidth="3"
        strokeDasharray="3 4"
      />
      <circle cx="20" cy="20" r="5" fill="var(--point-1)" />
    </svg>
  );
}

function Box() {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div
      ref={ref}
      style={{ height: "100%", background: "var(--sunken)", border: "1px solid var(--line-strong)" }}
    >
      {size && `${Math.round(size.width)} × ${Math.round(size.height)}`}
    </div>
  );
}
