import { parameterByKey, validateEntry, validateScope, type ParameterDefinition } from '#modules/registry';
import type { InputFault } from '#platform';
import { cellKey, type AssumptionEdit } from './assumption-edit';
import type { StaffGroupNode } from './staff-group.repository';

/** A broken rule, with the cell it is about. */
export interface EditFault extends InputFault {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
}

/** What the rules need to know about the scenario and the node edited. */
export interface EditContext {
  readonly firstYear: number;
  readonly years: number;
  readonly staffGroups: readonly StaffGroupNode[];
  /** True where the node itself is projected: numbers of people, posts or pounds can be entered there. */
  readonly isProjected: boolean;
  /** Why the batch is made, if the editor said so. */
  readonly reason: string | null;
}

interface Fault {
  readonly field: keyof AssumptionEdit;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

const LONGEST_BASIS = 255;
const LONGEST_NOTE = 4_000;

/** Largest magnitude that a stored value may have (DECIMAL(20,8)). */
const LARGEST_VALUE = 999_999_999_999;

/** Every rule that a batch of edits breaks, in the order of the edits; empty when it may be saved. */
export function faultsOfEdits(edits: readonly AssumptionEdit[], context: EditContext): readonly EditFault[] {
  const seen = new Set<string>();
  return edits.flatMap((edit, index) => {
    const repeated = seen.has(cellKey(edit));
    seen.add(cellKey(edit));
    const faults = repeated ? [REPEATED] : faultsOfEdit(edit, context);
    return faults.map((fault) => placed(fault, edit, index));
  });
}

/** Points at the edit from the body of the request. */
function placed(fault: Fault, edit: AssumptionEdit, index: number): EditFault {
  const { field, ...words } = fault;
  const { parameter, staffGroup, year } = edit;
  return { pointer: `/edits/${index}/${field}`, parameter, staffGroup, year, ...words };
}

const REPEATED: Fault = {
  field: 'parameter',
  rule: 'one-edit-per-cell',
  message: 'The batch changes this cell twice.',
  fix: 'Send one edit for each cell.',
};

function faultsOfEdit(edit: AssumptionEdit, context: EditContext): readonly Fault[] {
  const definition = parameterByKey(edit.parameter);
  if (definition === undefined) return [UNKNOWN_PARAMETER];
  const misplaced = [
    faultOfStaffGroup(edit, definition, context),
    faultOfYear(edit, definition, context),
  ].filter((fault) => fault !== null);
  if (misplaced.length > 0) return misplaced;
  return [...faultsOfWords(edit), ...faultsOfEntry(edit, definition, context)];
}

const UNKNOWN_PARAMETER: Fault = {
  field: 'parameter',
  rule: 'known-parameter',
  message: 'There is no such parameter.',
  fix: 'Use a key of the parameter registry.',
};

function faultOfStaffGroup(
  edit: AssumptionEdit,
  definition: ParameterDefinition,
  context: EditContext,
): Fault | null {
  const group = context.staffGroups.find(({ code }) => code === edit.staffGroup);
  if (group === undefined) {
    return {
      field: 'staffGroup',
      rule: 'known-staff-group',
      message: 'There is no such staff group.',
      fix: 'Use a code of the staff-group tree.',
    };
  }
  if (definition.perStaffGroup || group.parentCode === null) return null;
  return {
    field: 'staffGroup',
    rule: 'whole-organisation',
    message: `${definition.label} describes the whole organisation, not a staff group.`,
    fix: 'Enter it for all staff.',
  };
}

function faultOfYear(
  edit: AssumptionEdit,
  definition: ParameterDefinition,
  context: EditContext,
): Fault | null {
  const { firstYear, years } = context;
  const first = definition.perYear ? firstYear - 1 : firstYear;
  const last = definition.perYear ? firstYear + years - 1 : firstYear;
  if (Number.isInteger(edit.year) && edit.year >= first && edit.year <= last) return null;
  return {
    field: 'year',
    rule: 'year-of-round',
    message: definition.perYear
      ? `The round covers ${first} to ${last} (first calendar year of each financial year).`
      : `${definition.label} has one value for all years.`,
    fix: definition.perYear ? `Use a year from ${first} to ${last}.` : `Enter it at ${firstYear}.`,
  };
}

function faultsOfWords(edit: AssumptionEdit): Fault[] {
  const tooLong = (field: 'basis' | 'note', limit: number): Fault[] =>
    (edit[field] ?? '').length <= limit
      ? []
      : [
          {
            field,
            rule: 'length',
            message: `The ${field} is longer than ${limit} characters.`,
            fix: 'Shorten it.',
          },
        ];
  return [...tooLong('basis', LONGEST_BASIS), ...tooLong('note', LONGEST_NOTE)];
}

/** The registry's rules for an entry, the same as in the grid and the workbook. */
function faultsOfEntry(edit: AssumptionEdit, definition: ParameterDefinition, context: EditContext): Fault[] {
  const { operation, value, low = null, high = null } = edit;
  if (operation === 'reset') return [];
  if (value === null || ![value, low ?? 0, high ?? 0].every(isStorable)) return [NOT_A_NUMBER];
  const explained = [context.reason, edit.note].some((words) => (words ?? '').trim() !== '');
  const findings = [
    ...validateScope(definition, operation, {
      staffGroupIsLeaf: isLeaf(edit.staffGroup, context),
      organisationIsEmployer: context.isProjected,
    }),
    ...validateEntry(definition, { operation, value, low, high }),
  ];
  return findings
    .filter(({ severity }) => severity === 'error' || !explained)
    .map(({ rule, message }) => ({ field: 'value', rule, message, fix: fixOf(rule, definition) }));
}

const NOT_A_NUMBER: Fault = {
  field: 'value',
  rule: 'number',
  message: 'This is not a number that can be stored.',
  fix: 'Enter a number; shares are fractions (0.085 for 8.5 %).',
};

const isStorable = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= LARGEST_VALUE;

function isLeaf(staffGroup: string, { staffGroups }: EditContext): boolean {
  return staffGroups.some(({ code, isLeaf: leaf }) => code === staffGroup && leaf);
}

function fixOf(rule: string, { minimum, maximum }: ParameterDefinition): string {
  const fixes: Readonly<Record<string, string>> = {
    'within-bounds': `Enter a value from ${minimum} to ${maximum}.`,
    plausible: 'Change the value, or say in the reason or the note why it is right.',
    'range-in-order': 'Enter the low end below the value and the high end above it.',
    'factor-not-negative': 'Enter 0 or more; 1 changes nothing.',
    'count-at-employer': 'Enter the number at each organisation, or multiply here.',
    'count-at-leaf': 'Enter the number for each staff group, or multiply the parent group.',
  };
  return fixes[rule] ?? 'Correct the value.';
}
