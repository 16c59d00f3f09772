import { sentenceCase } from '#views/lists';
import { formatChange, formatCount, formatPercent, formatPounds } from '../words/numbers';
import { FrontierCard, RegretCard } from './comparison-cards';
import { ProposedLinesCard } from './proposed-lines-card';
import type { KeptLimit, LimitUnit, ProposalDetail, SolvedPlan } from './proposal-types';

interface PlanAnswerProps {
  readonly proposal: ProposalDetail;
  readonly plan: SolvedPlan;
  readonly canEdit: boolean;
}

const LIMIT_TEXTS: Readonly<Record<LimitUnit, (value: number) => string>> = {
  fte: formatCount,
  people: formatCount,
  pounds: formatPounds,
  share: formatPercent,
};

function Sentence({ plan }: { readonly plan: SolvedPlan }) {
  const { aim, cost, outcome } = plan;
  if (outcome === 'unbounded') {
    return (
      <p className="wt-sentence">
        Cost falls without end: set a most for {plan.endless.join(', ')}, then ask again.
      </p>
    );
  }
  if (outcome === 'infeasible') {
    return <p className="wt-sentence">No plan keeps all limits together. What comes closest is below.</p>;
  }
  const first =
    aim === null
      ? 'The plan keeps every limit'
      : `${aim.label}: ${formatCount(aim.asPlanned)} WTE as planned, ${formatCount(aim.confirmed)} WTE with the proposal`;
  return (
    <p className="wt-sentence">
      {first}, for {formatPounds(cost.total)} over the round ({formatPounds(cost.levers)} of levers,{' '}
      {formatPounds(cost.payBillChange)} of pay). Every figure is confirmed by the whole projection.
    </p>
  );
}

function ConflictCard({ conflict }: { readonly conflict: NonNullable<SolvedPlan['conflict']> }) {
  return (
    <section className="wt-card" aria-labelledby="conflict">
      <h2 className="nhsuk-heading-m wt-card__heading" id="conflict">
        Limits that contradict one another
      </h2>
      <p>Leaving out any one of these would make a plan possible:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {conflict.between.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {conflict.alone.length === 0 ? null : <p>The smallest change that helps, one at a time:</p>}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {conflict.alone.map(({ key, label, unit, bound, reachable }) => (
          <li key={key}>
            {label}: {LIMIT_TEXTS[unit](reachable)} instead of {LIMIT_TEXTS[unit](bound)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_BINDING = 10;

function BindingCard({
  binding,
  isCost,
}: {
  readonly binding: SolvedPlan['binding'];
  readonly isCost: boolean;
}) {
  return (
    <section className="wt-card" aria-labelledby="binding">
      <h2 className="nhsuk-heading-m wt-card__heading" id="binding">
        What holds the plan back
      </h2>
      {binding.length === 0 ? <p>No limit binds: more room would change nothing.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {binding.slice(0, MOST_BINDING).map(({ words, price }, index) => (
          <li key={`${words} ${index}`}>
            {sentenceCase(words)}: one unit more would{' '}
            {isCost ? `save ${formatPounds(-price)}` : `close ${formatCount(-price)} WTE more`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LimitsTable({ limits }: { readonly limits: readonly KeptLimit[] }) {
  return (
    <div className="wt-scroll" role="region" aria-label="Limits kept, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Limit</th>
            <th scope="col" className="wt-number">
              Asked
            </th>
            <th scope="col" className="wt-number">
              As planned
            </th>
            <th scope="col" className="wt-number">
              Proposal, confirmed
            </th>
          </tr>
        </thead>
        <tbody>
          {limits.map(({ key, label, unit, sense, bound, asPlanned, confirmed }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="wt-number">
                {sense === 'at-most' ? 'at most' : 'at least'} {LIMIT_TEXTS[unit](bound)}
              </td>
              <td className="wt-number">{LIMIT_TEXTS[unit](asPlanned)}</td>
              <td className="wt-number">{LIMIT_TEXTS[unit](confirmed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LeversTable({
  plan,
  years,
}: {
  readonly plan: SolvedPlan;
  readonly years: ProposalDetail['years'];
}) {
  return (
    <div
      className="wt-scroll"
      role="region"
      aria-label="Proposal and plan lever by lever, table"
      tabIndex={0}
    >
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Lever</th>
            {years.map(({ year, label }) => (
              <th key={year} scope="col" className="wt-number">
                {label}
              </th>
            ))}
            <th scope="col" className="wt-number">
              Cost
            </th>
            <th scope="col" className="wt-number">
              Without it, WTE more missing
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.levers.map(({ lever, label, unit, amounts, cost, shortfall }) => (
            <tr key={lever}>
              <th scope="row">
                {label}
                <span className="wt-cell-note">{unit}</span>
              </th>
              {amounts.map((amount, index) => (
                <td key={years[index]?.year ?? index} className="wt-number">
                  {unit.startsWith('share') ? formatPercent(amount) : formatChange(amount)}
                </td>
              ))}
              <td className="wt-number">{formatPounds(cost)}</td>
              <td className="wt-number">{shortfall === null ? '' : formatCount(shortfall)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A plan beside the present one: what changes, what it costs and does, what binds, what else there is. */
export function PlanAnswer({ proposal, plan, canEdit }: PlanAnswerProps) {
  const isCost = proposal.request.objective === 'least-cost';
  return (
    <>
      <section className="wt-card" aria-labelledby="proposal">
        <h2 className="nhsuk-heading-m wt-card__heading" id="proposal">
          The proposal beside the plan
        </h2>
        <Sentence plan={plan} />
        {plan.levers.length === 0 ? null : <LeversTable plan={plan} years={proposal.years} />}
        {plan.limits.length === 0 ? null : <LimitsTable limits={plan.limits} />}
      </section>
      {plan.conflict === null ? null : <ConflictCard conflict={plan.conflict} />}
      {plan.outcome === 'solved' ? <BindingCard binding={plan.binding} isCost={isCost} /> : null}
      {plan.outcome === 'unbounded' ? null : (
        <ProposedLinesCard key={proposal.id} proposal={proposal} canEdit={canEdit} />
      )}
      <FrontierCard plan={plan} />
      <RegretCard plan={plan} />
    </>
  );
}
