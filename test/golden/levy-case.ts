import {
  defaultAssumptions,
  project,
  type ProjectionInput,
  type ResolvedAssumptions,
  type StaffGroupInput,
} from '#modules/projection';
import type { ModuleReport } from '#modules/reporting';
import { apprenticeshipLevyReport } from '#modules/apprenticeship-levy';
import { loadPolicy, projectionPolicy } from '#policy';

const { apprenticeshipLevy, ...DATED } = projectionPolicy(loadPolicy(), 2026, 1);

/** Nobody leaves, is ill or is promoted; pay does not grow: every month is like the last. */
const STILL: Readonly<Record<string, number>> = {
  'retention.leaver-rate': 0,
  'skill-mix.promotion-rate': 0,
  'sickness-absence.rate': 0,
  'pay-bill.pay-award': 0,
};

export interface LevyCase {
  readonly baselineMonth: string;
  readonly staffGroups: readonly StaffGroupInput[];
  /** Full-time pay a year by band. */
  readonly pay: Readonly<Record<string, number>>;
  readonly assumptions?: Readonly<Record<string, number>>;
  readonly registers?: ProjectionInput['registers'];
}

export function group(code: string, headcount: number, fte: number, band: number): StaffGroupInput {
  return {
    code,
    name: code,
    registered: band > 0,
    medical: false,
    basis: 'staff-in-post',
    headcount,
    fte,
    establishment: fte,
    bandShares: [band === 0 ? 1 : 0, band === 1 ? 1 : 0],
    ageShares: [1],
    ethnicityShares: [1],
    profileSource: 'by hand',
  };
}

/** A year of an organisation in which only apprenticeships happen, under the dated rules of the levy. */
export function levyInput(levyCase: LevyCase): ProjectionInput {
  const calendar = { baselineMonth: levyCase.baselineMonth, firstYear: 2026, years: 1 };
  const entered = Object.entries({ ...STILL, ...levyCase.assumptions }).map(([key, value]) => [
    key,
    { 'all-staff': { values: [value, value] } },
  ]);
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: 'RZZ', name: 'Hand-worked' },
    calendar,
    bands: ['band-3', 'band-5'],
    ageBands: [{ code: 'all-ages', widthYears: null }],
    ethnicities: ['white'],
    staffGroups: levyCase.staffGroups,
    assumptions: {
      ...defaultAssumptions(calendar),
      ...(Object.fromEntries(entered) as ResolvedAssumptions),
    },
    ...(levyCase.registers === undefined ? {} : { registers: levyCase.registers }),
    policy: {
      ...DATED,
      ...(apprenticeshipLevy === undefined ? {} : { apprenticeshipLevy }),
      basicPay: Object.fromEntries(Object.entries(levyCase.pay).map(([band, pay]) => [band, [pay, pay]])),
      payScalesTo: { 'band-3': 2026, 'band-5': 2026 },
    },
    seed: '0',
    draws: 0,
  };
}

export function levyReport(levyCase: LevyCase): ModuleReport {
  const input = levyInput(levyCase);
  return apprenticeshipLevyReport({ input, output: project(input) });
}

/** Rows of a table of the report. */
export function rowsOf(report: ModuleReport, key: string) {
  const table = report.tables.find((each) => each.key === key);
  if (table === undefined) throw new Error(`no table ${key}`);
  return table.rows;
}

export function figureOf(report: ModuleReport, key: string): number {
  return report.figures.find((figure) => figure.key === key)?.value ?? NaN;
}
