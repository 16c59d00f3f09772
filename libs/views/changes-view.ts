import type { AssumptionChange, EnteredAmount, EntryChange, PlanChange, PlanChanges } from '#assumptions';
import { registerByKey, type RegisterField } from '#modules/register';
import { nameOfValue } from '#modules/report-layout';
import type { ReportTable } from '#modules/reporting';
import { PARAMETER_UNIT_WORDS, parameterByKey, type ParameterDefinition } from '#modules/registry';
import { inParameterUnit } from './explanation-view';
import { enteredFromWords } from './assumptions-view';
import type { View } from './view';
import { column, tableOf } from './view-rows';

/** Most changes that a file holds. */
export const MOST_CHANGES = 20_000;

/** What was entered, in the parameter's unit; a factor has none. */
function amountOf(amount: EnteredAmount | null, definition: ParameterDefinition | undefined): number | null {
  if (amount === null || definition === undefined) return amount?.value ?? null;
  return amount.operation === 'multiply' ? amount.value : inParameterUnit(amount.value, definition.unit);
}

const DONE: Readonly<Record<EnteredAmount['operation'], string>> = {
  set: 'set',
  add: 'added to what is inherited',
  multiply: 'multiplies what is inherited',
};

/** What every row says. */
function aboutChange(change: PlanChange) {
  return {
    at: change.at,
    author: change.author ?? 'Calibration',
    origin: enteredFromWords(change.origin),
    organisation: `${change.organisation.name} (${change.organisation.code})`,
    reason: change.reason,
  };
}

function assumptionRow(change: AssumptionChange) {
  const definition = parameterByKey(change.parameter);
  return {
    ...aboutChange(change),
    assumption: definition?.label ?? change.parameter,
    staffGroup: change.staffGroup.name,
    year: change.year,
    before: amountOf(change.before, definition),
    after: amountOf(change.after, definition),
    unit: definition === undefined ? null : PARAMETER_UNIT_WORDS[definition.unit],
    done: change.after === null ? 'reset to what is inherited' : DONE[change.after.operation],
  };
}

/** A number of a register in the unit that is named beside it. */
function numberOf(value: number, field: RegisterField): number | null {
  const isNumber = field.kind === 'number' || field.kind === 'number-by-year';
  return isNumber && field.unit !== 'number' ? inParameterUnit(value, field.unit) : value;
}

/** What a field of an entry holds. */
function valueOf(field: RegisterField, values: EntryChange['before']): string | number | null {
  const value = values?.[field.key];
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return numberOf(value, field);
  if (typeof value === 'string') {
    const choice = field.kind === 'choice' ? field.choices.find(({ code }) => code === value) : undefined;
    return choice?.label ?? value;
  }
  return Object.entries(value)
    .map(([year, number]) => `${nameOfValue(Number(year), 'financial-year')}: ${numberOf(number, field)}`)
    .join('; ');
}

function unitOf(field: RegisterField): string | null {
  const isNumber = field.kind === 'number' || field.kind === 'number-by-year';
  return isNumber && field.unit !== 'number' ? PARAMETER_UNIT_WORDS[field.unit] : null;
}

/** One row for each field that differs. */
function entryRows(change: EntryChange) {
  const { register, entryKey, before, after } = change;
  const definition = registerByKey(register);
  const name = (after ?? before)?.['name'];
  const done = after === null ? 'withdrawn' : before === null ? 'entered' : 'changed';
  return (definition?.fields ?? [])
    .map((field) => ({
      ...aboutChange(change),
      assumption: definition?.label ?? register,
      entry: typeof name === 'string' ? name : entryKey,
      field: field.label,
      before: valueOf(field, before),
      after: valueOf(field, after),
      unit: unitOf(field),
      done,
    }))
    .filter((row) => row.before !== row.after);
}

function rowsOf(change: PlanChange): ReportTable['rows'] {
  return change.kind === 'assumption' ? [assumptionRow(change)] : entryRows(change);
}

/** Every change of a scenario at an organisation and those below it: who, when, from where, old, new, why. */
export function changesView({ scenario, organisation, changes, next }: PlanChanges): View {
  const columns = [
    column('at', 'When'),
    column('author', 'Who'),
    column('origin', 'From'),
    column('organisation', 'Organisation'),
    column('assumption', 'Assumption or register'),
    column('entry', 'Register entry'),
    column('field', 'Field'),
    column('staffGroup', 'Staff group'),
    column('year', 'Year', 'financial-year'),
    column('before', 'Old', 'number'),
    column('after', 'New', 'number'),
    column('unit', 'Unit'),
    column('done', 'What was done'),
    column('reason', 'Reason'),
  ];
  return {
    key: 'changes',
    title: `${organisation.name}: what was changed`,
    source: {
      organisation: { code: organisation.code, name: organisation.name },
      scenario: scenario.name,
      kind: 'assumptions',
      run: null,
      engineVersion: null,
      calculatedAt: null,
    },
    notes: next === null ? [] : [`The newest ${changes.length} changes; there are earlier ones.`],
    tables: [tableOf(['changes', 'Changes'], columns, changes.flatMap(rowsOf))],
  };
}
