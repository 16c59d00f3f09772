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

function leversTable({ levers }: SolvedPlan): ViewTable {
  const columns = [
    column('lever', 'Lever'),
    column('cost', 'Cost', 'pounds'),
    column('shortfall', 'Without it, WTE more missing', 'fte'),
    column('saving', 'Without it, less spent', 'pounds'),
  ];
  const rows = levers.map(({ label, cost, shortfall, saving }) => ({
    lever: label,
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

function regretTable({ regret }: SolvedPlan): ViewTable {
  const columns = [
    column('future', 'Future'),
    column('plan', 'Plan'),
    column('shortfall', 'Missing', 'fte'),
    column('cost', 'Cost', 'pounds'),
    column('regret', 'Regret', 'fte'),
  ];
  const label = (key: string): string => regret?.futures.find((future) => future.key === key)?.label ?? key;
  const rows = (regret?.outturns ?? []).map((outturn) => ({
    future: label(outturn.future),
    plan: outturn.plan,
    shortfall: outturn.shortfall,
    cost: outturn.cost,
    regret: outturn.regret,
  }));
  return tableOf(['regret', 'Regret in other futures'], columns, rows);
}

const planTables = (plan: SolvedPlan): readonly ViewTable[] =>
  [leversTable, limitsTable, bindingTable, frontierTable, regretTable].map((tableOfPlan) =>
    tableOfPlan(plan),
  );

/** What was asked of the optimiser at an organisation, and the chosen answer in all its tables. */
export function closeTheGapView({ organisation, scenario, proposals, proposal }: CloseTheGapMaterial): View {
  const { code, name } = organisation;
  const content = proposal?.content ?? null;
  return {
    key: 'close-the-gap',
    title: `${name}: close the gap`,
    source: {
      organisation: { code, name },
      scenario,
      kind: 'projection',
      run: proposal?.id ?? null,
      engineVersion: proposal?.engineVersion ?? null,
      calculatedAt: proposal?.finishedAt ?? null,
    },
    notes: ['Costs and effects of levers are judgements until a person replaces them by a basis.'],
    tables: [
      askedTable(proposals),
      ...(proposal === null ? [] : [linesTable(proposal)]),
      ...(content?.kind === 'plan' ? planTables(content) : []),
    ],
  };
}
