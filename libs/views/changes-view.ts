import type { EnteredAmount, PlanChange, PlanChanges } from '#assumptions';
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

function rowOf(change: PlanChange) {
  const definition = parameterByKey(change.parameter);
  return {
    at: change.at,
    author: change.author ?? 'Calibration',
    origin: enteredFromWords(change.origin),
    organisation: `${change.organisation.name} (${change.organisation.code})`,
    assumption: definition?.label ?? change.parameter,
    staffGroup: change.staffGroup.name,
    year: change.year,
    before: amountOf(change.before, definition),
    after: amountOf(change.after, definition),
    unit: definition === undefined ? null : PARAMETER_UNIT_WORDS[definition.unit],
    done: change.after === null ? 'reset to what is inherited' : DONE[change.after.operation],
    reason: change.reason,
  };
}

/** Every change of a scenario at an organisation and those below it: who, when, from where, old, new, why. */
export function changesView({ scenario, organisation, changes, next }: PlanChanges): View {
  const columns = [
    column('at', 'When'),
    column('author', 'Who'),
    column('origin', 'From'),
    column('organisation', 'Organisation'),
    column('assumption', 'Assumption'),
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
    tables: [tableOf(['changes', 'Changes'], columns, changes.map(rowOf))],
  };
}
