import { Link } from 'react-router';
import type { Freshness, OrganisationNode, OrganisationReference } from '../api/types';
import { AlsoHere } from '../presence/also-here';
import { documentAddress } from '../sign-off/addresses';
import { DOCUMENT_KINDS } from '../sign-off/milestone-words';
import { useUnitDocument } from '../sign-off/use-unit-document';
import { Tag } from '../states/tag';
import { financialYear } from '../words/dates';
import { planStateWord } from '../words/states';
import { overviewAddress } from './addresses';
import { FreshnessLine } from './freshness-line';
import type { PlanContext } from './plan-context';

interface PathProps {
  readonly scenarioId: string;
  readonly ancestors: readonly OrganisationNode[];
}

/** The way up from an organisation: all plans, England, region, system. */
function Path({ scenarioId, ancestors }: PathProps) {
  return (
    <nav className="wt-path" aria-label="Breadcrumb">
      <ol className="wt-path__list">
        <li>
          <Link to="/">Rounds and plans</Link>
        </li>
        {ancestors.map((node) => (
          <li key={node.id}>
            <Link to={overviewAddress({ scenarioId, organisationId: node.id })}>{node.name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface UnitHeadingProps extends PathProps {
  readonly organisation: OrganisationReference;
  /** What the page is about, after the organisation's name. */
  readonly subject: string | null;
  readonly context: PlanContext | null;
  readonly freshness: Freshness | null;
}

/** From the figures to the return or plan that they are for; nothing in a what-if. */
function DocumentLink({
  context,
  organisationId,
}: {
  readonly context: PlanContext;
  readonly organisationId: string;
}) {
  const isSubmission = context.scenario.kind === 'plan';
  const document = useUnitDocument(isSubmission ? context.round.id : undefined, organisationId);
  if (document === null || document.id === null) return null;
  return <Link to={documentAddress(document.id)}>{DOCUMENT_KINDS[document.kind]} and sign-off</Link>;
}

/** The top of a unit's pages: where one is, the plan's state, its years, and how current the figures are. */
export function UnitHeading({
  scenarioId,
  ancestors,
  organisation,
  subject,
  context,
  freshness,
}: UnitHeadingProps) {
  const round = context?.round;
  const plan = context?.plan ?? null;
  return (
    <div className="wt-unit-heading">
      <Path scenarioId={scenarioId} ancestors={ancestors} />
      <h1 className="nhsuk-heading-l wt-page-heading">
        {organisation.name}
        {subject === null ? null : `: ${subject}`}
      </h1>
      <p className="wt-meta">
        {plan === null ? null : <Tag word={planStateWord(plan.state)} />}
        {context === null ? null : <span>{context.scenario.name}</span>}
        {round === undefined ? null : (
          <span>
            {financialYear(round.firstYear)} to {financialYear(round.firstYear + round.years - 1)}
          </span>
        )}
        {freshness === null ? null : <FreshnessLine freshness={freshness} />}
        {context === null ? null : <DocumentLink context={context} organisationId={organisation.id} />}
        <AlsoHere unit={{ scenarioId, organisationId: organisation.id }} />
      </p>
    </div>
  );
}
