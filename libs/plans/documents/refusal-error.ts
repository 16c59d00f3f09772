import { ConflictError, ForbiddenError, InvalidInputError, type DomainError } from '#platform';
import type { Refusal, RefusalCode } from '../sign-off';
import type { DocumentRow } from './document-rows.repository';

/** Where in the request the cause of a refusal lies. */
const POINTERS: Readonly<Partial<Record<RefusalCode, string>>> = {
  'unknown-action': '/action',
  'slot-unknown': '/slot',
  'not-applicable-refused': '/slot',
  'reason-missing': '/reason',
  'date-missing': '/date',
  'date-impossible': '/date',
};

const CONFLICTS: readonly RefusalCode[] = ['stale', 'wrong-state', 'slot-settled'];
const FORBIDDEN: readonly RefusalCode[] = ['not-yours', 'own-work'];

/** A refusal as the error that clients are answered with. */
export function refusalError(
  { code, message, fix, faults }: Refusal,
  { state, version, revision }: Pick<DocumentRow, 'state' | 'version' | 'revision'>,
): DomainError {
  const text = `${message} ${fix}`;
  if (CONFLICTS.includes(code)) return new ConflictError(text, { rule: code, state, version, revision });
  if (FORBIDDEN.includes(code)) return new ForbiddenError(text, { rule: code });
  if (code === 'condition') return new InvalidInputError(faults, text);
  return new InvalidInputError([{ pointer: POINTERS[code] ?? '/', rule: code, message, fix }], message);
}
