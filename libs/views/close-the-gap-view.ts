import type { ProposalDetail, ProposalSummary, SolvedPlan } from '#optimisation/proposals';
import type { View, ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** What of the page is shown: the questions asked, and one of them with its answer. */
export interface CloseTheGapMaterial {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly scenario: string;
  readonly proposals: readonly ProposalSummary[];
  /** Null where none is chosen. */
  readonly proposal: ProposalDetail | null;
}

function askedTable(proposals: readonly ProposalSummary[]): ViewTable {
  const columns = [
    column('kind', 'Kind'),
    column('state', 'State'),
    column('outcome', 'Outcome'),
    column('requestedBy', 'Asked by'),
    column('requestedAt', 'Asked at'),
  ];
  const rows = proposals.map(({ kind, state, outcome, requestedBy, requestedAt }) => ({
    kind,
    state,
    outcome,
    requestedBy,
    requestedAt,
  }));
  return tableOf(['asked', 'Asked before'], columns, rows);
}

function linesTable({ lines, years }: ProposalDetail): ViewTable {
  const columns = [
    column('organisation', 'Organisation'),
    column('lever', 'Lever'),
    column('unit', 'Unit'),
    ...years.map(({ year, label }) => column(String(year), label, 'number')),
    column('cost', 'Cost', 'pounds'),
    column('accepted', 'Accepted into'),
  ];
  const rows = lines.map(({ organisation, label, unit, amounts, cost, accepted }) => ({
    organisation: organisation.name,
    lever: label,
    unit,
    ...Object.fromEntries(years.map(({ year }, index) => [String(year), amounts[index] ?? null])),
    cost,
    accepted: accepted?.scenario.name ?? null,
  }));
  return tableOf(['lines', 'Lines of the proposal'], columns, rows);
}

function leversTable({ levers }: SolvedPlan, years: ProposalDetail['years']): ViewTable {
  const columns = [
    column('lever', 'Lever'),
    column('unit', 'Unit'),
    column('organisations', 'Organisations', 'number'),
    column('how', 'Sum or mean over organisations'),
    ...years.map(({ year, label }) => column(String(year), label, 'number')),
    column('cost', 'Cost', 'pounds'),
    column('shortfall', 'Without it, WTE more missing', 'fte'),
    column('saving', 'Without it, less spent', 'pounds'),
  ];
  const rows = levers.map(({ label, unit, organisations, amounts, range, cost, shortfall, saving }) => ({
    lever: label,
    unit,
    organisations,
    how: range === null ? 'sum' : 'mean',
    ...Object.fromEntries(years.map(({ year }, index) => [String(year), amounts[index] ?? null])),
    cost,
    shortfall,
    saving,
  }));
  return tableOf(['levers', 'Lever by lever'], columns, rows);
}

function limitsTable({ limits }: SolvedPlan): ViewTable {
  const columns = [
    column('limit', 'Limit'),
    column('sense', 'Sense'),
    column('bound', 'Asked', 'number'),
    column('asPlanned', 'As planned', 'number'),
    column('confirmed', 'Proposal, confirmed', 'number'),
  ];
  const rows = limits.map(({ label, sense, bound, asPlanned, confirmed }) => ({
    limit: label,
    sense,
    bound,
    asPlanned,
    confirmed,
  }));
  return tableOf(['limits', 'Limits'], columns, rows);
}

function bindingTable({ binding }: SolvedPlan): ViewTable {
  const columns = [
    column('words', 'What binds'),
    column('price', 'Change of the objective by one unit more', 'number'),
  ];
  const rows = binding.map(({ words, price }) => ({ words, price }));
  return tableOf(['binding', 'What holds the plan back'], columns, rows);
}

function frontierTable({ frontier }: SolvedPlan): ViewTable {
  const columns = [
    column('shortfall', 'Left missing', 'fte'),
    column('cost', 'Least cost', 'pounds'),
    column('isReached', 'Reached'),
  ];
  const rows = frontier.map(({ shortfall, cost, isReached }) => ({
    shortfall,
    cost: cost.total,
    isReached: isReached ? 'yes' : 'no',
  }));
  return tableOf(['frontier', 'Cost against shortfall'], columns, rows);
}

const futureLabels =
  (regret: SolvedPlan['regret']) =>
  (key: string): string =>
    regret?.futures.find((future) => future.key === key)?.label ?? key;

function regretTable({ regret }: SolvedPlan): ViewTable {
  const columns = [
    column('future', 'Future'),
    column('plan', 'Plan'),
    column('shortfall', 'Missing', 'fte'),
    column('cost', 'Cost', 'pounds'),
    column('regret', 'Regret', 'fte'),
  ];
  const label = futureLabels(regret);
  const rows = (regret?.outturns ?? []).map((outturn) => ({
    future: label(outturn.future),
    plan: outturn.plan,
    shortfall: outturn.shortfall,
    cost: outturn.cost,
    regret: outturn.regret,
  }));
  return tableOf(['regret', 'Regret in other futures'], columns, rows);
}

function failuresTable({ failures, regret }: SolvedPlan): ViewTable {
  const columns = [
    column('lever', 'Lever'),
    column('asAssumed', 'Without what it delivers, WTE more missing as assumed', 'fte'),
    column('atWorst', 'In the worst future', 'fte'),
    column('worstFuture', 'Worst future'),
  ];
  const label = futureLabels(regret);
  const rows = failures.map(({ label: lever, asAssumed, atWorst, worstFuture }) => ({
    lever,
    asAssumed,
    atWorst,
    worstFuture: label(worstFuture),
  }));
  return tableOf(['failures', 'If one lever fails'], columns, rows);
}

function drawnTable({ drawn }: SolvedPlan): ViewTable {
  const columns = [
    column('plan', 'Plan'),
    column('low', 'Low end of the likely range (8 in 10)', 'fte'),
    column('central', 'Central', 'fte'),
    column('high', 'High end of the likely range (8 in 10)', 'fte'),
    column('futures', 'Possible futures', 'number'),
    column('reached', 'Share in which it is reached', 'share'),
  ];
  const named =
    drawn === null ? [] : [['As planned', drawn.asPlanned] as const, ['Proposal', drawn.proposed] as const];
  const rows = named.map(([plan, { p10, p50, p90, draws, shareReached }]) => ({
    plan,
    low: p10,
    central: p50,
    high: p90,
    futures: draws,
    reached: shareReached,
  }));
  return tableOf(['drawn', 'How sure it is'], columns, rows);
}

function systemsTable({ nation }: SolvedPlan): ViewTable {
  const columns = [
    column('system', 'System'),
    column('organisations', 'Organisations', 'number'),
    column('limit', 'Shared limit'),
    column('asPlanned', 'As planned', 'number'),
    column('confirmed', 'Proposal, confirmed', 'number'),
    column('cost', 'Cost', 'pounds'),
  ];
  const rows = (nation?.systems ?? []).flatMap(({ name, organisations, cost, shared }) =>
    shared.map(({ label, asPlanned, confirmed }) => ({
      system: name,
      organisations,
      limit: label,
      asPlanned,
      confirmed,
      cost,
    })),
  );
  return tableOf(['systems', 'System by system'], columns, rows);
}

const planTables = (plan: SolvedPlan, { years }: ProposalDetail): readonly ViewTable[] => [
  leversTable(plan, years),
  ...[limitsTable, systemsTable, bindingTable, drawnTable, frontierTable, regretTable, failuresTable].map(
    (tableOfPlan) => tableOfPlan(plan),
  ),
];

function sourceOf({ organisation: { code, name }, scenario, proposal }: CloseTheGapMaterial): View['source'] {
  return {
    organisation: { code, name },
    scenario,
    kind: 'projection',
    run: proposal?.id ?? null,
    engineVersion: proposal?.engineVersion ?? null,
    calculatedAt: proposal?.finishedAt ?? null,
  };
}

function tablesOf(proposal: ProposalDetail): readonly ViewTable[] {
  const { content } = proposal;
  return [linesTable(proposal), ...(content?.kind === 'plan' ? planTables(content, proposal) : [])];
}

/** What was asked of the optimiser at an organisation, and the chosen answer in all its tables. */
export function closeTheGapView(material: CloseTheGapMaterial): View {
  const { organisation, proposals, proposal } = material;
  return {
    key: 'close-the-gap',
    title: `${organisation.name}: close the gap`,
    source: sourceOf(material),
    notes: ['Costs and effects of levers are judgements until a person replaces them by a basis.'],
    tables: [askedTable(proposals), ...(proposal === null ? [] : tablesOf(proposal))],
  };
}
