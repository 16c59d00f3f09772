import { registerByKey, validateRegisterEntry, type RegisterScope } from '#modules/register';
import type { InputFault } from '#platform';
import type { RegisterEdit } from './register-edit';

/** What the rules need to know about the node edited. */
export interface RegisterEditContext {
  readonly scope: RegisterScope;
  /** True where the node itself is projected. */
  readonly isProjected: boolean;
}

const LONGEST_NOTE = 4_000;
const ENTRY_KEY = /^[A-Za-z0-9-]{1,64}$/;

/** Every rule that a batch of register edits breaks, in the order of the edits; empty when it may be saved. */
export function faultsOfRegisterEdits(
  edits: readonly RegisterEdit[],
  context: RegisterEditContext,
): readonly InputFault[] {
  const seen = new Set<string>();
  return edits.flatMap((edit, index) => {
    const at = `/edits/${index}`;
    const place = `${edit.register} ${edit.entryKey}`;
    const isRepeated = edit.entryKey !== null && seen.has(place);
    seen.add(place);
    return isRepeated ? [REPEATED(at)] : faultsOfEdit(edit, at, context);
  });
}

function faultsOfEdit(edit: RegisterEdit, at: string, context: RegisterEditContext): readonly InputFault[] {
  const definition = registerByKey(edit.register);
  if (definition === undefined) return [UNKNOWN_REGISTER(at)];
  if (definition.reach === 'organisation' && !context.isProjected) return [NOT_HERE(at, definition.label)];
  const words = [
    ...(edit.entryKey !== null && !ENTRY_KEY.test(edit.entryKey) ? [BAD_KEY(at)] : []),
    ...((edit.note ?? '').length > LONGEST_NOTE ? [LONG_NOTE(at)] : []),
    ...(edit.entryKey === null && edit.values === null ? [NOTHING_TO_WITHDRAW(at)] : []),
  ];
  if (edit.values === null) return words;
  const findings = validateRegisterEntry(definition, edit.values, context.scope);
  return [
    ...words,
    ...findings.map(({ field, rule, message, fix }) => ({
      pointer: `${at}/values/${field}`,
      rule,
      message,
      fix,
    })),
  ];
}

const REPEATED = (at: string): InputFault => ({
  pointer: `${at}/entryKey`,
  rule: 'one-edit-per-entry',
  message: 'The batch changes this entry twice.',
  fix: 'Send one edit for each entry.',
});

const UNKNOWN_REGISTER = (at: string): InputFault => ({
  pointer: `${at}/register`,
  rule: 'known-register',
  message: 'There is no such register.',
  fix: 'Use a key of the register catalogue.',
});

const NOT_HERE = (at: string, label: string): InputFault => ({
  pointer: `${at}/register`,
  rule: 'entry-at-employer',
  message: `${label} are kept by the organisation that employs the people.`,
  fix: 'Enter it for that organisation.',
});

const BAD_KEY = (at: string): InputFault => ({
  pointer: `${at}/entryKey`,
  rule: 'entry-key',
  message: 'An entry is named by 1 to 64 letters, digits and hyphens.',
  fix: 'Send the key as it was given out, or null for a new entry.',
});

const LONG_NOTE = (at: string): InputFault => ({
  pointer: `${at}/note`,
  rule: 'note-length',
  message: `A note has at most ${LONGEST_NOTE} characters.`,
  fix: 'Shorten it.',
});

const NOTHING_TO_WITHDRAW = (at: string): InputFault => ({
  pointer: `${at}/values`,
  rule: 'entry-or-values',
  message: 'A new entry needs values, a withdrawn one its key.',
  fix: 'Send values, or the key of the entry to withdraw.',
});
