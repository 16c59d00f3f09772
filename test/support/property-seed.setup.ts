import fc from 'fast-check';

/**
 * Properties run on the same cases each time, so that a red run speaks of the change under test.
 * `PROPERTY_SEED=<integer>` runs them on others; a failure prints the seed that finds it again.
 * `PROPERTY_MILLISECONDS=<integer>` ends each property after that time, with as many cases as it took.
 */
const DEFAULT_SEED = 20_190_401;

const { PROPERTY_SEED: seed = DEFAULT_SEED, PROPERTY_MILLISECONDS: limit } = process.env;

fc.configureGlobal({
  seed: Number(seed),
  ...(limit === undefined ? {} : { interruptAfterTimeLimit: Number(limit), markInterruptAsFailure: false }),
});
