import { ahead, lastOf, type NaiveMethod } from './naive-method';

/** The last month, for ever. */
export const noChange: NaiveMethod = (series, horizon) => {
  const last = lastOf(series);
  return ahead(horizon, () => last);
};
