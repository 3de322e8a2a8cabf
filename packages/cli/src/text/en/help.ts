/** What --help prints: of the program, and of each command. */

export const help = {
  overview: `Neural-Viz: train small networks and inspect every number.

  neural-viz train FILE [--json]           train an experiment
  neural-viz check FILE [options]          compare backprop with finite differences
  neural-viz explain FILE ID [--json]      explain where a number comes from
  neural-viz dataset NAME [options]        print a dataset as lines x1,x2,label
  neural-viz dataset FILE.csv [options]    turn a table of points into an experiment
  neural-viz export FILE --format NAME     write the run for PyTorch, as a notebook, as numbers, or as code
  neural-viz link FILE [--at T]            print the link that opens the experiment in the page
  neural-viz open LINK [--json]            print the experiment in a link
  neural-viz worksheet FILE [options]      print one update to work out on paper, with an answer key
  neural-viz --help, neural-viz COMMAND --help
  neural-viz --version

FILE is an experiment as JSON, or a run written by "export --format json"; - reads standard input.
`,
  train: `neural-viz train FILE [--json]

Trains the experiment in FILE (JSON) and prints the result.

  --json   print all numbers with full precision: initialParameters, firstGradient,
           loss (L before each update), finalLoss, finalParameters, probability,
           updates, stopped

Ctrl-C stops without printing anything.
`,
  check: `neural-viz check FILE [--at T] [--epsilon E] [--json]

Trains the experiment in FILE and compares every gradient with (L(w+E) - L(w-E)) / 2E.

  --at T       check after T updates (default: the end of the run)
  --epsilon E  the step, 1e-12 to 0.1 (default: 1e-5)
  --json       print maxRelativeError (without kinks and saturation) and for each parameter
               id, backprop, finiteDifference, relativeError, kink, saturated
`,
  explain: `neural-viz explain FILE ID [--json]

Trains the experiment in FILE and explains one of its numbers.

An ID looks like W.1.2.1@42 (a weight after 42 updates), b.1.2@42, z.1.2[18]@42,
a.1.2[18]@42, p[18]@42, ell[18]@42, L@42, delta.1.2[18]@42, gW.1.2.1[18]@42,
gW.1.2.1@42, m.W.1.2.1@42, dW.1.2.1@42, init.1.2.1, rng.3, x[18].1, y[18],
h.learningRate@42, acc@42, or conf[18]@42. Layers, neurons, and points count from 1.
Instead of a point you can write [probe 0.2,0.7] or [cell 1,1,40].

  --json   print id, value, words, symbols (TeX), expression (a prefix tree of ids and
           constants that gives the value to the last bit), numbers (the largest terms of
           a long sum; others says how many terms its last numbers add up), inputs,
           usedBy, origin
`,
  dataset: `neural-viz dataset NAME [--points N] [--noise S] [--seed K]

Prints one line x1,x2,label for each point, with full precision and no header.
NAME is one of circles, moons, spiral, linear, clusters, xor, and, or.

  --points N   the number of points, 4 to 1000 (default: 200)
  --noise S    the standard deviation of the noise, in units of the shape's longer side, 0 to 0.3
  --seed K     0 to 4294967295

xor, and, or are truth tables and take no options.

neural-viz dataset FILE.csv [--x1 COLUMN] [--x2 COLUMN] [--label COLUMN] [--class1 VALUE]

Prints an experiment with the points of a table (.csv, .tsv or .txt). Commas, semicolons,
tabs, or spaces may separate the columns, and decimals may use points or commas; a header is
optional. Points outside [0, 1]² are scaled into it, and the experiment keeps the map back.

The columns that were chosen are printed to standard error; - reads the table from
standard input.

  --x1, --x2, --label   a column by its name or its number, counted from 1
  --class1 VALUE        the label of class 1
  --columns 1,2,3       all three columns at once, by number
`,
  export: ({ formats }: { formats: readonly string[] }) => `neural-viz export FILE --format NAME [-o PATH]
neural-viz export NAME FILE [-o PATH]

Trains the experiment in FILE and writes the run. NAME is one of

${formats.join("\n")}

  -o PATH   write to this file, which can't be FILE (default: standard output)
`,
  link: `neural-viz link FILE [--at T]

Prints the end of the link that opens the experiment in the page: #%7B...%7D.

  --at T   show it after T updates (default: 0)
`,
  open: `neural-viz open LINK [--json]

Prints the experiment in LINK, a whole address or the part after its #.

  --json   print it on one line
`,
  worksheet: `neural-viz worksheet FILE [--at T] [--sample S] [--blank STAGES] [--seeds A..B]

Prints one update of the experiment in FILE as an HTML page for paper, with blanks to fill
in and the answers on a separate page.

  --at T           start after T updates (default: 0)
  --sample S       follow this point, counted from 1 (default: 1)
  --blank STAGES   the stages to leave blank: forward, loss, backward, gradient, update,
                   separated by commas (default: forward,backward)
  --seeds A..B     one sheet for each seed of the initial weights, with one answer key for all
`,
};
