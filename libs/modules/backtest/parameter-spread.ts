import { log } from '#engine';

import type { GrowthEvidence } from '../calibration';
import { P90_DEVIATIONS } from '../calibration/shrinkage';
import type { ProjectionInput, ResolvedAssumptions } from '../projection/projection-input';
import { PARAMETERS, type ParameterDefault, type ParameterDefinition } from '../registry';
import { calibratedInput, type ProjectionReach } from './calibrated-input';
import { projectedFte } from './project-cells';
import type { HistoryStaffGroup } from './published-history';

/** Standard deviation of the logarithm of FTE from the ranges of the assumptions, by staff group, 1, 2, … months ahead. */
export type ParameterSpread = ReadonlyMap<string, readonly number[]>;

export interface SpreadQuestion {
  readonly baselineMonth: string;
  readonly staffGroups: readonly HistoryStaffGroup[];
  readonly growthOf: (staffGroup: string) => GrowthEvidence;
}

/** FTE of every group of the unit that stands for all; rates do not depend on it. */
const ANY_FTE = 1000;

/**
 * What the ranges of the assumptions make of the projected FTE. Every assumption with a low and a high (P10 and
 * P90) is set to the one and to the other, for all groups at once, and the engine run; the distances of
 * log FTE are combined as independent, `sum ((ln F_high - ln F_low) / (2 x 1.28))^2`.
 *
 * @param moving the parameters to vary, see {@link parametersThatMoveFte}; all with a range if left out.
 */
export function parameterSpread(
  question: SpreadQuestion,
  reach: ProjectionReach,
  moving: readonly ParameterDefinition[] = parametersWithRange(),
): ParameterSpread {
  const input = calibratedInput(unitOf(question), reach);
  const variances = question.staffGroups.map(() => new Array<number>(reach.horizon).fill(0));
  for (const parameter of moving) {
    const low = logFte(withEnd(input, parameter, 'low'), reach.horizon);
    const high = logFte(withEnd(input, parameter, 'high'), reach.horizon);
    variances.forEach((variance, group) => {
      variance.forEach((sum, month) => {
        const distance = (high[group]?.[month] ?? 0) - (low[group]?.[month] ?? 0);
        const deviation = distance / (2 * P90_DEVIATIONS);
        variance[month] = sum + deviation * deviation;
      });
    });
  }
  return new Map(
    question.staffGroups.map(({ code }, group) => [code, (variances[group] ?? []).map(Math.sqrt)]),
  );
}

/** The parameters whose range moves the FTE of a group at all; costs do not. */
export function parametersThatMoveFte(
  question: SpreadQuestion,
  reach: ProjectionReach,
): readonly ParameterDefinition[] {
  const year = { ...reach, horizon: 12 };
  return parametersWithRange().filter((parameter) =>
    [...parameterSpread(question, year, [parameter]).values()].some((months) =>
      months.some((deviation) => deviation > 0),
    ),
  );
}

function parametersWithRange(): readonly ParameterDefinition[] {
  return PARAMETERS.filter(hasRange);
}

function unitOf({ baselineMonth, staffGroups, growthOf }: SpreadQuestion) {
  const groups = staffGroups.map((definition) => ({
    definition,
    fte: [ANY_FTE],
    growth: growthOf(definition.code),
  }));
  return { code: 'any', name: 'Any organisation', baselineMonth, groups };
}

function hasRange({ default: all, defaultByStaffGroup }: ParameterDefinition): boolean {
  return [all, ...Object.values(defaultByStaffGroup ?? {})].some(
    ({ low, high }) => low !== undefined && high !== undefined,
  );
}

/** The input with a parameter at its low or high, for every group; one without a range keeps its value. */
function withEnd(
  input: ProjectionInput,
  parameter: ParameterDefinition,
  end: 'low' | 'high',
): ProjectionInput {
  const byGroup = Object.fromEntries(
    input.staffGroups.map(({ code }) => {
      const own: ParameterDefault = parameter.defaultByStaffGroup?.[code] ?? parameter.default;
      const values = valuesOf(input.assumptions, parameter.key, code);
      return [code, { values: own[end] === undefined ? values : values.map(() => own[end] ?? 0) }];
    }),
  );
  const all = input.assumptions[parameter.key] ?? {};
  return { ...input, assumptions: { ...input.assumptions, [parameter.key]: { ...all, ...byGroup } } };
}

function valuesOf(assumptions: ResolvedAssumptions, key: string, staffGroup: string): readonly number[] {
  const byGroup = assumptions[key];
  return (byGroup?.[staffGroup] ?? byGroup?.['all-staff'])?.values ?? [];
}

function logFte(input: ProjectionInput, horizon: number): readonly (readonly number[])[] {
  return projectedFte(input, horizon).map((path) => path.map((fte) => log(fte)));
}
