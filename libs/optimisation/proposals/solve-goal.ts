import { financialYearLabel } from '#modules/report-layout';
import type { ProjectionInput } from '#modules/projection';
import { parameterByKey } from '#modules/registry';
import { usualLevers, type OfferedLever } from '../catalogue';
import { leverOf, seekGoal, soughtFunction, type GoalQuestion, type SoughtTarget } from '../goal-seek';
import { OrganisationModel, ALL_STAFF, type Lever, type Quantity } from '../model';
import type { AskedGoal } from './asked';
import { named, type GroupNames } from './compile-plan';
import type { Solved } from './solved';

/** Part of the target that counts as reached. */
const NEAR = 1e-4;
const NEAREST = {
  'pay-bill': 100,
  shortfall: 0.01,
  'staff-in-post': 0.01,
  'levy-expired': 100,
  'levy-not-covered': 100,
} as const;

function quantityOf({ staffGroup, target: { figure, year } }: AskedGoal): Quantity {
  switch (figure) {
    case 'shortfall':
      return { kind: 'balance', staffGroup, year };
    case 'staff-in-post':
      return { kind: 'measure', measure: 'fte', staffGroup, year };
    case 'pay-bill':
      return { kind: 'measure', measure: 'pay-bill', staffGroup: ALL_STAFF, year };
    case 'levy-expired':
      return { kind: 'levy', what: 'expired', year };
    case 'levy-not-covered':
      return { kind: 'levy', what: 'not-covered', year };
  }
}

const FIGURE_WORDS = {
  shortfall: 'Requirement left open after bank and agency',
  'staff-in-post': 'Staff in post',
  'pay-bill': 'Pay bill',
  'levy-expired': 'Apprenticeship levy funds that expire',
  'levy-not-covered': 'Apprenticeship payments that the levy does not cover',
} as const;

/** Figures of a staff group; the others are of the organisation. */
const OF_GROUP: readonly string[] = ['shortfall', 'staff-in-post'];

/**
 * The lever of the catalogue that is the number of a register's entry; undefined where a parameter is sought, and where
 * several levers make entries of the register (levy given and levy received): then no one number is meant.
 */
export function registerLever({ parameter, staffGroup }: AskedGoal, years: number): OfferedLever | undefined {
  const [lever, ...others] = usualLevers(staffGroup, years).filter(
    ({ action }) => action.kind === 'register-number' && action.register === parameter,
  );
  return others.length === 0 ? lever : undefined;
}

function targetOf(asked: AskedGoal, names: GroupNames): SoughtTarget {
  const { figure, year, sense, value } = asked.target;
  const who = OF_GROUP.includes(figure) ? ` of ${names[asked.staffGroup] ?? asked.staffGroup}` : '';
  return {
    label: `${FIGURE_WORDS[figure]}${who} in ${financialYearLabel(year)}`,
    terms: [{ quantity: quantityOf(asked), weight: 1 }],
    sense,
    value,
    tolerance: Math.max(NEAREST[figure], NEAR * Math.abs(value)),
  };
}

/** The goal as the goal seek knows it; years of the round are counted from 0. */
export function goalQuestionOf(
  asked: AskedGoal,
  { firstYear, years }: ProjectionInput['calendar'],
  names: GroupNames,
): GoalQuestion {
  const { parameter, staffGroup, low, high, fromYear } = asked;
  const lever = registerLever(asked, years);
  return {
    sought:
      lever === undefined
        ? { kind: 'assumption', parameter, staffGroup }
        : { kind: 'register-number', lever },
    low,
    high,
    fromYear: fromYear - firstYear,
    toYear: years - 1,
    target: targetOf(asked, names),
  };
}

/** The lever that a goal moves, under the key that its lines have. */
export function goalLever(asked: AskedGoal, calendar: ProjectionInput['calendar'], names: GroupNames): Lever {
  return leverOf(goalQuestionOf(asked, calendar, names), calendar.years);
}

/**
 * Solves one assumption for one target: all organisations that have the staff group take the same value, or share out
 * the number of a register's entry by their people in it.
 *
 * @throws RangeError where none of them has it, or the bounds are out of order
 */
export function solveGoal(inputs: readonly ProjectionInput[], asked: AskedGoal, names: GroupNames): Solved {
  const own = inputs.filter(({ staffGroups }) => staffGroups.some(({ code }) => code === asked.staffGroup));
  const [first] = own;
  if (first === undefined) throw new RangeError(`no organisation has ${named(asked.staffGroup, names)}`);
  const question = goalQuestionOf(asked, first.calendar, names);
  const lever = goalLever(asked, first.calendar, names);
  const models = own.map((input) => new OrganisationModel(input, [lever], [quantityOf(asked)]));
  const sought = soughtFunction(models, question);
  const answer = seekGoal(sought, question);
  const definition = parameterByKey(asked.parameter);
  const { label, unit } = definition ?? lever;
  const isAnswer = answer.outcome === 'solved' || answer.outcome === 'not-reachable';
  const lines = models.map((model) => ({
    organisation: model.code,
    lever: lever.key,
    label,
    unit,
    amounts: sought.amountsOf(model, answer.best.value)[lever.key] ?? [],
    cost: 0,
  }));
  return {
    content: {
      kind: 'goal',
      outcome: answer.outcome,
      label,
      unit,
      targetLabel: question.target.label,
      answer,
    },
    lines: isAnswer ? lines : [],
  };
}
