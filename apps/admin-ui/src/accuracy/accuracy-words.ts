import { OURS, wayName } from '#views/lists';
import { formatPercent } from '../words/numbers';
import { formatMonth } from '../words/dates';
import type { Accuracy, AccuracyEvidence, LabelledAccuracy } from './accuracy-query';

const missOf = (accuracy: Accuracy, method: string): number =>
  accuracy.methods[method as keyof Accuracy['methods']]?.wape ?? NaN;

/** The finding for organisations, a year ahead. */
export function organisationsSentence({ organisations }: AccuracyEvidence): string {
  const { overall, horizon, trainTo } = organisations;
  if (overall === null) return 'Nothing was published to compare projections with.';
  return (
    `Projected ${horizon} months ahead from ${formatMonth(trainTo)}, the staff groups of organisations came out ` +
    `${formatPercent(missOf(overall, OURS))} of WTE away from the projection on average; had one assumed no ` +
    `change, it would have been ${formatPercent(missOf(overall, 'no-change'))}. The likely range (8 in 10) held ` +
    `${formatPercent(overall.coverage)} of what came.`
  );
}

/** The finding for England, one and five years ahead, and what would have done better. */
export function englandSentence({ england }: AccuracyEvidence): string {
  const [first, last] = [england.byHorizon[0], england.byHorizon.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing was published to compare projections with.';
  const both = (method: string): string =>
    `${formatPercent(missOf(first, method))} and ${formatPercent(missOf(last, method))}`;
  const better = england.methods.filter(
    (method) => method !== OURS && missOf(last, method) < missOf(last, OURS),
  );
  const rest = better.map(
    (method) =>
      ` ${wayName(method)} would have missed less (${both(method)}): England grew almost without a pause.`,
  );
  return (
    `For the staff groups of England as a whole, projections were off by ${both(OURS)} of WTE ${first.months / 12} and ` +
    `${last.months / 12} years ahead; assuming no change by ${both('no-change')}.${rest.join('')}`
  );
}

/** Below this share the likely range of 8 in 10 is too narrow, above the other too wide. */
const HELD = { least: 0.75, most: 0.88 } as const;
/** Fewer outcomes say little of a share. */
const ENOUGH = 30;

/** For whom the likely range should be read as narrower or wider than it is. */
export function rangeWarnings(rows: readonly LabelledAccuracy[]): readonly string[] {
  const known = rows.filter(({ cells }) => cells >= ENOUGH);
  const named = (some: readonly LabelledAccuracy[]): string =>
    some.map(({ label, coverage }) => `${label} (${formatPercent(coverage)})`).join(', ');
  const narrow = known.filter(({ coverage }) => coverage < HELD.least);
  const wide = known.filter(({ coverage }) => coverage > HELD.most);
  return [
    ...(narrow.length === 0 ? [] : [`It was too narrow for ${named(narrow)}: allow for more.`]),
    ...(wide.length === 0 ? [] : [`It was wider than needed for ${named(wide)}.`]),
  ];
}

const REASONS: Readonly<Record<string, string>> = {
  'transfer-in-window': 'staff moved between organisations in the months projected',
  'not-published-at-the-end': 'nothing was published for them in the last month',
  'withheld-at-the-end': 'the publisher withheld the figure in the last month, or nobody was left',
};

/** What could not be compared, in words. */
export function leftOutWords({ organisations }: AccuracyEvidence): readonly string[] {
  return organisations.excluded.map(
    ({ cells, organisations: some, reason }) =>
      `${cells} staff groups of ${some} organisations: ${REASONS[reason] ?? reason}.`,
  );
}
