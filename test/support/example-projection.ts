import example from '../../config/schemas/examples/projection-input.example.json';
import type { MeasureSeries } from '#modules/growth';
import {
  defaultAssumptions,
  type ProjectionInput,
  type ProjectionOutput,
  type ResolvedAssumptions,
  type StaffGroupInput,
} from '#modules/projection';

/** The published example: nursing, support to nursing and central functions of one trust. */
export const BASE = example as ProjectionInput;
export const NURSES = 'nurses-and-health-visitors';
export const SUPPORT = 'support-to-doctors-nurses-and-midwives';
const NO_FLOWS = ['retention.leaver-rate', 'skill-mix.promotion-rate'];

/** National defaults, with values by parameter and group on top; one value serves all years. */
export function assume(
  values: Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>>,
): ResolvedAssumptions {
  const assumptions: Record<string, Record<string, { values: readonly number[] }>> = {};
  for (const [key, byGroup] of Object.entries(defaultAssumptions(BASE.calendar)))
    assumptions[key] = { ...byGroup };
  for (const [key, byGroup] of Object.entries(values)) {
    for (const [code, value] of Object.entries(byGroup)) {
      const years = BASE.calendar.years + 1;
      const byYear = typeof value === 'number' ? new Array<number>(years).fill(value) : value;
      assumptions[key] = { ...assumptions[key], [code]: { values: byYear } };
    }
  }
  return assumptions;
}

/** Nobody leaves or is promoted in these groups. */
export const still = (...groups: readonly string[]) =>
  Object.fromEntries(NO_FLOWS.map((key) => [key, Object.fromEntries(groups.map((group) => [group, 0]))]));

export function withGroup(change: Partial<StaffGroupInput>, input: ProjectionInput = BASE): ProjectionInput {
  const [first, ...rest] = input.staffGroups;
  return { ...input, staffGroups: [{ ...(first as StaffGroupInput), ...change }, ...rest] };
}

export function seriesOf(output: ProjectionOutput, group: string = NURSES): MeasureSeries {
  const found = output.staffGroups.find(({ code }) => code === group);
  if (found === undefined) throw new Error(`no ${group}`);
  return found.series;
}

export const last = (values: readonly number[]): number => values.at(-1) ?? NaN;
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const codes = (output: ProjectionOutput) =>
  output.notices.map(({ code, staffGroup }) => `${code} ${staffGroup ?? ''}`);
