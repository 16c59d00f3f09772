import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { organisationsQuery, sessionQuery } from '../api/queries';
import type { PlanSummary, Round, ScenarioSummary } from '../api/types';
import { startingPoints } from '../organisations/organisation-tree';
import { assumptionsAddress, overviewAddress } from '../plan/addresses';
import { FreshnessLine } from '../plan/freshness-line';
import { leadingScenario } from '../plan/plan-context';
import { Tag } from '../states/tag';
import { financialYear } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import { roundDocumentsAddress } from '../sign-off/addresses';
import { RoundStanding } from './round-standing';
import { sentenceCase } from '#views/lists';
import { planStateWord } from '../words/states';

function PlanItem({ plan }: { readonly plan: PlanSummary }) {
  const unit = { scenarioId: plan.scenario.id, organisationId: plan.organisation.id };
  return (
    <li className="wt-plan">
      <div className="wt-plan__name">
        <h4 className="nhsuk-heading-s wt-plan__heading">
          <Link to={overviewAddress(unit)}>{plan.organisation.name}</Link>
        </h4>
        <p className="wt-secondary">
          {plan.scenario.name}, version {plan.version}, {formatQuantity(plan.organisations, 'organisation')}
        </p>
      </div>
      <p className="wt-plan__state">
        <Tag word={planStateWord(plan.state)} />
      </p>
      <p className="wt-plan__freshness">
        <FreshnessLine freshness={plan.freshness} />
        {plan.freshness.message === null ? null : (
          <span className="wt-plan__message">{plan.freshness.message}</span>
        )}
      </p>
      <p className="wt-plan__action">
        <Link to={assumptionsAddress(unit)}>
          Assumptions<span className="nhsuk-u-visually-hidden"> of {plan.organisation.name}</span>
        </Link>
      </p>
    </li>
  );
}

interface StartingPointsProps {
  readonly round: Round;
  readonly scenario: ScenarioSummary;
}

/** The overviews besides the plans': England, the plans' regions, the person's own organisations. */
function StartingPoints({ round, scenario }: StartingPointsProps) {
  const { data: nodes = [] } = useQuery(organisationsQuery(round.id));
  const { data: session } = useQuery(sessionQuery);
  const planned = round.plans.map((plan) => plan.organisation.id);
  const granted = session?.grants.map((grant) => grant.organisation.id) ?? [];
  const points = startingPoints(nodes, planned, granted);
  if (points.length === 0) return null;
  return (
    <nav className="wt-roll-ups" aria-label={`Overviews of ${round.name}`}>
      <h4 className="nhsuk-heading-xs wt-roll-ups__heading">Overviews</h4>
      <ul className="wt-inline-list">
        {points.map((node) => (
          <li key={node.id}>
            <Link to={overviewAddress({ scenarioId: scenario.id, organisationId: node.id })}>
              {node.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function yearsOf(round: Round): string {
  return `${financialYear(round.firstYear)} to ${financialYear(round.firstYear + round.years - 1)}`;
}

/** The round's name; a name that only gives the years says what it is the name of. */
function roundTitle(round: Round): string {
  return round.name === yearsOf(round) ? `Planning round ${round.name}` : round.name;
}

/** One planning round: its years, what it covers, its system plans, and the overviews around them. */
export function RoundCard({ round }: { readonly round: Round }) {
  const scenario = leadingScenario(round);
  return (
    <section className="wt-card" aria-labelledby={`round-${round.id}`}>
      <div className="wt-card__heading-row">
        <h3 className="nhsuk-heading-m" id={`round-${round.id}`}>
          {roundTitle(round)}
        </h3>
        <Tag word={{ text: sentenceCase(round.state), colour: round.state === 'open' ? 'blue' : 'grey' }} />
      </div>
      {round.name === yearsOf(round) ? null : <p className="wt-round__years">{yearsOf(round)}</p>}
      <p className="wt-secondary">{round.coverage}</p>
      <RoundStanding round={round} />
      {round.plans.length === 0 ? (
        <p>There is no system plan to show in this round.</p>
      ) : (
        <ul className="wt-plans">
          {round.plans.map((plan) => (
            <PlanItem key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
      <p className="wt-round__sign-off">
        <Link to={roundDocumentsAddress(round.id)}>Returns and plans: status and sign-off</Link>
      </p>
      {scenario === null ? null : <StartingPoints round={round} scenario={scenario} />}
    </section>
  );
}
