import type { ClientKey, ListedClient } from '../../api/administration-types';
import { formatMoment } from '../../words/dates';
import type { StateWord } from '../../words/states';

/** Scopes with what they open. */
export const SCOPES = [
  { value: 'releases:read', label: 'Releases and observations' },
  { value: 'plans:read', label: 'Agreed plans' },
  { value: 'levy:read', label: 'Apprenticeship levy' },
  { value: 'national:write', label: 'Envelopes and training supply, to write' },
] as const;

/** Whether a client gets tokens. */
export function clientWord({ isDisabled, keys }: ListedClient): StateWord {
  if (isDisabled) return { text: 'Disabled', colour: 'red' };
  return keys.some(({ isInForce }) => isInForce)
    ? { text: 'Enabled', colour: 'green' }
    : { text: 'No key in force', colour: 'orange' };
}

/** How long a key counts. */
export function keyWord({ isInForce, validTo }: ClientKey): StateWord {
  if (!isInForce) return { text: 'Ended', colour: 'grey' };
  return validTo === null
    ? { text: 'In force', colour: 'green' }
    : { text: `Until ${formatMoment(validTo)}`, colour: 'yellow' };
}
