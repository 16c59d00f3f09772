import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { overviewQuery, type Unit } from '../api/queries';
import { fourLinesQuery } from '../api/return-queries';
import type { FourLinesMonth, FourLinesYear } from '../api/return-types';
import { Chooser } from '../controls/chooser';
import { PageFiles } from '../downloads/view-links';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { financialYear, formatMonth } from '../words/dates';
import { LinesTable, SourcesLine } from './four-lines-tables';
import { fourLinesSentence } from './four-lines-words';

const SUBJECT = 'four lines';
const ALL_STAFF = 'all-staff';
/** The year before the round, where ledgers and extracts of the baseline lie, and its first years. */
const YEARS_SHOWN = 4;

function useChoice(name: string, otherwise: string) {
  const [search, setSearch] = useSearchParams();
  const choose = (value: string) =>
    setSearch((last) => new URLSearchParams([...[...last].filter(([key]) => key !== name), [name, value]]), {
      replace: true,
    });
  return [search.get(name) ?? otherwise, choose] as const;
}

/** The last month with worked WTE, else the last with anything contracted. */
function lastLoaded(months: readonly FourLinesMonth[]): FourLinesMonth | undefined {
  return (
    months.findLast(({ sources }) => sources.worked !== null) ??
    months.findLast(({ sources }) => sources.contracted === 'esr-extract') ??
    months.at(-1)
  );
}

function Lines({ months }: Pick<FourLinesYear, 'months'>) {
  const [monthChosen, chooseMonth] = useChoice('month', lastLoaded(months)?.month ?? '');
  const [group, chooseGroup] = useChoice('group', ALL_STAFF);
  const month = months.find((each) => each.month === monthChosen) ?? months[0];
  if (month === undefined) return null;
  const names = new Map(months.flatMap(({ rows }) => rows.map(({ staffGroup, name }) => [staffGroup, name])));
  const ofGroup = months.flatMap((each) => {
    const row = each.rows.find(({ staffGroup }) => staffGroup === group);
    return row === undefined ? [] : [{ header: formatMonth(each.month), row }];
  });
  return (
    <div className="wt-figures">
      <p className="nhsuk-lede-text wt-sentence">
        {fourLinesSentence(month.rows[0], formatMonth(month.month))}
      </p>
      <section className="wt-card" aria-label="Staff groups of a month">
        <h2 className="nhsuk-heading-m wt-card__heading">Staff groups, WTE</h2>
        <Chooser
          label="Month"
          value={month.month}
          options={months.map((each) => ({ value: each.month, label: formatMonth(each.month) }))}
          onChoose={chooseMonth}
        />
        <LinesTable
          label="Four lines by staff group"
          heading="Staff group"
          rows={month.rows.map((row) => ({ header: row.name, row }))}
        />
        <SourcesLine {...month} />
      </section>
      <section className="wt-card" aria-label="Months of a staff group">
        <h2 className="nhsuk-heading-m wt-card__heading">Months, WTE</h2>
        <Chooser
          label="Staff group"
          value={group}
          options={[...names].map(([value, label]) => ({ value: value ?? '', label: label ?? '' }))}
          onChoose={chooseGroup}
        />
        <LinesTable label="Four lines by month" heading="Month" rows={ofGroup} />
      </section>
      <p className="wt-secondary">
        Contracted and the parts from overtime to not explained add up to worked; the files have every digit.
        Timing is what the ledger paid of overtime, bank and agency in the month, less what the roster says
        was worked in it.
      </p>
      <PageFiles />
    </div>
  );
}

function Content({ unit, firstYear }: { readonly unit: Unit; readonly firstYear: number }) {
  const [year, chooseYear] = useChoice('year', String(firstYear));
  const lines = useQuery(fourLinesQuery(unit, Number(year)));
  if (lines.isError) {
    return <Failure error={lines.error} what="the four lines" onRetry={() => void lines.refetch()} />;
  }
  return (
    <>
      <Chooser
        label="Financial year"
        value={year}
        options={Array.from({ length: YEARS_SHOWN }, (_, index) => firstYear - 1 + index).map((each) => ({
          value: String(each),
          label: financialYear(each),
        }))}
        onChoose={chooseYear}
      />
      {lines.data === undefined ? (
        <Loading what="the four lines" rows={10} />
      ) : (
        <Lines key={year} months={lines.data.months} />
      )}
    </>
  );
}

/** Contracted, worked, establishment and requirement of an organisation side by side. */
export default function FourLinesPage() {
  const place = useUnit();
  const overview = useQuery(overviewQuery(place.unit));
  const organisation = overview.data?.organisation ?? place.organisation;
  const firstYear = place.context?.round.firstYear;
  return (
    <>
      <PageTitle parts={[`${organisation?.name ?? 'Plan'}: ${SUBJECT}`]} />
      {organisation === null ? (
        <h1 className="nhsuk-heading-l wt-page-heading">Four lines</h1>
      ) : (
        <UnitHeading
          scenarioId={place.unit.scenarioId}
          ancestors={place.ancestors}
          organisation={organisation}
          subject={SUBJECT}
          context={place.context}
          freshness={null}
        />
      )}
      {firstYear === undefined ? null : <Content unit={place.unit} firstYear={firstYear} />}
    </>
  );
}
