import type { EntryScope, ParameterDefinition, ValueFinding } from '#modules/registry';
import {
  readTextFor,
  standsAsProposed,
  standsOnNothing,
  validateEntry,
  validateScope,
} from '#modules/registry';
import type { AssumptionOperation, Cell } from '../../api/types';
import { exactText } from './cell-text';

/** What a planner has entered in a cell, or that there is nothing of its own. */
export type CellContent =
  | { readonly kind: 'inherited' }
  | {
      readonly kind: 'own';
      readonly operation: AssumptionOperation;
      readonly value: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly basis: string | null;
      readonly note: string | null;
    }
  | { readonly kind: 'unreadable'; readonly text: string };

/** Content with a number of its own. */
export type OwnContent = Extract<CellContent, { kind: 'own' }>;

/** Nothing of its own: the cell shows what it inherits. */
export const INHERITED: CellContent = { kind: 'inherited' };

/** A value entered without a range, basis or note. */
export function plainValue(value: number): OwnContent {
  return { kind: 'own', operation: 'set', value, low: null, high: null, basis: null, note: null };
}

/** What a saved cell holds of its own. */
export function contentOfCell(cell: Cell): CellContent {
  const value = cell.operation === 'set' ? (cell.operand ?? cell.value) : cell.operand;
  if (!cell.own || cell.operation === null || value === null) return INHERITED;
  const { operation, low, high, basis, note } = cell;
  return { kind: 'own', operation, value, low, high, basis, note };
}

/** Whether a value was entered without a word on where it comes from: the checks of a return refuse it. */
export function isUnfounded(content: CellContent): boolean {
  return content.kind === 'own' && standsOnNothing(content);
}

/** Whether a value was accepted from the optimiser and waits for a person's basis: the checks of a return refuse it. */
export function isProposed(content: CellContent): boolean {
  return content.kind === 'own' && standsAsProposed(content);
}

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';

/** What a text typed or pasted into a cell makes of it: blank goes back to the inherited value. */
export function contentOfText(text: string, definition: ParameterDefinition): CellContent {
  const read = readTextFor(text, definition);
  if (read.kind === 'blank') return INHERITED;
  return read.kind === 'number' ? plainValue(read.value) : { kind: 'unreadable', text };
}

/** True where two contents are the same in every part. */
export function sameContent(left: CellContent, right: CellContent): boolean {
  if (left.kind === 'own' && right.kind === 'own') {
    return (
      left.operation === right.operation &&
      left.value === right.value &&
      left.low === right.low &&
      left.high === right.high &&
      left.basis === right.basis &&
      left.note === right.note
    );
  }
  if (left.kind === 'unreadable' && right.kind === 'unreadable') return left.text === right.text;
  return left.kind === right.kind;
}

/** The database keeps eight decimals. */
const STORED_PRECISION = 5e-9;

/** True where two contents give the cell the same value, whatever their range, basis and note. */
export function sameValue(left: CellContent, right: CellContent): boolean {
  if (left.kind !== 'own' || right.kind !== 'own') return sameContent(left, right);
  return left.operation === right.operation && Math.abs(left.value - right.value) <= STORED_PRECISION;
}

/** What stands in the way of saving content: `error` refuses it, `give-a-reason` needs a note. */
export type ContentFinding = Pick<ValueFinding, 'severity' | 'message'>;

function unreadableWords(text: string, { choices }: ParameterDefinition): string {
  if (choices === undefined) return `“${text}” can’t be read as a number.`;
  return `“${text}” is none of ${choices.map(({ label }) => `“${label}”`).join(', ')}.`;
}

/** The registry's rules, the same as on the server; empty where the content may be saved. */
export function findingsOf(
  content: CellContent,
  definition: ParameterDefinition,
  scope: EntryScope,
): readonly ContentFinding[] {
  if (content.kind === 'inherited') return [];
  if (content.kind === 'unreadable') {
    return [{ severity: 'error', message: unreadableWords(content.text, definition) }];
  }
  const { operation, value, low, high, note } = content;
  const findings = [
    ...validateScope(definition, operation, scope),
    ...validateEntry(definition, { operation, value, low, high }),
  ];
  const explained = !isBlank(note);
  return findings.filter(({ severity }) => severity === 'error' || !explained);
}

/** The content as text to edit or copy; an inherited cell gives the value that it shows. */
export function textOfContent(content: CellContent, cell: Cell, definition: ParameterDefinition): string {
  if (content.kind === 'unreadable') return content.text;
  const value = content.kind === 'own' && content.operation === 'set' ? content.value : cell.value;
  return exactText(value, definition);
}
