import { registerByKey, registerRows, type RegisterRow } from '#modules/register';
import type { ProjectionInput } from '#modules/projection';
import type { FrozenRun, PlanStanding } from '#plans';
import type { Contribution, SharedQuantity } from './national-position';

/** Measures of a run that add up to a shared quantity, by staff group. */
const MEASURES: readonly (readonly [SharedQuantity, readonly string[]])[] = [
  // Who comes from outside the NHS: moves within it and returns from leave bring nobody new to England.
  [
    'joiners',
    [
      'joiners-newly-qualified',
      'joiners-international',
      'joiners-wider-labour-market',
      'joiners-return-to-practice',
      'joiners-apprenticeship',
    ],
  ],
  ['international-joiners', ['joiners-international']],
  ['newly-qualified', ['joiners-newly-qualified']],
  ['hires-from-other-nhs', ['joiners-other-nhs']],
  ['leavers-to-other-nhs', ['exits-to-other-nhs']],
  ['pay-bill', ['pay-bill']],
];

/** Where a plan stands, and what its runs read. */
export interface ContributingPlan {
  readonly plan: PlanStanding;
  readonly region: string | null;
  readonly years: readonly number[];
  /** Inputs by run; a run whose input is not stored has no apprenticeships and no transfers here. */
  readonly inputs: ReadonlyMap<string, Pick<ProjectionInput, 'registers'>>;
}

type Amount = Pick<Contribution, 'quantity' | 'staffGroup' | 'standard' | 'year' | 'amount'>;

/** What a plan draws of everything shared, by organisation, staff group and year; nothing where it draws nothing. */
export function contributionsOf({ plan, region, years, inputs }: ContributingPlan): readonly Contribution[] {
  const { code, name } = plan.node;
  const system = { code, name, status: plan.status };
  return plan.runs.flatMap((run) => {
    const { organisation } = run;
    const place = { organisation: { code: organisation.code, name: organisation.name }, system, region };
    return [...amountsOf(run, years), ...entered(inputs.get(run.runId) ?? {}, years)]
      .filter(({ amount }) => amount > 0)
      .map((amount) => ({ ...place, ...amount }));
  });
}

function amountsOf({ figures }: FrozenRun, years: readonly number[]): readonly Amount[] {
  return MEASURES.flatMap(([quantity, measures]) => {
    const groups = new Set(measures.flatMap((measure) => Object.keys(figures[measure] ?? {})));
    return [...groups].flatMap((staffGroup) =>
      years.map((year): Amount => {
        const amount = measures.reduce(
          (sum, measure) => sum + Number(figures[measure]?.[staffGroup]?.[String(year)] ?? 0),
          0,
        );
        return { quantity, staffGroup, standard: null, year, amount };
      }),
    );
  });
}

function entered(input: Pick<ProjectionInput, 'registers'>, years: readonly number[]): readonly Amount[] {
  const starts = rowsOf(input, 'apprenticeship-levy.starts').flatMap((row) =>
    byYear(row, 'starts', years).map((one): Amount => ({
      ...one,
      quantity: 'apprenticeship-starts',
      staffGroup: row.text('donorGroup'),
      standard: row.text('standard'),
    })),
  );
  const transfers = rowsOf(input, 'apprenticeship-levy.transfers').flatMap((row) =>
    byYear(row, 'pounds', years).map((one): Amount => ({
      ...one,
      quantity: row.text('direction') === 'in' ? 'levy-transfers-in' : 'levy-transfers-out',
      staffGroup: null,
      standard: null,
    })),
  );
  return [...starts, ...transfers];
}

function rowsOf(input: Pick<ProjectionInput, 'registers'>, key: string): readonly RegisterRow[] {
  const definition = registerByKey(key);
  if (definition === undefined) throw new RangeError(`there is no register ${key}`);
  return registerRows(input, definition);
}

function byYear(
  row: RegisterRow,
  field: string,
  years: readonly number[],
): readonly { readonly year: number; readonly amount: number }[] {
  return row
    .byYear(field, years)
    .flatMap((amount, index) => ({ year: years[index] ?? 0, amount: amount ?? 0 }));
}
