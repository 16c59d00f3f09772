import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { COMPARED_LINES } from '#modules/report-layout';
import { useProjectionEvents } from '../api/projection-events';
import { overviewQuery, roundsQuery } from '../api/queries';
import type { Overview, Round } from '../api/types';
import { Chooser } from '../controls/chooser';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { NotProjected } from '../overview/not-projected';
import { scenariosAddress } from '../plan/addresses';
import { FigureSourceProvider } from '../plan/figure-source';
import { FreshnessLine } from '../plan/freshness-line';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { ProvenanceLine } from '../overview/provenance-line';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { DifferenceCard } from './difference-card';
import { EffectCard } from './effect-card';
import { ScenarioTreeCard } from './scenario-tree-card';
import { useScenarioView, type ScenarioView } from './scenario-view';
import { SideBySideCard } from './side-by-side-card';

/** Where server-sent events don't arrive, and for the scenarios beside, a recalculation is still noticed. */
const POLL_MILLISECONDS = 3_000;

const pollWhileOnItsWay = ({ state }: { readonly state: { readonly data?: Overview | undefined } }) =>
  state.data?.freshness.state === 'recalculating' ? POLL_MILLISECONDS : (false as const);

interface ToolbarProps {
  readonly place: UnitPlace;
  readonly overview: Overview;
  readonly view: ScenarioView;
}

