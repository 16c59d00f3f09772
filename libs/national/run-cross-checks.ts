import type { EnvelopeCode, EnvelopeLine } from '#national-inputs';
import type { DatedFact } from '#policy';
import {
  breachOf,
  CROSS_CHECKS,
  groupBy,
  sumOf,
  type Breach,
  type Comparison,
  type CrossCheckCode,
} from './cross-check';
import type { Contribution, NationalLimits, NationalPosition, SharedQuantity } from './national-position';

/** A check: the comparisons it makes of a year. */
type Check = (position: NationalPosition, limits: NationalLimits) => readonly Comparison[];

/** An envelope that holds a quantity down in its area. */
interface EnvelopeCheck {
  readonly check: CrossCheckCode;
  readonly label: string;
  readonly envelope: EnvelopeCode;
  readonly quantity: SharedQuantity;
  readonly unit: Comparison['unit'];
  readonly resolution: string;
}

const INTERNATIONAL_SHARE = 'international-share-of-joiners';

const CHECKS: Readonly<Record<CrossCheckCode, Check>> = {
  'international-pool': withinEnvelope({
    check: 'international-pool',
    label: 'International joiners against the realistic pool',
    envelope: 'international-joiners',
    quantity: 'international-joiners',
    unit: 'people',
    resolution: 'Plan fewer international joiners, or have the pool revised.',
  }),
  'international-ambition': internationalAmbition,
  'joiners-ambition': withinEnvelope({
    check: 'joiners-ambition',
    label: 'Joiners from all sources against the national ambition',
    envelope: 'joiners',
    quantity: 'joiners',
    unit: 'people',
    resolution: 'Plan fewer joiners, for instance through better retention.',
  }),
  'newly-qualified-supply': (position, limits) =>
    trainingComparisons(position, limits, {
      check: 'newly-qualified-supply',
      label: 'Newly qualified recruits against the region’s expected newly qualified',
      field: 'expectedNewlyQualified',
      resolution:
        'Plan fewer newly qualified recruits in the region, or agree who takes them from other regions.',
    }),
  'newly-qualified-places': (position, limits) =>
    trainingComparisons(position, limits, {
      check: 'newly-qualified-places',
      label: 'Newly qualified recruits against commissioned places',
      field: 'commissionedPlaces',
      resolution: 'Plan fewer newly qualified recruits, or commission more places for the years after.',
    }),
  'hires-against-leavers': hiresAgainstLeavers,
  'levy-transfers': levyTransfers,
  'apprenticeship-capacity': withinEnvelope({
    check: 'apprenticeship-capacity',
    label: 'Apprenticeship starts against national capacity',
    envelope: 'apprenticeship-starts',
    quantity: 'apprenticeship-starts',
    unit: 'people',
    resolution: 'Spread starts over more years or standards, or agree more capacity with providers.',
  }),
  'pay-bill-envelope': withinEnvelope({
    check: 'pay-bill-envelope',
    label: 'Pay bill against the envelope',
    envelope: 'pay-bill',
    quantity: 'pay-bill',
    unit: 'pounds',
    resolution: 'Bring staff in post, agency or pay growth down, or have the envelope revised.',
  }),
};

/**
 * Everything in which plans together exceed what exists: by check, then year, the largest excess first.
 *
 * A check for which the national body has shared no limit finds nothing; hires and levy transfers are held against
 * one another and need none.
 */
export function runCrossChecks(position: NationalPosition): readonly Breach[] {
  return CROSS_CHECKS.flatMap((code) =>
    position.limits.flatMap((limits) =>
      CHECKS[code](position, limits)
        .flatMap((comparison) => breachOf(comparison) ?? [])
        .sort((left, right) => right.excess - left.excess),
    ),
  );
}

function withinEnvelope(check: EnvelopeCheck): Check {
  return ({ contributions, nation }, { year, envelopes }) =>
    envelopes
      .filter(({ envelope }) => envelope === check.envelope)
      .map((line) => ({
        check: check.check,
        label: check.label,
        unit: check.unit,
        resolution: check.resolution,
        area: line.organisation,
        year,
        staffGroup: line.staffGroup,
        standard: line.standard,
        available: line.amount,
        contributions: contributions.filter(
          (one) => one.quantity === check.quantity && one.year === year && isWithin(one, line, nation),
        ),
        basis: `Envelope of the national body for ${line.organisation}`,
      }));
}

function isWithin(one: Contribution, line: EnvelopeLine, nation: string): boolean {
  const isThere = [nation, one.region, one.system.code].includes(line.organisation);
  const isOfGroup = line.staffGroup === null || one.staffGroup === line.staffGroup;
  return isThere && isOfGroup && (line.standard === null || one.standard === line.standard);
}

