import { monthNumber, monthText } from '../compilation/timeline';
import type { Accuracy } from './accuracy';
import type { BacktestReport, NationalBacktestReport } from './backtest-report';
import { collectGrowthErrors, type GrowthErrors } from './band-evidence';
import type { RollingQuestion } from './growth-errors';
import { runNationalBacktest } from './national-backtest';
import { runBacktest } from './run-backtest';

/** How far off projections of published history were: what planners are shown, and the command writes. */
export interface AccuracyEvidence {
  readonly schema: 'wholetime.accuracy-evidence/1';
  /** Organisations from the last month of calibration with a whole year of outcomes everywhere. */
  readonly organisations: Omit<BacktestReport, 'band'>;
  /** The same a year ahead from that month and those before it, oldest first. */
  readonly origins: readonly (Accuracy & { readonly trainTo: string })[];
  /** England's series by staff group, from every quarter, one to five years ahead. */
  readonly england: NationalBacktestReport;
}

/** The last month from which outcomes of all organisations are published a year later. */
const LAST_ORIGIN = '2023-12';
const ORIGINS = 10;
const HORIZON = 12;
const ENGLAND_HORIZON = 60;
/** Digits kept: the file stays the same where the last bits of a sum do not. */
const DIGITS = 6;

/** Works the evidence out anew from the published history; takes minutes. */
export function accuracyEvidence(question: RollingQuestion): AccuracyEvidence {
  const errors = collectGrowthErrors(question);
  const last = monthNumber(LAST_ORIGIN);
  const months = Array.from({ length: ORIGINS }, (_, index) => monthText(last - ORIGINS + 1 + index));
  const reports = months.map((trainTo) => organisationsFrom(trainTo, question, errors));
  const latest = reports.at(-1);
  if (latest === undefined) throw new RangeError('there is no month to look back from');
  const { band: _band, ...organisations } = latest;
  const evidence: AccuracyEvidence = {
    schema: 'wholetime.accuracy-evidence/1',
    organisations,
    origins: reports.flatMap(({ trainTo, overall }) => (overall === null ? [] : [{ trainTo, ...overall }])),
    england: runNationalBacktest({ ...question, horizon: ENGLAND_HORIZON }),
  };
  return rounded(evidence) as AccuracyEvidence;
}

function organisationsFrom(trainTo: string, question: RollingQuestion, errors: GrowthErrors): BacktestReport {
  return runBacktest({ ...question, trainTo, horizon: HORIZON }, errors);
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}
