import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { roundsQuery, sessionQuery, statusQuery } from '../api/queries';
import type { OrganisationReference, Round, Session } from '../api/types';
import { assumptionsAddress, overviewAddress, scenariosAddress } from '../plan/addresses';
import { FreshnessLine } from '../plan/freshness-line';
import { leadingScenario } from '../plan/plan-context';
import { documentAddress } from '../sign-off/addresses';
import { DOCUMENT_KINDS, documentStateWord } from '../sign-off/milestone-words';
import { useUnitDocument } from '../sign-off/use-unit-document';
import { Loading } from '../states/loading';
import { Tag } from '../states/tag';
import { sentenceCase } from '#views/lists';

/** How soon a change of the figures is noticed, while they are on their way and after. */
const RECALCULATING_MILLISECONDS = 3_000;
const SETTLED_MILLISECONDS = 15_000;

interface MyOrganisation {
  readonly organisation: OrganisationReference;
  readonly roles: readonly string[];
}

/** The organisations of a person's roles, each once. */
export function myOrganisations(grants: Session['grants']): MyOrganisation[] {
  const byId = new Map<string, MyOrganisation>();
  for (const { role, organisation } of grants) {
    const known = byId.get(organisation.id);
    byId.set(organisation.id, { organisation, roles: [...(known?.roles ?? []), sentenceCase(role)] });
  }
  return [...byId.values()];
}

interface ItemProps extends MyOrganisation {
  readonly round: Round;
  readonly scenarioId: string;
}

function Item({ organisation, roles, round, scenarioId }: ItemProps) {
  const unit = { scenarioId, organisationId: organisation.id };
  const { data: status } = useQuery({
    ...statusQuery(unit),
    refetchInterval: ({ state }) =>
      state.data?.freshness.state === 'recalculating' ? RECALCULATING_MILLISECONDS : SETTLED_MILLISECONDS,
  });
  const document = useUnitDocument(round.id, organisation.id);
  return (
    <li className="wt-plan">
      <div className="wt-plan__name">
        <p className="wt-plan__heading">
          <Link to={overviewAddress(unit)}>{organisation.name}</Link>
        </p>
        <p className="wt-secondary">{roles.join(', ')}</p>
      </div>
      <p className="wt-plan__state">
        {document === null ? null : <Tag word={documentStateWord(document.state, document.stateLabel)} />}
      </p>
      <p className="wt-plan__freshness">
        {status === undefined ? 'No figures for your role' : <FreshnessLine freshness={status.freshness} />}
      </p>
      <p className="wt-plan__action">
        <Link to={assumptionsAddress(unit)}>
          Assumptions<span className="nhsuk-u-visually-hidden"> of {organisation.name}</span>
        </Link>
        <Link to={scenariosAddress(unit)}>
          Scenarios<span className="nhsuk-u-visually-hidden"> of {organisation.name}</span>
        </Link>
        {document === null || document.id === null ? null : (
          <Link to={documentAddress(document.id)}>
            {DOCUMENT_KINDS[document.kind]}
            <span className="nhsuk-u-visually-hidden"> of {organisation.name}</span>
          </Link>
        )}
      </p>
    </li>
  );
}

/** The person's own organisations in the newest open round, each with its return or plan and how current it is. */
export function MyOrganisationsCard() {
  const { data: session } = useQuery(sessionQuery);
  const rounds = useQuery(roundsQuery);
  if (rounds.isPending) return <Loading what="your organisations" rows={3} />;
  const mine = myOrganisations(session?.grants ?? []);
  const round = rounds.data?.find(({ state }) => state === 'open');
  const scenario = round === undefined ? null : leadingScenario(round);
  if (round === undefined || scenario === null || mine.length === 0) return null;
  return (
    <section className="wt-card" aria-labelledby="my-organisations">
      <h2 className="nhsuk-heading-m wt-card__heading" id="my-organisations">
        My organisations and plans
      </h2>
      <p className="wt-secondary">
        {scenario.name} of the round {round.name}
      </p>
      <ul className="wt-plans">
        {mine.map((each) => (
          <Item key={each.organisation.id} {...each} round={round} scenarioId={scenario.id} />
        ))}
      </ul>
    </section>
  );
}