/** Joiners from abroad as a share of all joiners, in England as a whole. */
function internationalAmbition(
  { contributions, ambitions, nation }: NationalPosition,
  { year }: NationalLimits,
): readonly Comparison[] {
  const points = ambitions.filter(({ item }) => item === INTERNATIONAL_SHARE);
  const share = ambitionAt(points, `${year + 1}-03-31`);
  if (share === null) return [];
  const ofYear = contributions.filter((one) => one.year === year);
  const joiners = sumOf(ofYear.filter(({ quantity }) => quantity === 'joiners'));
  return [
    {
      check: 'international-ambition',
      label: 'International joiners against the national ambition',
      unit: 'people',
      area: nation,
      year,
      staffGroup: null,
      standard: null,
      available: share * joiners,
      contributions: ofYear.filter(({ quantity }) => quantity === 'international-joiners'),
      resolution: 'Plan fewer international joiners, or more from training and return to practice.',
      basis: points.map(({ note, sources }) => `${note} (${sources.join(', ')})`).join('; '),
    },
  ];
}

/** The ambition on a date, evenly between its points; null outside them. */
function ambitionAt(points: readonly DatedFact[], date: string): number | null {
  const sorted = points.toSorted((left, right) => (left.effectiveFrom < right.effectiveFrom ? -1 : 1));
  const before = sorted.findLast(({ effectiveFrom }) => effectiveFrom <= date);
  const after = sorted.find(({ effectiveFrom }) => effectiveFrom > date);
  if (before === undefined) return null;
  if (after === undefined) return before.value;
  const [from, at, to] = [before.effectiveFrom, date, after.effectiveFrom].map(Date.parse) as [
    number,
    number,
    number,
  ];
  return before.value + ((after.value - before.value) * (at - from)) / (to - from);
}

function trainingComparisons(
  { contributions }: NationalPosition,
  { year, trainingSupply }: NationalLimits,
  check: Pick<Comparison, 'check' | 'label' | 'resolution'> & {
    readonly field: 'expectedNewlyQualified' | 'commissionedPlaces';
  },
): readonly Comparison[] {
  const { field, ...words } = check;
  return trainingSupply.map((line) => ({
    ...words,
    unit: 'people',
    area: line.region,
    year,
    staffGroup: line.staffGroup,
    standard: null,
    available: line[field],
    contributions: contributions.filter(
      (one) =>
        one.quantity === 'newly-qualified' &&
        one.year === year &&
        one.region === line.region &&
        one.staffGroup === line.staffGroup,
    ),
    basis: `Training supply of the national body: ${line.commissionedPlaces} places commissioned, ${line.expectedNewlyQualified} expected to qualify`,
  }));
}

/** Who is hired from other NHS organisations must leave one. */
function hiresAgainstLeavers(
  { contributions, nation }: NationalPosition,
  { year }: NationalLimits,
): readonly Comparison[] {
  const ofYear = contributions.filter((one) => one.year === year);
  const hires = ofYear.filter(({ quantity }) => quantity === 'hires-from-other-nhs');
  return groupBy(hires, ({ staffGroup }) => staffGroup ?? '').map((own) => {
    const staffGroup = own[0]?.staffGroup ?? null;
    const leavers = ofYear.filter(
      (one) => one.quantity === 'leavers-to-other-nhs' && one.staffGroup === staffGroup,
    );
    return {
      check: 'hires-against-leavers',
      label: 'Hires from other NHS organisations against leavers to them',
      unit: 'people',
      area: nation,
      year,
      staffGroup,
      standard: null,
      available: sumOf(leavers),
      contributions: own,
      resolution:
        'Plan fewer hires from other NHS organisations, or more leavers to them where they are known.',
      basis: 'Leavers to other NHS organisations in all plans together',
    };
  });
}

/** What is received must be given. What is given and not received may go to employers outside the NHS. */
function levyTransfers(
  { contributions, nation }: NationalPosition,
  { year }: NationalLimits,
): readonly Comparison[] {
  const of = (quantity: SharedQuantity) =>
    contributions.filter((one) => one.quantity === quantity && one.year === year);
  const received = of('levy-transfers-in');
  if (received.length === 0) return [];
  return [
    {
      check: 'levy-transfers',
      label: 'Levy transfers received against those given',
      unit: 'pounds',
      area: nation,
      year,
      staffGroup: null,
      standard: null,
      available: sumOf(of('levy-transfers-out')),
      contributions: received,
      resolution: 'Receive less, or have the givers enter what they agreed to give.',
      basis: 'Levy transfers out in all plans together',
    },
  ];
}
