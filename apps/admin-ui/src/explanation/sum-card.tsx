import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { askedSum, leavesBelow, sumIn, type AskedSum } from '#modules/report-layout';
import type { NumberQuestion } from '../api/analysis-types';
import { ApiError } from '../api/api-error';
import { overviewQuery, statusQuery, type Unit } from '../api/queries';
import type { Overview } from '../api/types';
import { ViewLinks } from '../downloads/view-links';
import { explanationAddress } from '../plan/addresses';
import { cellText, figureText, unitWords } from '../planning-modules/report-value';
import { FigureRegion } from '../shell/figure-region';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatMonth } from '../words/dates';
import { formatQuantity } from '../words/numbers';

/** A part of a sum, and where it is explained. */
interface Part {
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  readonly address: string;
}

const NOT_KEPT = new ApiError(400, {
  detail: 'Sums are kept of people, WTE, establishment, requirement and pay bill at the end of March.',
});

/** More organisations than this are not read one by one. */
const MOST_ORGANISATIONS = 60;

interface SumProps {
  readonly unit: Unit;
  readonly overview: Overview;
  readonly question: NumberQuestion;
}

interface PartsProps extends SumProps {
  readonly asked: AskedSum;
  readonly heading: string;
  readonly parts: readonly Part[];
}

function PartsTable({ overview, question, asked, heading, parts }: PartsProps) {
  const total = sumIn(overview.staffGroups, question.staffGroup, asked);
  return (
    <>
      <FigureRegion label="Parts of the sum, table">
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col" className="wt-number">
                {asked.label} <span className="wt-unit">{unitWords(asked.unit)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ key, name, value, address }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="wt-number">
                  {value === null ? (
                    '–'
                  ) : (
                    <Link className="wt-figure-link" data-figure to={address}>
                      {cellText(value, asked.unit)}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
            <tr className="wt-total">
              <th scope="row">Together</th>
              <td className="wt-number">{cellText(total, asked.unit)}</td>
            </tr>
          </tbody>
        </table>
      </FigureRegion>
      <ViewLinks title="table Parts of the sum" table="parts" implied={{ span: question.span }} />
    </>
  );
}

/** A sum of staff groups of one organisation. */
function GroupsOfSum(props: SumProps & { readonly asked: AskedSum }) {
  const { unit, overview, question, asked } = props;
  const parts = leavesBelow(overview.staffGroups, question.staffGroup).map(({ code, name }) => ({
    key: code,
    name,
    value: sumIn(overview.staffGroups, code, asked),
    address: explanationAddress(unit, { ...question, staffGroup: code }),
  }));
  return <PartsTable {...props} heading="Staff group" parts={parts} />;
}

/** A sum of organisations. */
function OrganisationsOfSum(props: SumProps & { readonly asked: AskedSum }) {
  const { unit, question, asked } = props;
  const status = useQuery(statusQuery(unit));
  const all = status.data?.units ?? [];
  const units = all.length > MOST_ORGANISATIONS ? [] : all;
  const overviews = useQueries({
    queries: units.map(({ organisation }) => overviewQuery({ ...unit, organisationId: organisation.id })),
  });
  const failed = status.error ?? overviews.find(({ error }) => error !== null)?.error ?? null;
  if (failed !== null) return <Failure error={failed} what="the organisations" />;
  if (status.data === undefined || overviews.some(({ data }) => data === undefined)) {
    return <Loading what="the organisations" rows={units.length} />;
  }
  if (all.length > MOST_ORGANISATIONS) {
    return (
      <p>
        {formatQuantity(all.length, 'organisation')} are too many for one table. Open the overview of a system
        in it, and choose the same figure there.
      </p>
    );
  }
  const parts = overviews.flatMap(({ data }) =>
    data === undefined
      ? []
      : {
          key: data.organisation.id,
          name: data.organisation.name,
          value: sumIn(data.staffGroups, question.staffGroup, asked),
          address: explanationAddress({ ...unit, organisationId: data.organisation.id }, question),
        },
  );
  return <PartsTable {...props} heading="Organisation" parts={parts} />;
}

/** Whether a figure of an overview is a sum: of staff groups, or of organisations. */
export function isSumIn({ result, staffGroups }: Overview, staffGroup: string): boolean {
  const group = staffGroups.find(({ code }) => code === staffGroup);
  return result?.kind !== 'run' || group?.isLeaf === false;
}

/** What a sum is made of; each part leads to how it came about. */
export function SumCard({ unit, overview, question }: SumProps) {
  const asked = askedSum(question, overview.years);
  if (asked === null) return <Failure error={NOT_KEPT} what="how this number came about" />;
  const group = overview.staffGroups.find(({ code }) => code === question.staffGroup);
  const value = sumIn(overview.staffGroups, question.staffGroup, asked);
  const isOfOrganisations = overview.result?.kind !== 'run';
  const count = leavesBelow(overview.staffGroups, question.staffGroup).length;
  const parts = isOfOrganisations ? 'its organisations' : formatQuantity(count, 'staff group');
  return (
    <>
      <p className="nhsuk-lede-text wt-sentence">
        {asked.label}, {group?.name ?? question.staffGroup}, at the end of {formatMonth(question.month)}:{' '}
        {figureText(value, asked.unit)}. It is the sum of {parts}.
      </p>
      <section className="wt-card" aria-labelledby="parts">
        <h2 className="nhsuk-heading-m wt-card__heading" id="parts">
          Parts of the sum
        </h2>
        {isOfOrganisations ? (
          <OrganisationsOfSum unit={unit} overview={overview} question={question} asked={asked} />
        ) : (
          <GroupsOfSum unit={unit} overview={overview} question={question} asked={asked} />
        )}
      </section>
    </>
  );
}
