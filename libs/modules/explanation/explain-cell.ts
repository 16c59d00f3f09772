import { EXIT_CAUSES, JOINER_SOURCES } from '#engine';

import { MEASURES } from '../projection/measures';
import type { ProjectionInput } from '../projection/projection-input';
import type { MonthlyMeasure, StaffGroupOutput } from '../projection/projection-output';
import { explainedAssumptions, type ExplainedAssumption } from './explained-assumptions';
import { ExplanationQuestionError } from './explanation-question.error';

/** One number of a projection. */
export interface CellQuestion {
  readonly staffGroup: string;
  readonly measure: MonthlyMeasure;
  /** Month end as `YYYY-MM`; the last month of the span. */
  readonly month: string;
  /** How far back the steps reach: the month itself, or the twelve months that end with it. */
  readonly span: 'month' | 'year';
}

/** One step to the number, with what it rests on. */
export interface ExplanationStep {
  readonly measure: MonthlyMeasure;
  readonly label: string;
  readonly unit: 'headcount' | 'fte' | 'pounds';
  /** Signed as it acts on the number, summed over the span. */
  readonly amount: number;
  readonly formula: string;
  readonly assumptions: readonly ExplainedAssumption[];
  /** Entries of registers that the step reads for this staff group. */
  readonly registers: readonly ExplainedRegister[];
}

export interface ExplainedRegister {
  readonly register: string;
  readonly entryIds: readonly string[];
}

/** How a number came about. */
export interface Explanation {
  readonly staffGroup: string;
  readonly measure: MonthlyMeasure;
  readonly label: string;
  readonly unit: 'headcount' | 'fte' | 'pounds';
  readonly kind: 'stock' | 'flow' | 'level';
  readonly formula: string;
  /** First and last month end of the span. */
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Stock at the start of the span, where the steps carry it to the value; null where they do not add up to it. */
  readonly opening: number | null;
  readonly steps: readonly ExplanationStep[];
  readonly assumptions: readonly ExplainedAssumption[];
  readonly registers: readonly ExplainedRegister[];
}

/** What is explained: the input of the run and the result of the staff group. */
export interface ExplainedRun {
  readonly input: ProjectionInput;
  readonly months: readonly string[];
  readonly group: Pick<StaffGroupOutput, 'code' | 'series'>;
}

/** Flows that carry people in post from opening to closing, with their signs. */
const HEADCOUNT_STEPS: readonly (readonly [MonthlyMeasure, 1 | -1])[] = [
  ...JOINER_SOURCES.map((source) => [`joiners-${source}`, 1] as const),
  ['exits-planned', -1],
  ...EXIT_CAUSES.map((cause) => [`exits-${cause}`, -1] as const),
  ['moves-in', 1],
  ['moves-out', -1],
];

/** Flows that carry contracted WTE from opening to closing, with their signs. */
const FTE_STEPS: readonly (readonly [MonthlyMeasure, 1 | -1])[] = [
  ['fte-joiners', 1],
  ['fte-exits', -1],
  ['fte-moves-in', 1],
  ['fte-moves-out', -1],
  ['fte-participation-change', 1],
];

/**
 * Explains one number: for people and WTE in post, opening, each flow, closing (they add up, to rounding);
 * for every other measure the lines it is calculated from; and for each the assumptions and register
 * entries that it reads.
 *
 * @throws ExplanationQuestionError where the projection has no such number.
 */
export function explainCell(run: ExplainedRun, question: CellQuestion): Explanation {
  const at = run.months.indexOf(question.month);
  if (at < 0) throw new ExplanationQuestionError(question.month, run.months);
  const { label, unit, kind, formula, parameters, registers } = MEASURES[question.measure];
  const from = Math.max(0, at - (question.span === 'year' ? 12 : 1));
  const place: Place = { run, from, to: at };
  const carried = carriedBy(question.measure);
  const series = run.group.series[question.measure];
  return {
    staffGroup: run.group.code,
    measure: question.measure,
    label,
    unit,
    kind,
    formula,
    from: run.months[from] ?? question.month,
    to: question.month,
    value: kind === 'flow' ? total(series, place) : (series[at] ?? NaN),
    opening: carried === null ? null : (series[from] ?? NaN),
    steps: stepsOf(question.measure, carried, place),
    assumptions: explainedAssumptions(parameters, run.input, { ...place, staffGroup: run.group.code }),
    registers: explainedRegisters(registers, run),
  };
}

interface Place {
  readonly run: ExplainedRun;
  readonly from: number;
  readonly to: number;
}

function carriedBy(measure: MonthlyMeasure): readonly (readonly [MonthlyMeasure, 1 | -1])[] | null {
  if (measure === 'headcount') return HEADCOUNT_STEPS;
  return measure === 'fte' ? FTE_STEPS : null;
}

function stepsOf(
  measure: MonthlyMeasure,
  carried: readonly (readonly [MonthlyMeasure, 1 | -1])[] | null,
  place: Place,
): readonly ExplanationStep[] {
  const steps = carried ?? MEASURES[measure].parts.map((part) => [part, 1] as const);
  return steps.map(([part, sign]) => step(part, sign, place));
}

function step(measure: MonthlyMeasure, sign: 1 | -1, place: Place): ExplanationStep {
  const { run, to } = place;
  const { label, unit, kind, formula, parameters, registers } = MEASURES[measure];
  const series = run.group.series[measure];
  const amount = kind === 'flow' ? total(series, place) : (series[to] ?? NaN);
  return {
    measure,
    label,
    unit,
    amount: amount === 0 ? 0 : sign * amount,
    formula,
    assumptions: explainedAssumptions(parameters, run.input, { ...place, staffGroup: run.group.code }),
    registers: explainedRegisters(registers, run),
  };
}

function total(series: readonly number[], { from, to }: Place): number {
  return series.slice(from + 1, to + 1).reduce((sum, value) => sum + value, 0);
}

/** Entries that act on the group: those that name it in any field, and those that name no group. */
function explainedRegisters(keys: readonly string[], run: ExplainedRun): readonly ExplainedRegister[] {
  const codes = new Set(run.input.staffGroups.map(({ code }) => code));
  return keys.flatMap((register) => {
    const entryIds = (run.input.registers?.[register] ?? [])
      .filter(({ values }) => {
        const named = Object.values(values).filter((value) => typeof value === 'string' && codes.has(value));
        return named.length === 0 || named.includes(run.group.code);
      })
      .map(({ id }) => id);
    return entryIds.length === 0 ? [] : [{ register, entryIds }];
  });
}
