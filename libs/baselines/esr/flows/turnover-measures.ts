import type { ExtractAxes } from '../extract/assignment';
import { groupOfLine } from '../extract/cells';
import { postsOf, type People, type Person } from '../extract/people';
import { FTE_SCALE } from '../reading/esr-values';
import type { LeavingPlace } from '../reference/esr-reference';
import { countedAtEitherEnd, type PersonAtBothEnds } from './extract-flows';

/** Four measures that are never compared with one another. */
export const TURNOVER_MEASURES = [
  'left-this-organisation',
  'left-the-system',
  'nhs-leaver-rate',
  'local-esr-turnover',
] as const;
export type TurnoverMeasure = (typeof TURNOVER_MEASURES)[number];

interface MeasureDefinition {
  readonly label: string;
  readonly denominator: 'opening' | 'mean of opening and closing';
  readonly excludes: readonly string[];
  readonly leavers: string;
  /** Places that certainly count, and those that may. */
  readonly certain: readonly LeavingPlace[];
  readonly possible: readonly LeavingPlace[];
  readonly withFixedTerm: boolean;
}

const EVERYWHERE: readonly LeavingPlace[] = ['same-system', 'nhs', 'outside', 'not-known'];
const BANK_AND_TRAINEES = ['bank', 'resident doctors in training'];

export const MEASURE_DEFINITIONS: Readonly<Record<TurnoverMeasure, MeasureDefinition>> = {
  'left-this-organisation': {
    label: 'Turnover (left this organisation)',
    denominator: 'opening',
    excludes: BANK_AND_TRAINEES,
    leavers: 'Everyone who is in post at the earlier extract and not at the later.',
    certain: EVERYWHERE,
    possible: [],
    withFixedTerm: true,
  },
  'left-the-system': {
    label: 'Left the system',
    denominator: 'opening',
    excludes: BANK_AND_TRAINEES,
    leavers:
      'Of those, people who did not go to an organisation of the system. Between low and high are those who went to an NHS employer that is not named, or whose destination is not known.',
    certain: ['outside'],
    possible: ['nhs', 'not-known'],
    withFixedTerm: true,
  },
  'nhs-leaver-rate': {
    label: 'NHS leaver rate',
    denominator: 'mean of opening and closing',
    excludes: BANK_AND_TRAINEES,
    leavers:
      'Of those, people who left the NHS. Between low and high are those whose destination is not known. The published rate is of the whole NHS; this one is of the organisation’s own leavers.',
    certain: ['outside'],
    possible: ['not-known'],
    withFixedTerm: true,
  },
  'local-esr-turnover': {
    label: 'Local ESR turnover',
    denominator: 'mean of opening and closing',
    excludes: [...BANK_AND_TRAINEES, 'fixed term'],
    leavers: 'Everyone who is in post at the earlier extract and not at the later, fixed term left out.',
    certain: EVERYWHERE,
    possible: [],
    withFixedTerm: false,
  },
};

/** One measure of one staff group (or `all-staff`) over the time between the extracts, not a year. */
export interface TurnoverFigure {
  readonly measure: TurnoverMeasure;
  readonly staffGroupCode: string;
  readonly unit: 'headcount' | 'fte';
  /** Leavers that certainly count, and with those that may. */
  readonly leavers: { readonly low: number; readonly high: number };
  readonly denominator: number;
  /** Leavers / denominator; null where nobody is in post. */
  readonly rate: { readonly low: number; readonly high: number } | null;
}

/** What turnover is worked out from. */
export interface TurnoverEvidence {
  readonly earlier: People;
  readonly later: People;
  readonly axes: ExtractAxes;
  /** Where a leaver went, by pseudonym; not known for those who are not there. */
  readonly places: ReadonlyMap<string, LeavingPlace>;
  /** Bits of the rules that leave a person out. */
  readonly traineeRules: number;
  readonly fixedTermRules: number;
}

const ALL_STAFF = 'all-staff';

interface Sums {
  readonly opening: [number, number];
  readonly closing: [number, number];
  readonly low: [number, number];
  readonly possible: [number, number];
}

/** All four measures in headcount and WTE, by staff group in the order of the axes, all staff last. */
export function turnoverMeasures(evidence: TurnoverEvidence): TurnoverFigure[] {
  const sums = TURNOVER_MEASURES.map((measure) => ({ measure, byGroup: new Map<number, Sums>() }));
  const everyone = evidence.axes.staffGroups.length;
  for (const one of countedAtEitherEnd(evidence.earlier, evidence.later)) {
    for (const { measure, byGroup } of sums) {
      addPerson(evidence, MEASURE_DEFINITIONS[measure], one, byGroup);
    }
  }
  return sums.flatMap(({ measure, byGroup }) =>
    [...byGroup]
      .sort(([a], [b]) => a - b)
      .flatMap(([group, sum]) => {
        const code = group === everyone ? ALL_STAFF : (evidence.axes.staffGroups[group] ?? '');
        return [toFigure(measure, code, sum, 'headcount'), toFigure(measure, code, sum, 'fte')];
      }),
  );
}

function addPerson(
  evidence: TurnoverEvidence,
  { certain, possible, withFixedTerm }: MeasureDefinition,
  { pseudonym, earlier, later }: PersonAtBothEnds,
  byGroup: Map<number, Sums>,
): void {
  const left = withFixedTerm ? evidence.traineeRules : evidence.traineeRules | evidence.fixedTermRules;
  const isIn = (person: Person | null): person is Person =>
    person !== null && (person.mainRules & left) === 0;
  if (isIn(earlier)) {
    book(evidence.axes, byGroup, earlier, 'opening');
    const place = evidence.places.get(pseudonym) ?? 'not-known';
    if (later === null && certain.includes(place)) book(evidence.axes, byGroup, earlier, 'low');
    if (later === null && possible.includes(place)) book(evidence.axes, byGroup, earlier, 'possible');
  }
  if (isIn(later)) book(evidence.axes, byGroup, later, 'closing');
}

function book(axes: ExtractAxes, byGroup: Map<number, Sums>, person: Person, account: keyof Sums): void {
  for (const [index, { line, fte }] of postsOf(person).entries()) {
    for (const group of [groupOfLine(line, axes), axes.staffGroups.length]) {
      const sums = byGroup.get(group) ?? { opening: [0, 0], closing: [0, 0], low: [0, 0], possible: [0, 0] };
      sums[account][0] += index === 0 ? 1 : 0;
      sums[account][1] += fte;
      byGroup.set(group, sums);
    }
  }
}

function toFigure(
  measure: TurnoverMeasure,
  staffGroupCode: string,
  sums: Sums,
  unit: TurnoverFigure['unit'],
): TurnoverFigure {
  const [index, scale] = unit === 'headcount' ? ([0, 1] as const) : ([1, FTE_SCALE] as const);
  const opening = sums.opening[index];
  const isOpening = MEASURE_DEFINITIONS[measure].denominator === 'opening';
  const denominator = isOpening ? opening : (opening + sums.closing[index]) / 2;
  const [low, high] = [sums.low[index], sums.low[index] + sums.possible[index]];
  return {
    measure,
    staffGroupCode,
    unit,
    leavers: { low: low / scale, high: high / scale },
    denominator: denominator / scale,
    rate: denominator === 0 ? null : { low: low / denominator, high: high / denominator },
  };
}
