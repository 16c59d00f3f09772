import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { overviewQuery, type Unit } from '../api/queries';
import { workforceReturnQuery } from '../api/return-queries';
import type { ReturnEmployment, WorkforceReturn } from '../api/return-types';
import { Chooser } from '../controls/chooser';
import { PageFiles } from '../downloads/view-links';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatQuantity } from '../words/numbers';
import { ReturnTable } from './return-table';
import { EMPLOYMENT_NAMES, figureText, periodText, type ReturnMeasure } from './return-words';

const SUBJECT = 'workforce return';
const EMPLOYMENTS = Object.keys(EMPLOYMENT_NAMES) as readonly ReturnEmployment[];

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function returnSentence({ periods, organisation }: WorkforceReturn): string {
  const outturn = periods.find(({ kind }) => kind === 'outturn');
  const end = periods.findLast(({ kind }) => kind === 'year-end');
  if (outturn === undefined || end === undefined) return `The return of ${organisation.name}.`;
  const wte = (period: typeof end) => figureText(period.wte.total.total, 'wte');
  return `${wte(outturn)} WTE at the forecast outturn, ${wte(end)} WTE in the ${lowerFirst(periodText(end))}: substantive, bank and agency together.`;
}

function Tables({
  unit,
  workforceReturn,
}: {
  readonly unit: Unit;
  readonly workforceReturn: WorkforceReturn;
}) {
  const [search, setSearch] = useSearchParams();
  const measure: ReturnMeasure = search.get('measure') === 'pounds' ? 'pounds' : 'wte';
  const { lineSet, result, runIds } = workforceReturn;
  return (
    <div className="wt-figures">
      <p className="nhsuk-lede-text wt-sentence">{returnSentence(workforceReturn)}</p>
      <Chooser
        label="Figures"
        value={measure}
        options={[
          { value: 'wte', label: 'WTE' },
          { value: 'pounds', label: 'Money' },
        ]}
        onChoose={(value) => setSearch({ measure: value }, { replace: true })}
      />
      {EMPLOYMENTS.map((employment) => (
        <ReturnTable
          key={employment}
          unit={unit}
          workforceReturn={workforceReturn}
          measure={measure}
          employment={employment}
        />
      ))}
      <p className="wt-secondary">
        What is displayed adds up: the total of everything is rounded, and the lines share out the totals by
        largest remainders. WTE are staff in post at the end of the month, bank and agency of the month. Money
        is in cash terms, of the month or of the twelve months to a year end. The baseline has staff in post
        only.
      </p>
      <p className="wt-meta">
        Lines: {lineSet.name}, from {lineSet.validFrom},{' '}
        {lineSet.version === 0 ? 'as shipped' : `version ${lineSet.version}`} ({lineSet.status}).{' '}
        {result.kind === 'run'
          ? `Every figure is of the run ${result.id}.`
          : `Every figure is of the sum ${result.id} of ${formatQuantity(runIds.length, 'run')}.`}
      </p>
      <PageFiles />
    </div>
  );
}

function Content({ unit }: { readonly unit: Unit }) {
  const { data, isError, error, refetch } = useQuery(workforceReturnQuery(unit));
  if (isError) return <Failure error={error} what="the return" onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the return" rows={10} />;
  return <Tables unit={unit} workforceReturn={data} />;
}

/** The workforce return of an organisation or a system. */
export default function WorkforceReturnPage() {
  const place = useUnit();
  const overview = useQuery(overviewQuery(place.unit));
  const organisation = overview.data?.organisation ?? place.organisation;
  return (
    <>
      <PageTitle parts={[`${organisation?.name ?? 'Plan'}: ${SUBJECT}`]} />
      {organisation === null ? (
        <h1 className="nhsuk-heading-l wt-page-heading">Workforce return</h1>
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
      <Content unit={place.unit} />
    </>
  );
}
