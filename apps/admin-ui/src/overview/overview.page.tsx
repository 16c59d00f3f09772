import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { useProjectionEvents } from '../api/projection-events';
import { overviewQuery, type Unit } from '../api/queries';
import type { Overview, OverviewStaffGroup } from '../api/types';
import { bridgeChartHeight } from '../charts/bridge-chart-option';
import { Chooser } from '../controls/chooser';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { isRollUp } from '../organisations/organisation-tree';
import {
  assumptionsAddress,
  fourLinesAddress,
  inTheYearAddress,
  overviewAddress,
  workforceReturnAddress,
} from '../plan/addresses';
import { FigureSourceProvider } from '../plan/figure-source';
import { ModuleNavigation } from '../plan/module-navigation';
import { PageFiles } from '../downloads/view-links';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { BridgeCard } from './bridge-card';
import { CoverageCard } from './coverage-card';
import { FailedRun } from './failed-run';
import { GapHeatmapCard } from './gap-heatmap-card';
import { KeyFiguresCard } from './key-figures-card';
import { NotProjected } from './not-projected';
import { NoticesCard } from './notices-card';
import { OrganisationsCard } from './organisations-card';
import { chosenStaffGroup } from './chosen-staff-group';
import { overviewSentence } from './overview-sentence';
import { useOverviewView, type OverviewView } from './overview-view';
import { ProblemsCard } from './problems-card';
import { ProvenanceLine } from './provenance-line';
import { QuestionsCard } from './questions-card';
import { useRangeOfSupply } from './range-of-supply';
import { RangeState } from './range-state';
import { RecalculateButton, useFreshnessAnnouncements } from './recalculate-button';
import { StaffGroupCard } from './staff-group-card';
import { SupplyCard } from './supply-card';

/** Where server-sent events don't arrive, a recalculation is still noticed. */
const POLL_MILLISECONDS = 3_000;
const SECONDARY_BUTTON = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button';

interface FiguresProps {
  readonly overview: Overview;
  readonly group: OverviewStaffGroup;
  readonly view: OverviewView;
}

function Figures({ overview, group, view }: FiguresProps) {
  const unit = { scenarioId: overview.scenario.id, organisationId: overview.organisation.id };
  const sentence = overviewSentence(overview, group);
  const bridge = overview.bridges[group.code] ?? null;
  const { isStale, ...likely } = useRangeOfSupply(overview, group);
  return (
    <div className={isStale ? 'wt-figures wt-stale' : 'wt-figures'} aria-busy={isStale}>
      <p className="nhsuk-lede-text wt-sentence">{sentence}</p>
      <KeyFiguresCard overview={overview} group={group} />
      <div className="wt-columns">
        <section className="wt-card" aria-label="Supply against requirement">
          <SupplyCard
            unit={unit}
            title="Supply against requirement"
            years={overview.years}
            group={group}
            sentence={sentence}
            height={bridge === null ? 320 : bridgeChartHeight(bridge)}
            range={likely.range}
            rangeState={<RangeState isStale={isStale} {...likely} />}
          />
        </section>
        <section className="wt-card" aria-label="What moves staff in post">
          {bridge === null ? <p>There is no bridge for this staff group.</p> : <BridgeCard bridge={bridge} />}
        </section>
      </div>
      <ProblemsCard unit={unit} />
      <GapHeatmapCard unit={unit} overview={overview} chosen={group.code} onChoose={view.chooseGroup} />
      <QuestionsCard overview={overview} group={group} view={view} />
      <section className="wt-card" aria-label="Staff groups by year">
        <StaffGroupCard overview={overview} view={view} chosen={group.code} />
      </section>
      <div className="wt-columns">
        <section className="wt-card" aria-label="What this total covers">
          <CoverageCard coverage={overview.coverage} />
        </section>
        <section className="wt-card" aria-label="About these figures">
          <NoticesCard overview={overview} />
        </section>
      </div>
    </div>
  );
}

