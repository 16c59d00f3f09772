import type { PlannedLever } from './optimise-plan';

/** A lever over all organisations that use it. */
export interface LeverTotal {
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  readonly organisations: number;
  /** Units of each year: the sum; of a rate or a share, the mean over the organisations that use it. */
  readonly amounts: readonly number[];
  /** Least and greatest of each year among these organisations; null where amounts are a sum. */
  readonly range: { readonly least: readonly number[]; readonly greatest: readonly number[] } | null;
  /** Pounds of the lever alone, over the round. */
  readonly cost: number;
}

/** Each lever over its organisations, in the order in which levers appear. */
export function leverTotals(levers: readonly PlannedLever[]): readonly LeverTotal[] {
  const keys = [...new Set(levers.map(({ lever }) => lever))];
  return keys.map((key) => totalOf(levers.filter(({ lever }) => lever === key)));
}

function totalOf(own: readonly PlannedLever[]): LeverTotal {
  const [first] = own as [PlannedLever, ...PlannedLever[]];
  const { lever, label, unit, addsUp } = first;
  const byYear = first.amounts.map((_, year) => own.map(({ amounts }) => amounts[year] ?? 0));
  const share = addsUp ? 1 : 1 / own.length;
  return {
    ...{ lever, label, unit },
    organisations: own.length,
    amounts: byYear.map((amounts) => share * amounts.reduce((sum, amount) => sum + amount, 0)),
    range: addsUp
      ? null
      : {
          least: byYear.map((amounts) => Math.min(...amounts)),
          greatest: byYear.map((amounts) => Math.max(...amounts)),
        },
    cost: own.reduce((sum, { cost }) => sum + cost, 0),
  };
}
