import { exports, InputError } from "@neural-viz/engine";

/** A call that cannot be carried out: one sentence on standard error, nothing on standard output, exit status 2. */
export class UsageError extends InputError {
  override name = "UsageError";
}

export const overview = `Neural-Viz: train small networks and question every number.

  neural-viz train FILE [--json]           train an experiment file
  neural-viz check FILE [options]          backprop beside finite differences
  neural-viz explain FILE ID [--json]      where a number comes from
  neural-viz dataset NAME [options]        print a dataset as lines x1,x2,label
  neural-viz dataset FILE.csv [options]    print an experiment with the points of a table
  neural-viz export FILE --format NAME     the run in PyTorch, as a notebook, as numbers, as code
  neural-viz link FILE [--at T]            the end of an address that opens the experiment in the page
  neural-viz open LINK [--json]            the experiment in such an address
  neural-viz worksheet FILE [options]      one update on paper, with blanks and an answer key
  neural-viz --help, neural-viz CALL --help
  neural-viz --version

FILE is an experiment as JSON, or a run that "export --format json" wrote; - reads standard input.
`;

export const trainHelp = `neural-viz train FILE [--json]

Trains the experiment in FILE (JSON) and prints what came out.

  --json   all numbers, with full precision: initialParameters, firstGradient,
           loss (L before each update), finalLoss, finalParameters, probability,
           updates, stopped

Ctrl-C stops without printing anything.
`;

export const checkHelp = `neural-viz check FILE [--at T] [--epsilon E] [--json]

Trains the experiment in FILE and compares every gradient with (L(w+E) - L(w-E)) / 2E.

  --at T       after T updates (the end of the run)
  --epsilon E  1e-12 to 0.1 (1e-5)
  --json       maxRelativeError (kinks and saturation left out) and for each parameter
               id, backprop, finiteDifference, relativeError, kink, saturated
`;

export const explainHelp = `neural-viz explain FILE ID [--json]

Trains the experiment in FILE and explains one of its numbers.

ID is, among others, W.1.2.1@42 (a weight after 42 updates), b.1.2@42, z.1.2[18]@42,
a.1.2[18]@42, p[18]@42, ell[18]@42, L@42, delta.1.2[18]@42, gW.1.2.1[18]@42,
gW.1.2.1@42, m.W.1.2.1@42, dW.1.2.1@42, init.1.2.1, rng.3, x[18].1, y[18],
h.learningRate@42, acc@42, conf[18]@42. Layers, units and samples count from 1;
instead of a sample there may stand [probe 0.2,0.7] or [cell 1,1,40].

  --json   id, value, words, symbols (TeX), expression (a prefix tree of ids and
           constants that gives the value to the last bit), numbers (of a long sum the
           largest terms; others says how many its last numbers add up), inputs, usedBy,
           origin
`;

export const datasetHelp = `neural-viz dataset NAME [--points N] [--noise S] [--seed K]

Prints one line x1,x2,label for each sample, with full precision and no header.
NAME is circles, moons, spiral, linear, clusters, xor, and, or.

  --points N   how many, 4 to 1000 (200)
  --noise S    standard deviation of the jitter in units of the shape's larger side, 0 to 0.3
  --seed K     0 to 4294967295

xor, and, or are truth tables and take no options.

neural-viz dataset FILE.csv [--x1 COLUMN] [--x2 COLUMN] [--label COLUMN] [--class1 VALUE]

Prints an experiment with the points of a table (.csv, .tsv or .txt): commas,
semicolons, tabs or spaces, decimal points or commas, with or without a header. Points
outside of [0, 1]² are brought into it by one scale; the map back is kept.

Standard error says what was taken for what; - reads the table from standard input.

  --x1, --x2, --label   a column by its name or its number, counted from 1
  --class1 VALUE        the label that is 1
  --columns 1,2,3       all three columns at once, by number
`;

const formats = Object.entries(exports).map(([name, { label }]) => `  ${name.padEnd(12)} ${label}`);

export const exportHelp = `neural-viz export FILE --format NAME [-o PATH]
neural-viz export NAME FILE [-o PATH]

Trains the experiment in FILE and writes the run as NAME, which is one of

${formats.join("\n")}

  -o PATH   into this file, which must not be FILE (standard output)
`;

export const linkHelp = `neural-viz link FILE [--at T]

Prints what follows the page's address to open the experiment in FILE: #%7B...%7D.

  --at T   as it stands after T updates (0)
`;

export const openHelp = `neural-viz open LINK [--json]

Prints the experiment in LINK, which is a whole address or what stands in it after the #.

  --json   on one line
`;

export const worksheetHelp = `neural-viz worksheet FILE [--at T] [--sample S] [--blank STAGES] [--seeds A..B]

Prints one update of the experiment in FILE as a page of HTML for paper, with blanks
and an answer key on a page of its own.

  --at T           the updates done before it (0)
  --sample S       the point that is followed, from 1 (1)
  --blank STAGES   what is left blank: some of forward, loss, backward, gradient, update,
                   with commas (forward,backward)
  --seeds A..B     a sheet for each seed of the first weights, and one key for all
`;
