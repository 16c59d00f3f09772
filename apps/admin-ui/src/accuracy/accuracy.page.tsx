import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ACCURACY_STATEMENT, accuracyTables, MOST_ACCURACY_YEARS, OURS, wayName } from '#views/lists';
import { Chooser } from '../controls/chooser';
import { FigureSourceProvider } from '../plan/figure-source';
import { useModuleView } from '../planning-modules/module-view';
import { TableCard } from '../planning-modules/table-card';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatMonth } from '../words/dates';
import { accuracyQuery, type AccuracyEvidence } from './accuracy-query';
import { useAccuracyView, type AccuracyView } from './accuracy-view';
import { englandSentence, leftOutWords, organisationsSentence, rangeWarnings } from './accuracy-words';

const SOURCE = {
  organisation: { code: 'accuracy', name: 'England' },
  scenario: 'Published history',
  runId: '',
  engineVersion: '',
  calculatedAt: null,
  statement: `Source: ${ACCURACY_STATEMENT}.`,
};

const YEARS_AHEAD = Array.from({ length: MOST_ACCURACY_YEARS }, (_, index) => index + 1).map((year) => ({
  value: String(year),
  label: year === 1 ? '1 year' : `${year} years`,
}));

function Filters({ evidence, view }: { readonly evidence: AccuracyEvidence; readonly view: AccuracyView }) {
  const ways = evidence.organisations.methods.filter((method) => method !== OURS);
  return (
    <div className="wt-toolbar">
      <Chooser
        label="Projections of"
        value={view.about}
        options={[
          { value: 'organisations', label: 'Organisations, up to a year ahead' },
          { value: 'england', label: 'England, up to five years ahead' },
        ]}
        onChoose={(value) => view.change('about', value)}
      />
      <Chooser
        label="Beside"
        value={view.beside}
        options={[
          ...ways.map((method) => ({ value: method, label: wayName(method) })),
          { value: 'all', label: 'Each simple way' },
        ]}
        onChoose={(value) => view.change('beside', value)}
      />
      {view.about === 'england' ? (
        <Chooser
          label="Staff groups after"
          value={String(view.years)}
          options={YEARS_AHEAD}
          onChoose={(value) => view.change('years', value)}
        />
      ) : null}
    </div>
  );
}

function HowToRead({
  evidence,
  about,
}: {
  readonly evidence: AccuracyEvidence;
  readonly about: AccuracyView['about'];
}) {
  const { organisations } = evidence;
  const warnings =
    about === 'organisations'
      ? [...rangeWarnings(organisations.byOrganisationType), ...rangeWarnings(organisations.byStaffGroup)]
      : rangeWarnings(evidence.england.byStaffGroup.filter(({ months }) => months === 12));
  return (
    <section className="wt-card" aria-labelledby="how-to-read">
      <h2 className="nhsuk-heading-m wt-card__heading" id="how-to-read">
        How to read this
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          Each projection knew nothing later than the month that it was made from. What came is what the NHS
          then published.
        </li>
        <li>
          “4.5%” means: add up how far each staff group was off, above or below, and divide by the WTE that
          came. Smaller is better.
        </li>
        <li>
          A likely range (8 in 10) is right when it holds 8 of 10 outcomes: much less and it is too narrow,
          much more and it is too wide.
        </li>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}

function LeftOut({ evidence }: { readonly evidence: AccuracyEvidence }) {
  const { restated } = evidence.organisations;
  return (
    <section className="wt-card" aria-labelledby="left-out">
      <h2 className="nhsuk-heading-m wt-card__heading" id="left-out">
        What isn’t compared
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {leftOutWords(evidence).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>
        {restated.length} organisations that merged are counted as one over the whole history:{' '}
        {restated.map(({ code, members }) => `${members.join(' and ')} as ${code}`).join('; ')}.
      </p>
    </section>
  );
}

function Evidence({ evidence }: { readonly evidence: AccuracyEvidence }) {
  const view = useAccuracyView();
  const tableView = useModuleView();
  const { about, beside, years } = view;
  const tables = useMemo(
    () => accuracyTables(evidence, { about, beside, years }),
    [evidence, about, beside, years],
  );
  const { origins } = evidence.england;
  return (
    <FigureSourceProvider value={SOURCE}>
      <Filters evidence={evidence} view={view} />
      <p className="nhsuk-lede-text wt-sentence">
        {about === 'england' ? englandSentence(evidence) : organisationsSentence(evidence)}
      </p>
      {about === 'england' ? (
        <p className="wt-secondary">
          From {origins.length} months, {formatMonth(origins[0] ?? '')} to {formatMonth(origins.at(-1) ?? '')}
          .
        </p>
      ) : null}
      <HowToRead evidence={evidence} about={about} />
      {tables.map((table) => (
        <TableCard key={table.key} module="accuracy" table={table} view={tableView} />
      ))}
      {about === 'organisations' ? <LeftOut evidence={evidence} /> : null}
    </FigureSourceProvider>
  );
}

/** How far off projections were where what came is known, beside simple ways of looking ahead. */
export default function AccuracyPage() {
  const evidence = useQuery(accuracyQuery);
  return (
    <>
      <PageTitle parts={['Accuracy']} />
      <h1 className="nhsuk-heading-l wt-page-heading">How accurate were projections?</h1>
      {evidence.isPending ? <Loading what="the accuracy of projections" rows={10} /> : null}
      {evidence.isError ? (
        <Failure
          error={evidence.error}
          what="the accuracy of projections"
          onRetry={() => void evidence.refetch()}
        />
      ) : null}
      {evidence.data === undefined ? null : <Evidence evidence={evidence.data} />}
    </>
  );
}
