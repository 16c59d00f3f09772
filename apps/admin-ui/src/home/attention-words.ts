import type { AttentionItem } from '../api/attention-queries';
import { assumptionCellAddress, inTheYearAddress, overviewAddress } from '../plan/addresses';
import { documentAddress, roundDocumentsAddress } from '../sign-off/addresses';
import { formatDay, formatMonth } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import type { StateWord } from '../words/states';

/** An item's tag. */
export const ATTENTION_TAGS: Readonly<Record<AttentionItem['kind'], StateWord>> = {
  'plan-due': { text: 'Deadline', colour: 'yellow' },
  'projection-failed': { text: 'Recalculation failed', colour: 'red' },
  'rule-broken': { text: 'Error', colour: 'red' },
  'reason-missing': { text: 'Give a reason', colour: 'orange' },
  'variance-flagged': { text: 'Off plan', colour: 'red' },
  'file-refused': { text: 'File not taken', colour: 'red' },
  'extract-blocked': { text: 'Extract blocked', colour: 'red' },
  'report-unread': { text: 'To read', colour: 'blue' },
};

const withDays = (text: string): string => text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formatDay(day));

/** What is to be done, in a sentence. */
export function attentionSentence({ kind, count, message }: AttentionItem): string {
  const words = withDays(message);
  const rest = count > 1 ? ` (${formatQuantity(count - 1, 'more', 'more')})` : '';
  switch (kind) {
    case 'rule-broken':
      return `${formatQuantity(count, 'value')} no longer ${count === 1 ? 'keeps' : 'keep'} to the rules. ${words}`;
    case 'reason-missing':
      return `${formatQuantity(count, 'unusual value')} without a reason. ${words}`;
    case 'variance-flagged':
      return `${formatMonth(message)}: ${formatQuantity(count, 'variance')} to act on without a reason.`;
    case 'file-refused':
    case 'report-unread':
    case 'extract-blocked':
      return `${words}${rest}`;
    case 'plan-due':
      return count > 1 ? `${formatQuantity(count, 'organisation')}: ${words}` : words;
    case 'projection-failed':
      return words;
  }
}

/** Where it is seen to; null where the page itself is the place. */
export function attentionAddress({ scenario, organisation, cell }: AttentionItem): string | null {
  if (scenario === null || organisation === null) return null;
  const unit = { scenarioId: scenario.id, organisationId: organisation.id };
  return cell === null ? overviewAddress(unit) : assumptionCellAddress(unit, cell);
}

/**
 * Where the sentence leads: to the return or plan that is due, or the list of the round where several are; to the year of
 * a variance; null for all else.
 */
export function sentenceAddress({ kind, due, scenario, organisation }: AttentionItem): string | null {
  if (kind === 'variance-flagged' && scenario !== null && organisation !== null) {
    return inTheYearAddress({ scenarioId: scenario.id, organisationId: organisation.id });
  }
  if (due === null) return null;
  return due.documentId === null ? roundDocumentsAddress(due.roundId) : documentAddress(due.documentId);
}
