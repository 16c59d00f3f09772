import { clientStateText, type ClientKey, type ListedClient } from '#views/lists';
import { formatMoment } from '../../words/dates';
import type { StateWord } from '../../words/states';

/** Scopes with what they open. */
export const SCOPES = [
  { value: 'releases:read', label: 'Releases and observations' },
  { value: 'plans:read', label: 'Agreed plans' },
  { value: 'levy:read', label: 'Apprenticeship levy' },
  { value: 'national:write', label: 'Envelopes and training supply, to write' },
  { value: 'equality:exact-counts', label: 'Exact counts of people by ethnicity, under an agreement' },
] as const;

/** Whether a client gets tokens. */
export function clientWord(client: ListedClient): StateWord {
  const { isDisabled, keys } = client;
  const colour = isDisabled ? 'red' : keys.some(({ isInForce }) => isInForce) ? 'green' : 'orange';
  return { text: clientStateText(client), colour };
}

/** How long a key counts. */
export function keyWord({ isInForce, validTo }: ClientKey): StateWord {
  if (!isInForce) return { text: 'Ended', colour: 'grey' };
  return validTo === null
    ? { text: 'In force', colour: 'green' }
    : { text: `Until ${formatMoment(validTo)}`, colour: 'yellow' };
}
