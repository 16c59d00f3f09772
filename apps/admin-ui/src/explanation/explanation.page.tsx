import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { explanationQuery } from '../api/analysis-queries';
import type { NumberQuestion } from '../api/analysis-types';
import { ApiError } from '../api/api-error';
import { useProjectionEvents } from '../api/projection-events';
import { overviewQuery, parametersQuery } from '../api/queries';
import type { Overview, OverviewResult } from '../api/types';
import { FailedRun } from '../overview/failed-run';
import { NotProjected } from '../overview/not-projected';
import { ProvenanceLine } from '../overview/provenance-line';
import { explanationAddress } from '../plan/addresses';
import { FigureSourceProvider } from '../plan/figure-source';
import { PageFiles } from '../downloads/view-links';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { AssumptionsCard } from './assumptions-card';
import { EntriesCard } from './entries-card';
import { explanationSentence } from './explanation-sentence';
import { questionOf } from './number-question';
import { StepsCard } from './steps-card';
import { isSumIn, SumCard } from './sum-card';

const SUBJECT = 'how this number came about';
const INCOMPLETE = new ApiError(400, {
  detail: 'The address must name a staff group, a measure and a month.',
});

interface ContentProps {
  readonly place: UnitPlace;
  readonly overview: Overview;
  readonly result: OverviewResult;
  readonly question: NumberQuestion;
}

/** Over which time the steps are shown. */
function Spans({ place, question }: Pick<ContentProps, 'place' | 'question'>) {
  return (
    <nav aria-label="Time that the steps cover">
      <ul className="wt-views">
        {(['year', 'month'] as const).map((span) => (
          <li key={span}>
            <Link
              to={explanationAddress(place.unit, { ...question, span })}
              replace
              preventScrollReset
              aria-current={question.span === span ? 'true' : undefined}
              className="wt-views__link"
            >
              {span === 'year' ? 'Twelve months' : 'The last month'}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The run of a frozen plan, after which the scenario was calculated again. */
function EarlierRun() {
  return (
    <p className="wt-banner wt-banner__text">
      This is a number of the plan as it was frozen. The scenario has been calculated again since: its
      assumptions may be others now.
    </p>
  );
}

function Content({ place, overview, result, question }: ContentProps) {
  const { unit } = place;
  const explained = useQuery(explanationQuery(unit, question, result.id));
  const catalogue = useQuery(parametersQuery);
  const error = explained.error ?? catalogue.error;
  const retry = () => {
    void explained.refetch();
    void catalogue.refetch();
  };
  if (error !== null) return <Failure error={error} what="how this number came about" onRetry={retry} />;
  if (explained.data === undefined || catalogue.data === undefined) {
    return <Loading what="the explanation" rows={10} />;
  }
  const groupName = (code: string) =>
    code === 'all-staff'
      ? 'The whole organisation'
      : (overview.staffGroups.find((group) => group.code === code)?.name ?? code);
  const { explanation, entries } = explained.data;
  const isStale = overview.freshness.state === 'recalculating';
  const isEarlier = question.run !== undefined && question.run !== result.id;
  return (
    <FigureSourceProvider
      value={{
        organisation: overview.organisation,
        scenario: overview.scenario.name,
        runId: explained.data.runId,
        engineVersion: explained.data.engineVersion,
        calculatedAt: isEarlier ? null : result.publishedAt,
      }}
    >
      <div className={isStale ? 'wt-figures wt-stale' : 'wt-figures'} aria-busy={isStale}>
        {isEarlier ? <EarlierRun /> : null}
        <p className="nhsuk-lede-text wt-sentence">
          {explanationSentence(explanation, groupName(explanation.staffGroup), question.span)}
        </p>
        <Spans place={place} question={question} />
        <StepsCard unit={unit} question={question} explained={explained.data} />
        <AssumptionsCard
          unit={unit}
          explained={explained.data}
          catalogue={catalogue.data}
          groupName={groupName}
        />
        <EntriesCard unit={unit} entries={entries} groupName={groupName} />
      </div>
    </FigureSourceProvider>
  );
}

function Explanation({ place, overview }: { readonly place: UnitPlace; readonly overview: Overview }) {
  const [search] = useSearchParams();
  const question = questionOf(search);
  if (question === null) return <Failure error={INCOMPLETE} what="how a number came about" />;
  if (overview.result === null) {
    return (
      <section className="wt-card">
        <NotProjected unit={place.unit} freshness={overview.freshness} />
      </section>
    );
  }
  return (
    <>
      <PageFiles />
      <FailedRun overview={overview} />
      {question.run === undefined && isSumIn(overview, question.staffGroup) ? (
        <SumCard unit={place.unit} overview={overview} question={question} />
      ) : (
        <Content place={place} overview={overview} result={overview.result} question={question} />
      )}
      <ProvenanceLine result={overview.result} />
    </>
  );
}

/** How one number came about, down to its assumptions and their sources. */
export default function ExplanationPage() {
  const place = useUnit();
  const overview = useQuery(overviewQuery(place.unit));
  useProjectionEvents(place.unit);
  const organisation = overview.data?.organisation ?? place.organisation;
  return (
    <>
      <PageTitle parts={[`${organisation?.name ?? 'Plan'}: ${SUBJECT}`]} />
      {organisation === null ? (
        <h1 className="nhsuk-heading-l wt-page-heading">How this number came about</h1>
      ) : (
        <UnitHeading
          scenarioId={place.unit.scenarioId}
          ancestors={place.ancestors}
          organisation={organisation}
          subject={SUBJECT}
          context={place.context}
          freshness={overview.data?.freshness ?? null}
        />
      )}
      {overview.isPending ? <Loading what="the explanation" rows={10} /> : null}
      {overview.isError && overview.data === undefined ? (
        <Failure error={overview.error} what="this page" onRetry={() => void overview.refetch()} />
      ) : null}
      {overview.data === undefined ? null : <Explanation place={place} overview={overview.data} />}
    </>
  );
}
