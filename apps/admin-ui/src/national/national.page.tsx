import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import {
  crossCheckTables,
  NATIONAL_PICTURE_LINES,
  nationalChoice,
  nationalTables,
  type CrossChecksAnswer,
  type NationalChoice,
  type NationalPictureAnswer,
} from '#views/lists';
import { roundsQuery } from '../api/queries';
import { Chooser } from '../controls/chooser';
import { FigureSourceProvider } from '../plan/figure-source';
import { leadingScenario } from '../plan/plan-context';
import { useModuleView } from '../planning-modules/module-view';
import { TableCard } from '../planning-modules/table-card';
import { PageTitle } from '../shell/page-title';
import { useAddressView } from '../shell/use-address-view';
import { documentAddress } from '../sign-off/addresses';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { crossCheckSentence, limitsSentence, pictureSentence } from './national-words';
import { crossChecksQuery, nationalPictureQuery } from './national-queries';
import { financialYear } from '../words/dates';

const LINES = Object.entries(NATIONAL_PICTURE_LINES).map(([value, { label }]) => ({ value, label }));

const SOURCE = {
  organisation: { code: 'ENG', name: 'England' },
  scenario: 'National picture',
  runId: '',
  engineVersion: '',
  calculatedAt: null,
  statement: 'Source: plans of all systems of the round, added up as they stand.',
};

function RoundChooser({ scenarioId }: { readonly scenarioId: string }) {
  const rounds = useQuery(roundsQuery);
  const navigate = useNavigate();
  const options = (rounds.data ?? []).flatMap((round) => {
    const scenario = leadingScenario(round);
    return scenario === null ? [] : [{ value: scenario.id, label: round.name }];
  });
  return (
    <Chooser
      label="Round"
      value={scenarioId}
      options={options}
      onChoose={(value) => void navigate(`/national/${value}`)}
    />
  );
}

interface PictureProps {
  readonly picture: NationalPictureAnswer;
  readonly choice: NationalChoice;
}

/** The plans behind the figure that can be opened. */
function PlanLinks({ picture }: { readonly picture: NationalPictureAnswer }) {
  const open = picture.systems.filter(({ documentId }) => documentId !== null);
  if (open.length === 0) return null;
  return (
    <p>
      Open the plan of{' '}
      {open.map(({ code, name, documentId }, index) => (
        <span key={code}>
          {index === 0 ? '' : ', '}
          <Link to={documentAddress(documentId ?? '')}>{name}</Link>
        </span>
      ))}
      .
    </p>
  );
}

function Picture({ picture, choice }: PictureProps) {
  const view = useModuleView();
  const tables = useMemo(() => nationalTables(picture, choice), [picture, choice]);
  return (
    <>
      <p className="nhsuk-lede-text wt-sentence">{pictureSentence(picture, choice)}</p>
      <PlanLinks picture={picture} />
      {tables.map((table) => (
        <TableCard key={table.key} module="national" table={table} view={view} />
      ))}
    </>
  );
}

function CrossChecks({ answer }: { readonly answer: CrossChecksAnswer }) {
  const view = useModuleView();
  const tables = useMemo(() => crossCheckTables(answer), [answer]);
  return (
    <>
      <h2 className="nhsuk-heading-m" id="cross-checks">
        Do plans together exceed what exists?
      </h2>
      <p>{crossCheckSentence(answer)}</p>
      <p className="wt-secondary">{limitsSentence(answer)}</p>
      {tables.map((table) => (
        <TableCard key={table.key} module="national" table={table} view={view} />
      ))}
    </>
  );
}

function NationalPicture({ scenarioId }: { readonly scenarioId: string }) {
  const { search, change } = useAddressView();
  const line = nationalChoice((name) => search.get(name), []).line;
  const picture = useQuery(nationalPictureQuery(scenarioId, line));
  const checks = useQuery(crossChecksQuery(scenarioId));
  const years = useMemo(() => picture.data?.round.years ?? [], [picture.data]);
  const year = search.get('year');
  const choice = useMemo(
    () => nationalChoice((name) => (name === 'line' ? line : year), years),
    [line, year, years],
  );
  return (
    <FigureSourceProvider value={SOURCE}>
      <div className="wt-toolbar">
        <RoundChooser scenarioId={scenarioId} />
        <Chooser
          label="Figure"
          value={choice.line}
          options={LINES}
          onChoose={(value) => change({ line: value === 'fte' ? null : value })}
        />
        <Chooser
          label="Plans behind"
          value={String(choice.year)}
          options={years.map((each) => ({ value: String(each), label: financialYear(each) }))}
          onChoose={(value) => change({ year: value === String(years[0]) ? null : value })}
        />
      </div>
      {picture.isPending ? <Loading what="the national picture" rows={8} /> : null}
      {picture.isError ? (
        <Failure error={picture.error} what="the national picture" onRetry={() => void picture.refetch()} />
      ) : null}
      {picture.data === undefined ? null : <Picture picture={picture.data} choice={choice} />}
      {checks.isPending ? <Loading what="the cross-checks" rows={8} /> : null}
      {checks.isError ? (
        <Failure error={checks.error} what="the cross-checks" onRetry={() => void checks.refetch()} />
      ) : null}
      {checks.data === undefined ? null : <CrossChecks answer={checks.data} />}
    </FigureSourceProvider>
  );
}

/** The newest round's picture, where an address names none. */
function NewestRound() {
  const rounds = useQuery(roundsQuery);
  const [newest] = rounds.data ?? [];
  const scenario = newest === undefined ? null : leadingScenario(newest);
  if (rounds.isError) {
    return <Failure error={rounds.error} what="the rounds" onRetry={() => void rounds.refetch()} />;
  }
  if (rounds.isPending) return <Loading what="the rounds" />;
  if (scenario === null) return <p>There is no round with a scenario yet.</p>;
  return <Navigate to={`/national/${scenario.id}`} replace />;
}

/** All systems of a round together: England, the plans behind it, and what they exceed together. */
export default function NationalPage() {
  const { scenarioId } = useParams();
  return (
    <>
      <PageTitle parts={['National picture']} />
      <h1 className="nhsuk-heading-l wt-page-heading">National picture</h1>
      {scenarioId === undefined ? <NewestRound /> : <NationalPicture scenarioId={scenarioId} />}
    </>
  );
}