function Toolbar({ place, overview, view }: ToolbarProps) {
  const navigate = useNavigate();
  const toOrganisation = (organisationId: string) =>
    void navigate({
      pathname: scenariosAddress({ ...place.unit, organisationId }),
      search: window.location.search,
    });
  const groups = overview.staffGroups.map(({ code, name, depth }) => ({
    value: code,
    label: `${'\u2003'.repeat(depth)}${name}`,
  }));
  return (
    <div className="wt-toolbar">
      <OrganisationPicker
        roundId={overview.scenario.roundId}
        current={overview.organisation}
        onPick={toOrganisation}
      />
      {groups.length === 0 ? null : (
        <>
          <Chooser
            label="Staff group"
            value={view.group}
            options={groups}
            onChoose={(group) => view.choose('group', group)}
          />
          <Chooser
            label="Line side by side"
            value={view.line}
            options={Object.entries(COMPARED_LINES).map(([value, label]) => ({ value, label }))}
            onChoose={(line) => view.choose('line', line)}
          />
        </>
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly place: UnitPlace;
  readonly overview: Overview;
  readonly others: readonly Overview[];
  readonly view: ScenarioView;
}

/** A scenario beside that has no figures here yet, or whose figures are on their way. */
function Waiting({ overviews }: { readonly overviews: readonly Overview[] }) {
  const waiting = overviews.filter(
    ({ freshness, result }) => result === null || freshness.state === 'recalculating',
  );
  if (waiting.length === 0) return null;
  return (
    <section className="wt-banner" aria-label="Figures on their way">
      {waiting.map(({ scenario, freshness }) => (
        <p key={scenario.id} className="wt-banner__text">
          <strong>{scenario.name}</strong> <FreshnessLine freshness={freshness} />
        </p>
      ))}
    </section>
  );
}

function Comparison({ place, overview, others, view }: ComparisonProps) {
  const projected = others.filter(({ result }) => result !== null);
  const [base] = projected;
  const group = overview.staffGroups.find(({ code }) => code === view.group);
  if (overview.result === null || group === undefined) {
    return (
      <section className="wt-card">
        <NotProjected unit={place.unit} freshness={overview.freshness} />
      </section>
    );
  }
  if (base === undefined) {
    return (
      <section className="wt-card">
        <h2 className="nhsuk-heading-m">No figures to compare</h2>
        <p>
          Choose a scenario that is projected, or make a what-if: calibrated defaults alone have no figures of
          their own.
        </p>
      </section>
    );
  }
  const isStale = [overview, ...projected].some(({ freshness }) => freshness.state === 'recalculating');
  return (
    <div className={isStale ? 'wt-figures wt-stale' : 'wt-figures'} aria-busy={isStale}>
      <SideBySideCard overviews={[overview, ...projected]} group={group.code} line={view.line} />
      <EffectCard
        unit={place.unit}
        overview={overview}
        base={base}
        group={group.code}
        view={view}
        canAsk={group.isLeaf || group.code === 'all-staff'}
      />
    </div>
  );
}

interface ContentProps {
  readonly place: UnitPlace;
  readonly round: Round;
  readonly overview: Overview;
}

function Content({ place, round, overview }: ContentProps) {
  const { unit } = place;
  const own = round.scenarios.find(({ id }) => id === unit.scenarioId);
  const view = useScenarioView(own?.baseScenarioId ?? null);
  const beside = view.beside.filter((id) => id !== unit.scenarioId);
  const others = useQueries({
    queries: beside.map((scenarioId) => ({
      ...overviewQuery({ ...unit, scenarioId }),
      refetchInterval: pollWhileOnItsWay,
    })),
  });
  const known = others.flatMap(({ data }) => data ?? []);
  const failed = others.find(({ error, data }) => error !== null && data === undefined);
  const { result, organisation, scenario } = overview;
  const source =
    result === null
      ? null
      : {
          organisation,
          scenario: scenario.name,
          runId: result.id,
          engineVersion: result.engineVersion,
          calculatedAt: result.publishedAt,
        };
  return (
    <FigureSourceProvider value={source}>
      <Toolbar place={place} overview={overview} view={view} />
      <ScenarioTreeCard round={round} unit={unit} view={view} />
      <Waiting overviews={[overview, ...known].filter(({ scenario: { id } }) => isProjected(round, id))} />
      {failed === undefined ? null : <Failure error={failed.error} what="a scenario to compare with" />}
      {beside[0] === undefined ? (
        <section className="wt-card">
          <p>Choose a scenario above to compare this one with.</p>
        </section>
      ) : (
        <>
          <DifferenceCard unit={unit} baseScenarioId={beside[0]} resultId={result?.id ?? null} />
          <Comparison place={place} overview={overview} others={known} view={view} />
        </>
      )}
      {result === null ? null : <ProvenanceLine result={result} />}
    </FigureSourceProvider>
  );
}

/** Calibrated defaults are only read by others: no figures of them are on their way. */
function isProjected(round: Round, scenarioId: string): boolean {
  return round.scenarios.find(({ id }) => id === scenarioId)?.kind !== 'calibration';
}

interface HeadingProps {
  readonly place: UnitPlace;
  readonly overview: Overview | undefined;
}

function Heading({ place, overview }: HeadingProps) {
  const organisation = overview?.organisation ?? place.organisation;
  if (organisation === null) return <h1 className="nhsuk-heading-l wt-page-heading">Scenarios</h1>;
  return (
    <>
      <PageTitle parts={[`${organisation.name}: scenarios`]} />
      <UnitHeading
        scenarioId={place.unit.scenarioId}
        ancestors={place.ancestors}
        organisation={organisation}
        subject="scenarios"
        context={place.context}
        freshness={overview?.freshness ?? null}
      />
    </>
  );
}

/** The scenarios of a round, and how the one of the address differs from others: in what it assumes and does. */
export default function ScenariosPage() {
  const place = useUnit();
  const rounds = useQuery(roundsQuery);
  const overview = useQuery({ ...overviewQuery(place.unit), refetchInterval: pollWhileOnItsWay });
  useProjectionEvents(place.unit);
  const round = place.context?.round;
  return (
    <>
      <Heading place={place} overview={overview.data} />
      {overview.isPending || rounds.isPending ? <Loading what="the scenarios" rows={10} /> : null}
      {overview.isError && overview.data === undefined ? (
        <Failure error={overview.error} what="these scenarios" onRetry={() => void overview.refetch()} />
      ) : null}
      {overview.data === undefined || round === undefined ? null : (
        <Content key={place.unit.scenarioId} place={place} round={round} overview={overview.data} />
      )}
    </>
  );
}
