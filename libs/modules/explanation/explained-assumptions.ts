import { ALL_STAFF, timelineOf } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { parameterByKey, type ParameterUnit } from '../registry';

/** An assumption as a step read it. */
export interface ExplainedAssumption {
  readonly parameter: string;
  readonly label: string;
  readonly unit: ParameterUnit;
  /** The staff group that the value was resolved for; `all-staff` for the whole organisation. */
  readonly staffGroup: string;
  /** The values of the financial years that the span touches. */
  readonly values: readonly ExplainedValue[];
}

export interface ExplainedValue {
  /** First calendar year of the financial year. */
  readonly year: number;
  /** Index into the resolved values of the input. */
  readonly index: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The months of a span, as positions in the series, and the group. */
export interface ExplainedSpan {
  readonly from: number;
  readonly to: number;
  readonly staffGroup: string;
}

/** The values in force of some parameters over a span; a parameter that the input lacks is left out. */
export function explainedAssumptions(
  parameters: readonly string[],
  input: ProjectionInput,
  span: ExplainedSpan,
): readonly ExplainedAssumption[] {
  const { yearOfMonth } = timelineOf(input.calendar);
  const first = Math.min(span.from, span.to - 1);
  const indices = [...new Set(yearOfMonth.slice(Math.max(0, first), Math.max(1, span.to)))];
  return parameters.flatMap((key) => {
    const definition = parameterByKey(key);
    const byGroup = input.assumptions[key];
    const staffGroup = byGroup?.[span.staffGroup] === undefined ? ALL_STAFF : span.staffGroup;
    const resolved = byGroup?.[staffGroup];
    if (definition === undefined || resolved === undefined) return [];
    const values = (definition.perYear ? indices : [0]).map((index) => ({
      year: input.calendar.firstYear - 1 + index,
      index,
      value: resolved.values[index] ?? NaN,
      low: resolved.low?.[index] ?? null,
      high: resolved.high?.[index] ?? null,
    }));
    return [{ parameter: key, label: definition.label, unit: definition.unit, staffGroup, values }];
  });
}
