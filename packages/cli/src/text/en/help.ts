/** What --help prints: of the program, and of each command. */

export const help = {
  overview: `Neural-Viz: train small networks and inspect every number.

  neural-viz train FILE [--json]           train an experiment
  neural-viz check FILE [options]          compare backprop with finite differences
  neural-viz compare RECORDING [--json]    find the first wrong number of your own training loop
  neural-viz explain FILE ID [--json]      explain where a number comes from
  neural-viz regions FILE [options]        list the regions in which a ReLU network is linear
  neural-viz dataset NAME [options]        print a dataset, one line of inputs and targets per point
  neural-viz dataset FILE.csv [options]    turn a table of points into an experiment
  neural-viz export FILE --format NAME     write the run for PyTorch, as a notebook, as numbers, or as code
  neural-viz import WEIGHTS --into FILE    start an experiment from weights of your own
  neural-viz link FILE [--at T]            print the link that opens the experiment or exercise in the page
  neural-viz open LINK [--json]            print the experiment or exercise in a link
  neural-viz result FILE [--name "..."]    print the run in one line, for handing in
  neural-viz verify FILE.csv [options]     recompute every result line of a class
  neural-viz worksheet FILE [options]      print an exercise for paper, with its answer key
  neural-viz quiz FILE --format NAME       write an exercise as a quiz for Moodle, Canvas, and others
  neural-viz --help, neural-viz COMMAND --help
  neural-viz --version

FILE is an experiment as JSON, or a run written by "export --format json"; - reads standard input.
`,
  train: `neural-viz train FILE [--json]

Trains the experiment in FILE (JSON) and prints the result.

  --json   print all numbers with full precision: initialParameters, firstGradient,
           loss (L before each update), finalLoss, finalParameters, outputs (one row
           per point after the last update: a probability for each class, or ŷ),
           updates, stopped; also
             probability   with a label of 0 or 1
             rmse, r2      with values (r2 only if the targets vary)
             objective     with regularization (J = L + R before each update)
             testLoss      with held-out points

Ctrl-C stops without printing anything.
`,
  check: `neural-viz check FILE [--at T] [--epsilon E] [--json]
neural-viz check FILE --gradient MINE [--at T] [--dtype D] [--json]

Trains the experiment in FILE and compares every gradient with (L(w+E) - L(w-E)) / 2E.
With regularization it compares the gradient of J = L + R.

  --at T       check after T updates (default: the end of the run)
  --epsilon E  the step, 1e-12 to 0.1 (default: 1e-5)
  --json       print maxRelativeError (without kinks and saturation) and for each parameter
               id, backprop, finiteDifference, relativeError, kink, saturated

With --gradient it judges your own gradient of the batch before any update. MINE is .npz or
.json: arrays in the order of the layers, weights with one row per neuron and biases with one
number per neuron, under any names; or in JSON a list with weight and bias for each layer.

  --at T       after T updates (default: 0)
  --dtype D    float64 or float32, the format your code computed in (default: that of the
               arrays in an .npz, else float64)
  --json       print agrees, layers (for each how many of its gradients differ), differing
               (id, yours, ours, tolerance), and mistakes (name, layer, label)

The exit status is then 0 if every gradient agrees and 1 if any differs.
`,
  compare: `neural-viz compare RECORDING [--json]

Reads the recording of your own training loop (a .nviz.jsonl file, or - for standard input) and
judges each update from its own parameters: the loss, every gradient, and every parameter after
the update. A number differs if rounding in the loop's own format can't explain it. The format
is described in docs/recording.md.

  --json   print agrees, updates, tolerance (the smallest error that would have been seen at the
           first difference), first (t, stage, id, yours, ours; null if all agree), differing
           (id, yours, ours; the furthest off first, at most 1000), and mistakes (name, layer,
           label: the known mistakes that reproduce every recorded number)

The exit status is 0 if every number agrees, 1 if any differs, and 2 if the recording can't be read.
`,
  explain: `neural-viz explain FILE ID [--json]

Trains the experiment in FILE and explains one of its numbers.

An ID looks like this, after 42 updates and for point 18:

  parameters   W.1.2.1@42  b.1.2@42  init.1.2.1  rng.3
  data         x[18].1  f[18].3 (a feature)  y[18] (a label)  y[18].2 (a target)  ymean.1
  neurons      z.1.2[18]@42  a.1.2[18]@42  slope.1.2[18]@42  delta.1.2[18]@42
  regions      aff.2.1.1[18]@42 (z of a neuron by input)  affb.2.1[18]@42 (its constant)
  predictions  p[18]@42  p[18].2@42 (of a class)  yhat[18].1@42 (a value)  conf[18]@42
  softmax      zmax[18]@42  ez[18].2@42  S[18]@42  Z[18]@42
  losses       ell[18]@42  L@42  R@42  J@42  Lmean  Ltest@42  Lbatch@42
  quality      acc@42  acctest@42  rmse@42  r2@42
  gradients    gW.1.2.1[18]@42  gW.1.2.1@42  gb.1.2@42  path.W.1.2.1>1[18]@42
  updates      dW.1.2.1@42  dL@42  dJ@42  predicted@42  m.W.1.2.1@42  v.W.1.2.1@42
  settings     h.learningRate@42  h.l2@42

Layers, neurons, points, inputs, and outputs count from 1. Class labels count from 0, so
output 2 belongs to class 1. Instead of a point you can write
[probe 0.2,0.7], with one number for each input, or the center of a cell of a picture:
[cell 1,1,40] (row, column, cells along a side), [cell 1,40] with one input, and
[cell 1,1,40 1,3 18] in the plane of inputs 1 and 3 through point 18.

  --json   print id, value, words, symbols (TeX), expression (a prefix tree of ids and
           constants that gives the value to the last bit), numbers (the largest terms of
           a long sum; others says how many terms its last numbers add up), inputs,
           usedBy, origin
`,
  import: `neural-viz import WEIGHTS --into FILE [--activation NAME,...]

Prints the experiment in FILE with the weights in WEIGHTS as its start. WEIGHTS is
.safetensors, .npz, or JSON: arrays called 0.weight and 0.bias, fc1.weight, layers.2.bias and
so on, or a list of layers with weight and bias. float32 numbers are kept exactly. Pickled
files (.pt, .pth) are never opened.

The widths of the hidden layers are those of the weights. The data, output, loss and training
are those of the experiment.

  --activation NAME,...   the activations of the hidden layers, one for each or one for all
                          (default: those of the experiment, if it has as many layers)
`,
  regions: `neural-viz regions FILE [--at T] [--sample S] [--axes I,J] [--json]

Trains the experiment in FILE and lists the regions in which its network is one linear
(affine) map: where every ReLU stays on or off. Exact for ReLU, leaky ReLU and identity
layers over raw inputs. The regions lie in the domain of the data, usually [0, 1]².

  --at T       after T updates (default: the end of the run)
  --sample S   with three or four inputs, the point that the plane passes through (default: 1)
  --axes I,J   with three or four inputs, the two inputs along the plane (default: 1,2)
  --json       print count and regions; for each region polygon (its corners; for one input
               the two ends), active (for each hidden layer one digit per neuron, 1 where it
               is on; identity layers always are), weight and bias (z of each output is
               weight · x + bias, with one weight per raw input)
`,
  dataset: `neural-viz dataset NAME [--points N] [--noise S] [--seed K] [--classes K]
                        [--columns 1,3] [--target NAME] [--decimals D]

Prints one line x1,...,label or x1,...,y for each point, with full precision and no header.

  two classes   circles, moons, spiral, linear, clusters; xor, and, or
  more classes  blobs, pinwheel, rings
  values        line, sine, step, bumps (one input); plane, hills (two inputs)
  real data     iris, penguins

  --points N     the number of points, 4 to 1000 (default: 200)
  --noise S      the standard deviation of the noise, 0 to 0.3: of the points, in units of the
                 shape's longer side, or of the values, in their own units
  --seed K       0 to 4294967295
  --classes K    of blobs, pinwheel, and rings: 2 to 4 (default: 3)
  --columns 1,3  of real data: one to four columns as inputs
  --target NAME  of penguins: species or body mass (default: species)
  --decimals D   round to this many decimals, 0 to 6

xor, and, or are truth tables and take no options. iris and penguins have no --points,
--noise, or --seed; their numbers are printed as the network gets them, scaled into [0, 1].

neural-viz dataset FILE.csv [--inputs COLUMNS] [--target COLUMNS] [--targets KIND] [options]

Prints an experiment with the points of a table (.csv, .tsv, or .txt). Commas, semicolons,
tabs, or spaces may separate the columns, and decimals may use points or commas; a header is
optional. Inputs outside [0, 1] are scaled into it, and the experiment keeps the map back.
Two inputs with two classes share one scale, so that their picture isn't stretched.

The columns that were chosen are printed to standard error; - reads the table from
standard input.

  --inputs a,b,c        one to four columns by name or number, counted from 1
  --target a,b          the column of the label, or one to four columns of values
  --targets KIND        binary (a label of two kinds), classes (of up to four), or values
  --no-scale            keep the inputs as they are, and draw pictures over their range
  --scale-targets       scale values into [0, 1]
  --x1, --x2, --label   two inputs and the label, each by name or number
  --columns 1,2,3       all three at once, by number
  --class1 VALUE        the label of class 1, of two
`,
  export: ({ formats }: { formats: readonly string[] }) => `neural-viz export FILE --format NAME [-o PATH]
neural-viz export NAME FILE [-o PATH]

Trains the experiment in FILE and writes the run. NAME is one of

${formats.join("\n")}

  -o PATH   write to this file, which can't be FILE (default: standard output)
`,
  link: `neural-viz link FILE [--at T] [--seeds A..B [--count N] [--page URL]]

Prints the end of the link that opens the experiment in the page: #%7B...%7D. If FILE is an
exercise (docs/quizzes.md), the link opens it to be solved.

  --at T         show an experiment after T updates (default: 0)
  --seeds A..B   print a table with a link for each seed of an exercise's initial weights, as
                 CSV; a seed that makes a bad question is left out
  --count N      stop after N good seeds
  --page URL     put this URL before each link
`,
  open: `neural-viz open LINK [--json]

Prints the experiment or exercise in LINK, a whole address or the part after its #. If it has a
fingerprint of the parameters, the run is recomputed, and standard error says so if the
fingerprint doesn't belong to the experiment.

  --json   print it on one line

The exit status is 1 if the fingerprint doesn't belong to the experiment.
`,
  result: `neural-viz result FILE [--name "..."]

Trains the experiment in FILE and prints the run in one line, nviz1:..., which holds everything
needed to recompute it: the experiment, the updates, the loss, and a fingerprint of the
parameters.

  --name "..."   a name to hand it in under, at most 80 characters
`,
  verify: ({ maxUpdates }: { maxUpdates: number }) => `neural-viz verify FILE.csv [--json] [--max-updates N]

Recomputes every result line in the column "result" of a CSV file, on all cores, and judges
finished exercises again. - reads standard input. Rows are counted as in a spreadsheet: the
first row, with the names of the columns, is row 1.

  ok           the run gives exactly these numbers
  differs      it doesn't; why says which number is wrong
  unreadable   the line is damaged, empty, or something else
  duplicate    ok, and the same line as an earlier row but for the name; since one preset gives
               one result, this is advice
  tooLong      the run would take too long and wasn't recomputed

  --json            print {"row", "status", "of", "why"} for each line, one object per line;
                    of is the earlier row of a duplicate. Of a finished exercise, "correct",
                    "asked" and the "seed" of its weights are there, too
  --max-updates N   recompute at most N updates of a line (default: ${maxUpdates}), and fewer where
                    points × parameters are more than 20,000

The exit status is 0 if every line is ok or a duplicate, 1 if one isn't, and 2 if the file
can't be read. A line proves that its numbers belong together, not who computed them.
`,
  worksheet: `neural-viz worksheet FILE [options]

Prints the exercise in FILE, or one update of the experiment in FILE, as an HTML page for
paper: a sheet for each seed, with a name field, the network, and blanks. The key and the
table of answers are files of their own. Open the page in a browser to print it.

  -o PATH            write the sheets to this file (default: standard output)
  --key PATH         write the answer key to this file, with the steps, as HTML
  --table PATH       write all answers to this file, one row for each sheet, as CSV
  --seeds A..B       one sheet for each seed of the initial weights; a seed that makes a bad
                     question is left out
  --count N          stop after N good seeds
  --paper NAME       a4 or letter (default: a4)
  --formulas CHOICE  given or withheld (default: given)
  --blank STAGES     the stages to leave blank: forward, loss, backward, gradient, update,
                     separated by commas (default: all). A stage before them is printed in
                     full, one after them is left out
  --at T             start after T updates. Without an exercise, the weights after T updates
                     are rounded and become the start of one update
  --sample S         follow this point, counted from 1
`,
  quiz: ({ formats }: { formats: readonly string[] }) =>
    `neural-viz quiz FILE --format NAME [--seeds A..B [--count N]] [-o PATH]

Writes the exercise in FILE as a quiz for a learning management system. NAME is one of

${formats.join("\n")}

FILE is an exercise, or a bare experiment, which asks for one whole update of its first point:

  {"experiment": {...}, "t": 0, "sample": 1, "ask": ["z.1.1", "p", "gW.1.1.1", "W.1.1.1@1"],
   "given": ["a.1.1"], "style": "blanks", "digits": 4}

Drawn weights and generated data are rounded to two decimals before they are used, unless
the experiment sets its own decimals. An answer may be off by what rounding every answer
before it can do.

  --seeds A..B   a variant for each seed of the initial weights; a seed that makes a bad
                 question is left out, and standard error says why
  --count N      stop after N good seeds
  -o PATH        write to this file, which can't be FILE (default: standard output)
`,
};
