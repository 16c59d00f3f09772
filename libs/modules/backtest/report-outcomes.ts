import { accuracyOf, type Outcome } from './accuracy';
import type { BacktestQuestion } from './backtest-question';
import type { BacktestReport, Exclusion, ExclusionReason, LabelledAccuracy } from './backtest-report';
import type { BandEvidence } from './band-evidence';
import { SIZE_CLASS_ENDS } from './estimate-residual';
import { outcomeOf, type CellForecast } from './forecast-cells';
import { METHOD_NAMES } from './methods';
import type { OrganisationHistory } from './published-history';
import type { RestatedHistory } from './restate-history';

export interface ReportContext {
  readonly question: BacktestQuestion;
  readonly restated: RestatedHistory;
  readonly band: BandEvidence;
}

const BAND_SHARE = 0.8;

/** Holds forecasts against the restated history, by horizon, size class, staff group and organisation type. */
export function reportOf(forecasts: readonly CellForecast[], context: ReportContext): BacktestReport {
  const { question, restated, band } = context;
  const { trainTo, horizon, systems } = question;
  const organisations = new Map(restated.history.organisations.map((each) => [each.code, each]));
  const isAsked = ({ cell }: CellForecast): boolean => {
    const system = organisations.get(cell.organisation)?.system ?? null;
    return systems === undefined || (system !== null && systems.includes(system));
  };
  const asked = forecasts.filter(isAsked);
  const scored = asked.filter(({ cell }) => !restated.transferred.includes(cell.organisation));
  const start = restated.history.months.indexOf(trainTo);
  const outcomesAt = (months: number): readonly Outcome[] =>
    scored.flatMap((forecast) => {
      const actual = actualOf(organisations.get(forecast.cell.organisation), forecast, start + months);
      return actual !== null && actual > 0 ? [outcomeOf(forecast, months, actual)] : [];
    });
  const outcomes = outcomesAt(horizon);
  const horizons = Array.from({ length: horizon }, (_, index) => index + 1);
  return {
    schema: 'wholetime.backtest-report/1',
    trainTo,
    horizon,
    systems: systems ?? null,
    methods: METHOD_NAMES,
    excluded: exclusions(asked, { restated, organisations, end: start + horizon }),
    restated: restated.restated,
    overall: outcomes.length === 0 ? null : accuracyOf(outcomes),
    byHorizon: horizons.flatMap((months) => {
      const each = months === horizon ? outcomes : outcomesAt(months);
      return each.length === 0 ? [] : [{ months, ...accuracyOf(each) }];
    }),
    bySizeClass: labelled(outcomes, sizeClasses(), ({ opening }) => sizeClassOf(opening)),
    byStaffGroup: labelled(
      outcomes,
      restated.history.staffGroups.map(({ code, name }) => [code, name]),
      ({ cell }) => cell.staffGroup,
    ),
    byOrganisationType: labelled(outcomes, organisationTypes(outcomes), ({ cell }) => cell.benchmarkGroup),
    band: {
      share: BAND_SHARE,
      residual: band.residual,
      cellErrors: band.cells.length,
      nationalErrors: band.nation.length,
    },
  };
}

function actualOf(
  organisation: OrganisationHistory | undefined,
  { cell }: CellForecast,
  month: number,
): number | null {
  return organisation?.fte[cell.staffGroup]?.[month] ?? null;
}

type Labels = readonly (readonly [key: string, label: string])[];

function labelled(
  outcomes: readonly Outcome[],
  labels: Labels,
  keyOf: (outcome: Outcome) => string,
): readonly LabelledAccuracy[] {
  return labels.flatMap(([key, label]) => {
    const own = outcomes.filter((outcome) => keyOf(outcome) === key);
    return own.length === 0 ? [] : [{ key, label, ...accuracyOf(own) }];
  });
}

function sizeClassOf(fte: number): string {
  return String(SIZE_CLASS_ENDS.find((end) => fte < end) ?? Infinity);
}

function sizeClasses(): Labels {
  return SIZE_CLASS_ENDS.map((end, index) => {
    const from = SIZE_CLASS_ENDS[index - 1] ?? 0;
    return [String(end), end === Infinity ? `${from} FTE and over` : `${from} to ${end} FTE`];
  });
}

function organisationTypes(outcomes: readonly Outcome[]): Labels {
  const types = [...new Set(outcomes.map(({ cell }) => cell.benchmarkGroup))].sort();
  return types.map((type) => [type, type.replaceAll('-', ' ')]);
}

interface ExclusionContext {
  readonly restated: RestatedHistory;
  readonly organisations: ReadonlyMap<string, OrganisationHistory>;
  readonly end: number;
}

function exclusions(asked: readonly CellForecast[], context: ExclusionContext): readonly Exclusion[] {
  const byReason = new Map<ExclusionReason, CellForecast[]>();
  for (const forecast of asked) {
    const reason = reasonOf(forecast, context);
    if (reason !== null) byReason.set(reason, [...(byReason.get(reason) ?? []), forecast]);
  }
  return [...byReason].map(([reason, cells]) => ({
    reason,
    organisations: new Set(cells.map(({ cell }) => cell.organisation)).size,
    cells: cells.length,
    fte: cells.reduce((sum, { opening }) => sum + opening, 0),
  }));
}

function reasonOf(
  forecast: CellForecast,
  { restated, organisations, end }: ExclusionContext,
): ExclusionReason | null {
  if (restated.transferred.includes(forecast.cell.organisation)) return 'transfer-in-window';
  const organisation = organisations.get(forecast.cell.organisation);
  if ((actualOf(organisation, forecast, end) ?? 0) > 0) return null;
  return organisation?.reports[end] === true ? 'withheld-at-the-end' : 'not-published-at-the-end';
}