function OverviewContent({ overview, unit }: { readonly overview: Overview; readonly unit: Unit }) {
  const view = useOverviewView();
  const group = chosenStaffGroup(overview, view.group);
  if (overview.result === null || group === null) {
    return (
      <section className="wt-card">
        <NotProjected unit={unit} freshness={overview.freshness} />
      </section>
    );
  }
  const { result, organisation, scenario } = overview;
  const source = {
    organisation,
    scenario: scenario.name,
    runId: result.id,
    engineVersion: result.engineVersion,
    calculatedAt: result.publishedAt,
  };
  return (
    <FigureSourceProvider value={source}>
      <PageFiles hasPlan />
      <FailedRun overview={overview} />
      <Figures overview={overview} group={group} view={view} />
      {isRollUp(overview.organisation.type) ? <OrganisationsCard unit={unit} /> : null}
      <ProvenanceLine result={result} />
    </FigureSourceProvider>
  );
}

interface ToolbarProps {
  readonly place: UnitPlace;
  readonly overview: Overview;
}

function Toolbar({ place, overview }: ToolbarProps) {
  const navigate = useNavigate();
  const view = useOverviewView();
  const { unit } = place;
  const group = chosenStaffGroup(overview, view.group);
  const toOrganisation = (organisationId: string) =>
    void navigate({
      pathname: overviewAddress({ ...unit, organisationId }),
      search: window.location.search,
    });
  return (
    <div className="wt-toolbar">
      <OrganisationPicker
        roundId={overview.scenario.roundId}
        current={overview.organisation}
        onPick={toOrganisation}
      />
      {group === null ? null : (
        <Chooser
          label="Staff group in the charts"
          value={group.code}
          options={overview.staffGroups.map(({ code, name, depth }) => ({
            value: code,
            label: `${'\u2003'.repeat(depth)}${name}`,
          }))}
          onChoose={view.chooseGroup}
        />
      )}
      <div className="wt-toolbar__buttons">
        <Link className="nhsuk-button nhsuk-button--small wt-button" to={assumptionsAddress(unit)}>
          Open assumptions
        </Link>
        {isRollUp(overview.organisation.type) ? null : (
          <>
            <Link className={SECONDARY_BUTTON} to={inTheYearAddress(unit)}>
              In the year
            </Link>
            <Link className={SECONDARY_BUTTON} to={fourLinesAddress(unit)}>
              Four lines
            </Link>
          </>
        )}
        <Link className={SECONDARY_BUTTON} to={workforceReturnAddress(unit)}>
          Workforce return
        </Link>
        <RecalculateButton unit={unit} />
      </div>
    </div>
  );
}

/** A unit's projection: the finding in a sentence, then charts, then the tables behind them. */
export default function OverviewPage() {
  const place = useUnit();
  const overview = useQuery({
    ...overviewQuery(place.unit),
    refetchInterval: (query) =>
      query.state.data?.freshness.state === 'recalculating' ? POLL_MILLISECONDS : false,
  });
  useProjectionEvents(place.unit);
  useFreshnessAnnouncements(overview.data?.freshness);
  const organisation = overview.data?.organisation ?? place.organisation;
  return (
    <>
      <PageTitle parts={[organisation === null ? 'Overview' : `${organisation.name}: overview`]} />
      {organisation === null ? (
        <h1 className="nhsuk-heading-l wt-page-heading">Overview</h1>
      ) : (
        <UnitHeading
          scenarioId={place.unit.scenarioId}
          ancestors={place.ancestors}
          organisation={organisation}
          subject={null}
          context={place.context}
          freshness={overview.data?.freshness ?? null}
        />
      )}
      <ModuleNavigation unit={place.unit} current={null} />
      {overview.isPending ? <Loading what="the overview" rows={10} /> : null}
      {overview.isError && overview.data === undefined ? (
        <Failure error={overview.error} what="this overview" onRetry={() => void overview.refetch()} />
      ) : null}
      {overview.data === undefined ? null : (
        <>
          <Toolbar place={place} overview={overview.data} />
          <OverviewContent overview={overview.data} unit={place.unit} />
        </>
      )}
    </>
  );
}
