// Property tests draw the same cases in every run; FUZZ_SEED=7 npm run unit draws others.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_124) });
