import { sentenceCase } from '#views/lists';
import { ViewLinks } from '../downloads/view-links';
import { formatCount, formatPounds } from '../words/numbers';
import { FailureCard, FrontierCard, RegretCard } from './comparison-cards';
import { DrawnCard } from './drawn-card';
import { FreeChoices } from './free-choices';
import { oneMore } from './one-more';
import { LeversTable, LIMIT_TEXTS, LimitsTable } from './plan-tables';
import { ProposedLinesCard } from './proposed-lines-card';
import { SystemsCard } from './systems-card';
import type { ProposalDetail, SolvedPlan } from './proposal-types';

interface PlanAnswerProps {
  readonly proposal: ProposalDetail;
  readonly plan: SolvedPlan;
  readonly canEdit: boolean;
}

function sentenceOf({ aim, cost, outcome, endless }: SolvedPlan): string {
  if (outcome === 'unbounded') {
    return `The more, the cheaper, without end: set a most for ${endless.join(', ')}, then ask again.`;
  }
  if (outcome === 'infeasible') return 'No plan keeps all limits together. What comes closest is below.';
  const first =
    aim === null
      ? 'The plan keeps every limit'
      : `${aim.label}: ${formatCount(aim.asPlanned)} WTE as planned, ${formatCount(aim.confirmed)} WTE with the proposal`;
  return `${first}, for ${formatPounds(cost.total)} over the round (${formatPounds(cost.levers)} of levers, ${formatPounds(cost.payBillChange)} of pay). Every figure is confirmed by the whole projection.`;
}

type Conflict = NonNullable<SolvedPlan['conflict']>;

function Relaxations({ words, limits }: { readonly words: string; readonly limits: Conflict['alone'] }) {
  if (limits.length === 0) return null;
  return (
    <>
      <p>{words}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {limits.map(({ key, label, unit, bound, reachable }) => (
          <li key={key}>
            {label}: {LIMIT_TEXTS[unit](reachable)} instead of {LIMIT_TEXTS[unit](bound)}
          </li>
        ))}
      </ul>
    </>
  );
}

function ConflictCard({ conflict: { between, alone, together } }: { readonly conflict: Conflict }) {
  return (
    <section className="wt-card" aria-labelledby="conflict">
      <h2 className="nhsuk-heading-m wt-card__heading" id="conflict">
        Limits that contradict one another
      </h2>
      <p>Leaving out any one of these would make a plan possible:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {between.map((words) => (
          <li key={words}>{sentenceCase(words)}</li>
        ))}
      </ul>
      <Relaxations words="The smallest change that helps, one at a time:" limits={alone} />
      <Relaxations words="The smallest change that helps, all of these together:" limits={together} />
    </section>
  );
}

const MOST_BINDING = 10;

function BindingCard({ plan, isCost }: { readonly plan: SolvedPlan; readonly isCost: boolean }) {
  const { binding } = plan;
  return (
    <section className="wt-card" aria-labelledby="binding">
      <h2 className="nhsuk-heading-m wt-card__heading" id="binding">
        What holds the plan back
      </h2>
      {binding.length === 0 ? <p>No limit binds: more room would change nothing.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {binding.slice(0, MOST_BINDING).map((each, index) => (
          <li key={`${each.words} ${index}`}>
            {sentenceCase(each.words)}: {oneMore(plan, each)} would{' '}
            {isCost ? `save ${formatPounds(-each.price)}` : `close ${formatCount(-each.price)} WTE more`}
          </li>
        ))}
      </ul>
      {binding.length === 0 ? null : <ViewLinks title="table What holds the plan back" table="binding" />}
    </section>
  );
}

/** A plan beside the present one: what changes, what it costs and does, what binds, what else there is. */
export function PlanAnswer({ proposal, plan, canEdit }: PlanAnswerProps) {
  const { request } = proposal;
  const isCost = request.kind === 'plan' && request.objective === 'least-cost';
  return (
    <>
      <section className="wt-card" aria-labelledby="proposal">
        <h2 className="nhsuk-heading-m wt-card__heading" id="proposal">
          The proposal beside the plan
        </h2>
        <p className="wt-sentence">{sentenceOf(plan)}</p>
        {plan.levers.length === 0 ? null : <LeversTable plan={plan} years={proposal.years} />}
        {plan.limits.length === 0 ? null : <LimitsTable limits={plan.limits} />}
        <FreeChoices plan={plan} isCost={isCost} />
      </section>
      {plan.conflict === null ? null : <ConflictCard conflict={plan.conflict} />}
      <SystemsCard plan={plan} isCost={isCost} />
      {plan.outcome === 'solved' ? <BindingCard plan={plan} isCost={isCost} /> : null}
      {plan.outcome === 'unbounded' ? null : (
        <ProposedLinesCard key={proposal.id} proposal={proposal} canEdit={canEdit} />
      )}
      <DrawnCard plan={plan} />
      <FrontierCard plan={plan} />
      <RegretCard plan={plan} />
      <FailureCard plan={plan} />
    </>
  );
}
