import type { ProjectionPolicy } from '#policy';

import { calibrate, calibratedRows, nationalJoinerShares, type CalibratedRow } from '../calibration';
import type { GrowthEvidence } from '../calibration/calibration-evidence';
import { nationalDefaultsAsPeers } from '../calibration/national-peers';
import { monthNumber, monthText } from '../compilation/timeline';
import { defaultAssumptions, type ProjectionCalendar, type ProjectionInput } from '../projection';
import type { ResolvedAssumptions, StaffGroupInput } from '../projection/projection-input';
import { parameterByKey } from '../registry';
import type { HistoryStaffGroup } from './published-history';

/** A staff group of an organisation (or of England) as it is known at the month of calibration. */
export interface KnownGroup {
  readonly definition: HistoryStaffGroup;
  /** Consecutive months, the last being the baseline month, which is known. */
  readonly fte: readonly (number | null)[];
  readonly growth: GrowthEvidence;
}

export interface CalibratedUnit {
  readonly code: string;
  readonly name: string;
  readonly baselineMonth: string;
  readonly groups: readonly KnownGroup[];
}

/** How far to project, and the policy facts of the years. */
export interface ProjectionReach {
  readonly horizon: number;
  readonly policyOf: (firstYear: number, years: number) => ProjectionPolicy;
}

/** One band serves: only stocks are compared, and equal rates make the result independent of bands. */
const BAND = 'band-5';
const PARTICIPATION = 'retention.participation-at-start';

/**
 * The projection input that the product would make for a unit at its baseline month: calibrated
 * assumptions on national defaults, with one band, one age and one class.
 */
export function calibratedInput(
  unit: CalibratedUnit,
  { horizon, policyOf }: ProjectionReach,
): ProjectionInput {
  const calendar = calendarOf(unit.baselineMonth, horizon);
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: unit.code, name: unit.name },
    calendar,
    bands: [BAND],
    ageBands: [{ code: 'all-ages', widthYears: null }],
    ethnicities: ['all'],
    staffGroups: unit.groups.map(groupInput),
    assumptions: withRows(
      defaultAssumptions(calendar),
      unit.groups.flatMap((group) => rowsOf(group, calendar)),
      calendar,
    ),
    policy: onlyBand(policyOf(calendar.firstYear, calendar.years)),
    seed: '0',
    draws: 0,
  };
}

/** The round that begins at the first 31 March from the baseline on and reaches the horizon. */
export function calendarOf(baselineMonth: string, horizon: number): ProjectionCalendar {
  const baseline = monthNumber(baselineMonth);
  const year = Math.floor(baseline / 12);
  const firstYear = baseline % 12 <= 2 ? year : year + 1;
  const months = baseline + horizon - monthNumber(`${firstYear}-03`);
  return { baselineMonth, firstYear, years: Math.max(1, Math.ceil(months / 12)) };
}

function groupInput({ definition, fte }: KnownGroup): StaffGroupInput {
  const stock = fte.at(-1) ?? 0;
  return {
    ...definition,
    basis: 'absence-days',
    headcount: headcountOf(definition.code, stock),
    fte: stock,
    bandShares: [1],
    ageShares: [1],
    ethnicityShares: [1],
    profileSource: 'one class',
  };
}

function headcountOf(staffGroup: string, fte: number): number {
  const parameter = parameterByKey(PARTICIPATION);
  if (parameter === undefined) throw new RangeError(`there is no parameter ${PARTICIPATION}`);
  return fte / (parameter.defaultByStaffGroup?.[staffGroup] ?? parameter.default).value;
}

function rowsOf(
  { definition, fte, growth }: KnownGroup,
  calendar: ProjectionCalendar,
): readonly CalibratedRow[] {
  const { code } = definition;
  const baseline = monthNumber(calendar.baselineMonth);
  const calibration = calibrate({
    history: {
      staffGroup: code,
      headcount: headcountOf(code, fte.at(-1) ?? 0),
      months: fte.map((value, index) => ({
        month: monthText(baseline - fte.length + 1 + index),
        fte: value,
        fteDaysAvailable: null,
        fteDaysLost: null,
      })),
      turnover: [],
    },
    peers: { ...nationalDefaultsAsPeers(code), netGrowth: growth },
    years: calendar.years + 1,
    joinerShares: nationalJoinerShares(code),
  });
  return calibratedRows(calibration, {
    firstYear: calendar.firstYear,
    monthsToStart: monthNumber(`${calendar.firstYear}-03`) - baseline,
  });
}

/** A row holds from its first year on, until a later row of the same cell. */
function withRows(
  defaults: ResolvedAssumptions,
  rows: readonly CalibratedRow[],
  { firstYear, years }: ProjectionCalendar,
): ResolvedAssumptions {
  const byParameter: Record<string, Record<string, { values: number[] }>> = {};
  for (const row of rows) {
    const byGroup = (byParameter[row.parameter] ??= {});
    const cell = (byGroup[row.staffGroup] ??= { values: new Array<number>(years + 1).fill(row.value) });
    cell.values.fill(row.value, row.firstYear - firstYear + 1);
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([key, byGroup]) => [key, { ...byGroup, ...byParameter[key] }]),
  );
}

function onlyBand(policy: ProjectionPolicy): ProjectionPolicy {
  return { ...policy, basicPay: { [BAND]: policy.basicPay[BAND] ?? [] } };
}
