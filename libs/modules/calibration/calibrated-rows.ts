import { PLANNED_JOINERS } from '../growth/planned-joiners';
import { parameterByKey } from '../registry';
import type { CalibratedFigure, CalibratedSource, Calibration } from './calibration-evidence';

/** What the organisation's own history says beside the figure it was shrunk towards. */
export interface RowEvidence {
  readonly value: number | null;
  /** Weight of the local figure, 0..1. */
  readonly weight: number;
  readonly peer: number;
}

/** An assumption to write for one organisation and staff group. */
export interface CalibratedRow {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly firstYear: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly basis: string;
  readonly note: string | null;
  readonly evidence: RowEvidence | null;
}

/** Most characters that a basis may have. */
const LONGEST_BASIS = 255;

/** Where the calibrated years lie. */
export interface CalibratedPeriod {
  /** First year of the round; the calibration's first joiners are those of the year before it. */
  readonly firstYear: number;
  /** Months from the baseline month to the round's start. */
  readonly monthsToStart: number;
}

/**
 * The assumptions that a calibration amounts to. A source without any joiners is left to the registry's
 * default, which is none.
 */
export function calibratedRows(calibration: Calibration, period: CalibratedPeriod): readonly CalibratedRow[] {
  const { staffGroup, leaverRate, sickness } = calibration;
  const yearBefore = period.firstYear - 1;
  return [
    rateRow('retention.leaver-rate', staffGroup, yearBefore, leaverRate),
    rateRow('sickness-absence.rate', staffGroup, yearBefore, sickness),
    ...joinerRows(calibration, period),
  ];
}

function rateRow(
  parameter: string,
  staffGroup: string,
  firstYear: number,
  figure: CalibratedFigure,
): CalibratedRow {
  const within = boundsOf(parameter);
  return {
    parameter,
    staffGroup,
    firstYear,
    value: within(figure.result),
    low: figure.low === null ? null : within(figure.low),
    high: figure.high === null ? null : within(figure.high),
    basis: shortened(figure.basis),
    note: null,
    evidence: { value: figure.local, weight: figure.weight, peer: figure.peer },
  };
}

function joinerRows(calibration: Calibration, period: CalibratedPeriod): readonly CalibratedRow[] {
  const { staffGroup, joiners, netGrowth } = calibration;
  const scale = stockAtStart(calibration, period.monthsToStart) / stockAtStart(calibration, 12);
  return Object.entries(PLANNED_JOINERS).flatMap(([source, parameter]) => {
    const people = joiners.bySource[source as CalibratedSource];
    if (people.every((number) => number === 0)) return [];
    const within = boundsOf(parameter);
    return people.map((number, index) => ({
      parameter,
      staffGroup,
      firstYear: period.firstYear - 1 + index,
      value: within(index === 0 ? number : number * scale),
      low: null,
      high: null,
      basis: shortened(joiners.basis),
      note: `Growth behind it. ${netGrowth.basis}`,
      evidence: null,
    }));
  });
}

/**
 * Stock after some months of the first year's growth, relative to the baseline. Calibration lets a whole
 * year pass before the round; joiners by difference are in proportion to the stock that they begin from.
 */
function stockAtStart({ growthByYear, leaverRate }: Calibration, months: number): number {
  const growth = Math.max(growthByYear[0] ?? 0, -leaverRate.result);
  return 1 + (growth * months) / 12;
}

function boundsOf(parameter: string): (value: number) => number {
  const definition = parameterByKey(parameter);
  if (definition === undefined) throw new RangeError(`There is no parameter ${parameter}`);
  return (value) => Math.min(definition.maximum, Math.max(definition.minimum, value));
}

function shortened(basis: string): string {
  return basis.length <= LONGEST_BASIS ? basis : `${basis.slice(0, LONGEST_BASIS - 1)}…`;
}
