import {
  NATIONAL_PICTURE_LINES,
  type CrossChecksAnswer,
  type NationalChoice,
  type NationalPictureAnswer,
} from '#views/lists';
import { formatCount, formatPounds, formatQuantity } from '../words/numbers';
import { financialYear } from '../words/dates';

/** How many plans of each kind there are, and what England comes to. */
export function pictureSentence({ cells, systems }: NationalPictureAnswer, choice: NationalChoice): string {
  const line = NATIONAL_PICTURE_LINES[choice.line];
  const total = cells.find(({ year }) => year === choice.year)?.total ?? 0;
  const of = (status: string): number => systems.filter((system) => system.status === status).length;
  const amount = line?.unit === 'pounds' ? formatPounds(total) : `${formatCount(total)} WTE`;
  return (
    `${line?.label ?? choice.line} of England comes to ${amount} in ${financialYear(choice.year)}, from ` +
    `${formatQuantity(of('agreed'), 'agreed plan')}, ` +
    `${formatQuantity(of('submitted'), 'submitted plan')} and ` +
    `${formatQuantity(of('default'), 'default plan')}.`
  );
}

/** How much the cross-checks found. */
export function crossCheckSentence({ breaches }: CrossChecksAnswer): string {
  if (breaches.length === 0) return 'No: nothing that is planned exceeds what exists.';
  const systems = new Set(
    breaches.flatMap(({ drivers }) => drivers.slice(0, 1).map(({ system }) => system.name)),
  );
  return (
    `Yes, ${formatQuantity(breaches.length, 'time')}. The largest shares come from ` +
    `${[...systems].slice(0, 3).join(', ')}.`
  );
}

/** For which years the national body has shared what there is. */
export function limitsSentence({ yearsWithEnvelopes, yearsWithTrainingSupply }: CrossChecksAnswer): string {
  const listed = (years: readonly number[]): string =>
    years.length === 0 ? 'no year yet' : years.map(financialYear).join(', ');
  return (
    `Envelopes have come in for ${listed(yearsWithEnvelopes)}, training supply for ` +
    `${listed(yearsWithTrainingSupply)}. A check without its limit finds nothing.`
  );
}
