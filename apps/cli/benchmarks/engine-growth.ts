import { simulate } from '#engine';
import type { BenchmarkRow } from './benchmark-row';
import { type CaseShape, SHAPE, benchmarkOrganisations } from './engine-case';
import { secondsOfDraws, yearly } from './engine-runs';
import { bestSeconds } from './processor-time';

const REPEATS = 10;
const FACTORS = [1, 2, 4, 8];
/** Small enough that eight times as much is done soon, in every direction. */
const START: CaseShape = { ...SHAPE, organisations: 2, ethnicities: 1, months: 30 };

/** How time grows when a size doubles three times: the exponent, 1 where it is in proportion. */
export function engineGrowthRows(): readonly BenchmarkRow[] {
  const simulated = (shapeOf: (factor: number) => CaseShape): number[] =>
    FACTORS.map((factor) => {
      const organisations = benchmarkOrganisations(shapeOf(factor));
      return bestSeconds(REPEATS, () => organisations.forEach((input) => simulate(input)));
    });
  return [
    row(
      'organisations',
      simulated((factor) => ({ ...START, organisations: 2 * factor })),
    ),
    row(
      'months',
      simulated((factor) => ({ ...START, months: 30 * factor })),
    ),
    row(
      'cells',
      simulated((factor) => ({ ...START, ethnicities: factor })),
    ),
    row('draws', draws()),
  ];
}

function draws(): number[] {
  const [organisation] = benchmarkOrganisations({ ...START, organisations: 1 });
  return organisation === undefined
    ? []
    : FACTORS.map((factor) =>
        secondsOfDraws(
          yearly(organisation, () => 0),
          25 * factor,
        ),
      );
}

function row(what: string, seconds: readonly number[]): BenchmarkRow {
  const [first = NaN] = seconds;
  const growth = (seconds.at(-1) ?? NaN) / first;
  const note = `times ${FACTORS.join(', ')}: ${seconds.map((each) => (each * 1000).toFixed(2)).join(', ')} ms`;
  const value = Math.log(growth) / Math.log(FACTORS.at(-1) ?? NaN);
  return { name: `growth with ${what}`, value, unit: 'exponent', ratio: null, note };
}
