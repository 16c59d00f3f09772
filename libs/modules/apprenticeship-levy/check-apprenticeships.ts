import type { LevyPolicy } from '#policy';

import { monthNumber, monthText } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import type { InputProblem } from '../projection/projection-input-error';
import type { RegisterDefinition } from '../register/register-definition';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { termsOf } from './cohorts';
import { ruleOfMonth } from './dated-rule';
import { expiryMonthOf } from './expiry';
import { APPRENTICES_IN_TRAINING, APPRENTICESHIP_STARTS, LEVY_OPENING_FUNDS } from './registers';

/** An entry of a register with its place in the input. */
interface Placed {
  readonly definition: RegisterDefinition;
  readonly row: RegisterRow;
  readonly index: number;
}

/**
 * What the fields of apprenticeship entries cannot say one by one: standards that are known or complete,
 * durations that the rules allow, dates on the right side of the baseline. For inputs whose fields passed.
 */
export function checkApprenticeships(input: ProjectionInput): readonly InputProblem[] {
  const starts = placed(input, APPRENTICESHIP_STARTS);
  const underWay = placed(input, APPRENTICES_IN_TRAINING);
  const funds = placed(input, LEVY_OPENING_FUNDS);
  const policy = input.policy.apprenticeshipLevy;
  if (policy === undefined) return [...starts, ...underWay, ...funds].slice(0, 1).map(withoutRules);
  return [
    ...starts.flatMap((entry) => [...checkTerms(entry, policy), ...checkStart(entry, input, policy)]),
    ...underWay.flatMap((entry) => [...checkTerms(entry, policy), ...checkUnderWay(entry, input, policy)]),
    ...funds.flatMap((entry) => checkFunds(entry, input)),
  ];
}

function placed(input: ProjectionInput, definition: RegisterDefinition): readonly Placed[] {
  return registerRows(input, definition).map((row, index) => ({ definition, row, index }));
}

function withoutRules(entry: Placed): InputProblem {
  return problem(entry, 'standard', {
    rule: 'levy-rules',
    message: 'the input holds no rules of the apprenticeship levy',
    fix: 'add /policy/apprenticeshipLevy or remove the entries',
  });
}

function checkTerms(entry: Placed, policy: LevyPolicy): readonly InputProblem[] {
  const { plannedMonths, bandPounds } = termsOf(entry.row, policy);
  const reference = entry.row.text('standard');
  const known = policy.standards.map((standard) => standard.reference).join(', ');
  const missing = [
    ...(plannedMonths === null ? ['plannedMonths'] : []),
    ...(bandPounds === null ? ['fundingBand'] : []),
  ];
  const unknown = missing.map((field) =>
    problem(entry, field, {
      rule: 'known-standard',
      message: `${reference} is not in the reference list, and the entry does not give its own`,
      fix: `fill it in, or use one of ${known}`,
    }),
  );
  return [...unknown, ...['plannedMonths', 'withdrawalMonth'].flatMap((field) => checkWhole(entry, field))];
}

function checkWhole(entry: Placed, field: string): readonly InputProblem[] {
  const value = entry.row.optionalNumber(field) ?? 0;
  if (Number.isInteger(value)) return [];
  const message = `${value} is not a whole number of months`;
  return [problem(entry, field, { rule: 'whole-months', message, fix: 'round it' })];
}

function checkStart(
  entry: Placed,
  { calendar }: ProjectionInput,
  policy: LevyPolicy,
): readonly InputProblem[] {
  const { plannedMonths } = termsOf(entry.row, policy);
  const shortest = ruleOfMonth(policy.minimumMonths, monthNumber(calendar.baselineMonth) + 1);
  const withdrawal = entry.row.optionalNumber('withdrawalMonth') ?? 1;
  if (plannedMonths === null) return [];
  return [
    ...(plannedMonths >= shortest
      ? []
      : [
          problem(entry, 'plannedMonths', {
            rule: 'minimum-duration',
            message: `${plannedMonths} months is shorter than the shortest apprenticeship, ${shortest}`,
            fix: `plan at least ${shortest} months`,
          }),
        ]),
    ...(withdrawal <= plannedMonths
      ? []
      : [
          problem(entry, 'withdrawalMonth', {
            rule: 'within-planned-months',
            message: `month ${withdrawal} is after the last of ${plannedMonths} planned months`,
            fix: `give a month from 1 to ${plannedMonths}`,
          }),
        ]),
  ];
}

function checkUnderWay(
  entry: Placed,
  { calendar }: ProjectionInput,
  policy: LevyPolicy,
): readonly InputProblem[] {
  const { plannedMonths } = termsOf(entry.row, policy);
  const baseline = monthNumber(calendar.baselineMonth);
  const start = monthNumber(entry.row.text('startMonth'));
  if (start > baseline) {
    const message = `${monthText(start)} is after the baseline month ${calendar.baselineMonth}`;
    return [problem(entry, 'startMonth', { rule: 'before-baseline', message, fix: 'enter it as a start' })];
  }
  if (plannedMonths === null || start + plannedMonths > baseline + 1) return [];
  const message = `${plannedMonths} months from ${monthText(start)} are over by ${calendar.baselineMonth}`;
  const fix = 'give the months up to the end now expected, or remove the entry';
  return [problem(entry, 'plannedMonths', { rule: 'still-in-training', message, fix })];
}

function checkFunds(entry: Placed, input: ProjectionInput): readonly InputProblem[] {
  const baseline = monthNumber(input.calendar.baselineMonth);
  const entered = monthNumber(entry.row.text('entered'));
  const expiry = expiryMonthOf(input, entered);
  if (entered > baseline) {
    const message = `${monthText(entered)} is after the baseline month ${input.calendar.baselineMonth}`;
    const fix = 'leave later months out: the projection credits them';
    return [problem(entry, 'entered', { rule: 'before-baseline', message, fix })];
  }
  if (expiry > baseline) return [];
  const message = `funds of ${monthText(entered)} expired in ${monthText(expiry)}, by the baseline month`;
  return [problem(entry, 'entered', { rule: 'not-expired', message, fix: 'remove the entry' })];
}

function problem(
  { definition, index }: Placed,
  field: string,
  found: Pick<InputProblem, 'rule' | 'message' | 'fix'>,
): InputProblem {
  return { pointer: `/registers/${definition.key}/${index}/values/${field}`, ...found };
}
