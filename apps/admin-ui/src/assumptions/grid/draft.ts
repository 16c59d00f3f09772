import type { EntryScope, ParameterDefinition } from '#modules/registry';
import type { CellAddress } from '../../api/queries';
import type { AssumptionConflict, AssumptionEdit } from '../../api/types';
import { findingsOf, type CellContent, type ContentFinding } from './cell-content';

/** What another person saved in a cell meanwhile. */
export type Theirs = AssumptionConflict['theirs'];

/**
 * How far an entry is on its way to the server: `held` needs the planner (unreadable, an error, a reason
 * missing), `waiting` goes with the next batch, `saving` is under way, `conflict` met another person's
 * edit, `refused` broke a rule of the server.
 */
export type DraftState = 'held' | 'waiting' | 'saving' | 'conflict' | 'refused';

/** Typed, pasted or filled on the page, or taken from a workbook. */
export type EntryOrigin = 'web' | 'import';

/** An entry that the server has not confirmed. */
export interface Draft {
  readonly address: CellAddress;
  readonly content: CellContent;
  readonly findings: readonly ContentFinding[];
  readonly state: DraftState;
  /** Version of the row that the entry was made on. */
  readonly baseVersion: number;
  readonly theirs: Theirs | null;
  /** Where the entry came from. */
  readonly origin: EntryOrigin;
}

/** What the rules need to know about a cell's place. */
export interface DraftRules {
  readonly definition: ParameterDefinition;
  readonly scope: EntryScope;
}

/** A new entry, checked by the rules. */
export function draftOf(
  address: CellAddress,
  content: CellContent,
  baseVersion: number,
  rules: DraftRules,
  origin: EntryOrigin = 'web',
): Draft {
  const findings = findingsOf(content, rules.definition, rules.scope);
  return {
    address,
    content,
    findings,
    state: findings.length === 0 ? 'waiting' : 'held',
    baseVersion,
    theirs: null,
    origin,
  };
}

/** The entry as the API takes it. */
export function editOf(draft: Draft): AssumptionEdit {
  const { address, content, baseVersion } = draft;
  if (content.kind !== 'own') return { ...address, operation: 'reset', value: null, baseVersion };
  const { operation, value, low, high, basis, note } = content;
  return {
    ...address,
    operation,
    value,
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
    ...(basis === null ? {} : { basis }),
    ...(note === null ? {} : { note }),
    baseVersion,
  };
}

/** True where the entry can't be saved until the planner does something. */
export function needsAttention(draft: Draft): boolean {
  return draft.state === 'held' || draft.state === 'conflict' || draft.state === 'refused';
}

/** True where only a reason is missing. */
export function needsReason(draft: Draft): boolean {
  return draft.state === 'held' && draft.findings.every((finding) => finding.severity === 'give-a-reason');
}
