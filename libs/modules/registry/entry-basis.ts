/** Words on every assumption and register entry that a proposal makes; a person replaces them by a basis. */
export const PROPOSED_BY_OPTIMISER = 'proposed by optimiser';

/** What stands beside a value entered. */
interface Beside {
  readonly basis: string | null;
  readonly note: string | null;
}

const trimmed = (text: string | null): string => (text ?? '').trim();

/** Whether a value was accepted from the optimiser and no person has given it a basis: no return is taken with it. */
export function standsAsProposed({ basis }: Pick<Beside, 'basis'>): boolean {
  return trimmed(basis).toLowerCase() === PROPOSED_BY_OPTIMISER;
}

/** Whether a value was entered without a word on where it comes from: no return is taken with it. */
export function standsOnNothing({ basis, note }: Beside): boolean {
  return trimmed(basis) === '' && trimmed(note) === '';
}
