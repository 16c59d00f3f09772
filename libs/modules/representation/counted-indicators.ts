import type { EqualityIndicatorFact } from '#policy';

import { registerRows, type RegisterRow } from '../register';
import { boardDifference, likelihoodRatio, type ClassCounts, type Direction } from './equality-indicators';
import { REPRESENTATION_INDICATORS } from './registers';
import { countsAt, everybody, type ReportedWorkforce } from './workforce-counts';

/** The direction of the likelihood of promotion, which no standard has: as of appointment. */
const PROMOTION: Direction = 'reference-over-characteristic';

/** An indicator calculated from counts of a year. */
export interface CountedIndicator {
  readonly code: string;
  readonly label: string;
  readonly month: string;
  /** Ratio, or difference of shares; null where it has no value. */
  readonly value: number | null;
  readonly kind: 'ratio' | 'difference';
  /** People of unknown status in the counts, who are in neither class. */
  readonly unknown: number;
}

/** Every entry of the register, in its order, exactly as counted. */
export function countedIndicators(
  workforce: Pick<ReportedWorkforce, 'input' | 'policy'> & Partial<ReportedWorkforce>,
): readonly CountedIndicator[] {
  return registerRows(workforce.input, REPRESENTATION_INDICATORS).map((row) => {
    const code = row.text('indicator');
    const fact = workforce.policy.indicators.find((indicator) => indicator.code === code);
    const events = countsOf(row, 'Events');
    const people = countsOf(row, 'People');
    const common = {
      code,
      label: fact?.label ?? 'Relative likelihood of promotion',
      month: row.text('month'),
      unknown: events.unknown + people.unknown,
    };
    if (fact?.kind !== 'share-difference') {
      const value = likelihoodRatio(events, people, fact?.direction ?? PROMOTION);
      return { ...common, kind: 'ratio', value };
    }
    const inPost = people.characteristic + people.reference + people.unknown;
    const compared = inPost > 0 ? people : workforceOf(fact, workforce);
    return {
      ...common,
      kind: 'difference',
      value: compared === null ? null : boardDifference(events, compared),
    };
  });
}

/** Staff in post at the opening, where the projection carries the characteristic of the standard. */
function workforceOf(
  { standard }: EqualityIndicatorFact,
  { input, output, axis, policy }: Pick<ReportedWorkforce, 'input' | 'policy'> & Partial<ReportedWorkforce>,
): ClassCounts | null {
  if (output === undefined || axis?.standard !== standard) return null;
  return countsAt({ input, output, axis, policy }, 0, everybody);
}

function countsOf(row: RegisterRow, what: 'Events' | 'People'): ClassCounts {
  const number = (of: string): number => row.optionalNumber(`${of}${what}`) ?? 0;
  return {
    characteristic: number('characteristic'),
    reference: number('reference'),
    unknown: number('unknown'),
  };
}
