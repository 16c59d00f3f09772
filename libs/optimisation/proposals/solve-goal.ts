import { financialYearLabel } from '#modules/report-layout';
import type { ProjectionInput } from '#modules/projection';
import { parameterByKey } from '#modules/registry';
import { leverOf, seekGoal, soughtFunction, type GoalQuestion, type SoughtTarget } from '../goal-seek';
import { OrganisationModel, valuesOf, ALL_STAFF, type Lever, type Quantity } from '../model';
import type { AskedGoal } from './asked';
import { named, type GroupNames } from './compile-plan';
import type { Solved } from './solved';

/** Part of the target that counts as reached. */
const NEAR = 1e-4;
const NEAREST = { 'pay-bill': 100, shortfall: 0.01, 'staff-in-post': 0.01 } as const;

function quantityOf({ staffGroup, target: { figure, year } }: AskedGoal): Quantity {
  switch (figure) {
    case 'shortfall':
      return { kind: 'balance', staffGroup, year };
    case 'staff-in-post':
      return { kind: 'measure', measure: 'fte', staffGroup, year };
    case 'pay-bill':
      return { kind: 'measure', measure: 'pay-bill', staffGroup: ALL_STAFF, year };
  }
}

const FIGURE_WORDS = {
  shortfall: 'Requirement left open after bank and agency',
  'staff-in-post': 'Staff in post',
  'pay-bill': 'Pay bill',
} as const;

function targetOf(asked: AskedGoal, names: GroupNames): SoughtTarget {
  const { figure, year, sense, value } = asked.target;
  const who = figure === 'pay-bill' ? 'all staff' : (names[asked.staffGroup] ?? asked.staffGroup);
  return {
    label: `${FIGURE_WORDS[figure]} of ${who} in ${financialYearLabel(year)}`,
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
  return {
    sought: { kind: 'assumption', parameter, staffGroup },
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
 * Solves one assumption for one target; all organisations that have the staff group take the same value.
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
  const { amounts: _, ...answer } = seekGoal(soughtFunction(models, question), question);
  const definition = parameterByKey(asked.parameter);
  const label = definition?.label ?? asked.parameter;
  const unit = definition?.unit ?? '';
  const isAnswer = answer.outcome === 'solved' || answer.outcome === 'not-reachable';
  const lines = own.map((input) => ({
    organisation: input.organisation.code,
    lever: lever.key,
    label,
    unit,
    amounts: Array.from({ length: input.calendar.years }, (__, year) =>
      year < question.fromYear
        ? 0
        : answer.best.value - (valuesOf(input.assumptions, asked.parameter, asked.staffGroup)[year + 1] ?? 0),
    ),
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
