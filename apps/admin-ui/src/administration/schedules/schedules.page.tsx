import { useQuery } from '@tanstack/react-query';
import {
  missedSlots,
  PAST_TIME_COLUMNS,
  pastTimes,
  SCHEDULE_COLUMNS,
  scheduleRows,
  type Schedule,
  type ScheduleRow,
} from '#views/lists';
import { schedulesQuery } from '../../api/administration-queries';
import { roundsQuery } from '../../api/queries';
import { Chooser } from '../../controls/chooser';
import { Listing, type ListingColumn } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { Tag } from '../../states/tag';
import { formatMoment } from '../../words/dates';
import { formatQuantity } from '../../words/numbers';
import { useChange } from '../../forms/use-change';
import { useMayNationally } from '../../session/use-may';
import { ScheduleForm } from './schedule-form';
import { onItsClocks, slotWord } from './schedule-words';

const ENABLED = { text: 'Enabled', colour: 'green' } as const;
const DISABLED = { text: 'Disabled', colour: 'grey' } as const;
const CHOICES = [
  { value: '', label: 'Any' },
  { value: 'enabled', label: 'Enabled' },
  { value: 'disabled', label: 'Disabled' },
];

function Acts({
  schedule,
  change,
}: {
  readonly schedule: Schedule;
  readonly change: ReturnType<typeof useChange>;
}) {
  const { id, name, isEnabled } = schedule;
  const of = <span className="nhsuk-u-visually-hidden"> {name}</span>;
  const run = () =>
    change.mutate({ method: 'POST', path: `/schedules/${id}/firings`, done: `${name} runs now.` });
  const toggle = () =>
    change.mutate({
      method: 'PATCH',
      path: `/schedules/${id}`,
      body: { isEnabled: !isEnabled },
      done: `${name} is ${isEnabled ? 'disabled' : 'enabled'}.`,
    });
  return (
    <span className="wt-entry-actions">
      <button type="button" className="wt-link-button" disabled={change.isPending} onClick={run}>
        Run now{of}
      </button>
      <button type="button" className="wt-link-button" disabled={change.isPending} onClick={toggle}>
        {isEnabled ? 'Disable' : 'Enable'}
        {of}
      </button>
    </span>
  );
}

function missedText(schedule: Schedule): string {
  const missed = missedSlots(schedule);
  return missed === 0 ? 'None' : formatQuantity(missed, 'time');
}

const COLUMNS: readonly ListingColumn<ScheduleRow>[] = [
  { ...SCHEDULE_COLUMNS.schedule, cell: ({ name }) => name },
  {
    ...SCHEDULE_COLUMNS.times,
    cell: ({ cron, timeZone }) => (
      <>
        <code className="wt-code">{cron}</code>
        <span className="wt-cell-note">{timeZone}</span>
      </>
    ),
  },
  { ...SCHEDULE_COLUMNS.recalculates, kind: 'wide', cell: ({ round }) => round },
  {
    ...SCHEDULE_COLUMNS.state,
    kind: 'short',
    cell: ({ isEnabled }) => <Tag word={isEnabled ? ENABLED : DISABLED} />,
  },
  {
    ...SCHEDULE_COLUMNS.next,
    kind: 'short',
    cell: ({ nextDueAt, timeZone }) => (nextDueAt === null ? '' : onItsClocks(nextDueAt, timeZone)),
  },
  {
    ...SCHEDULE_COLUMNS.last,
    kind: 'short',
    cell: ({ lastFiring }) =>
      lastFiring === null ? (
        'Never'
      ) : (
        <>
          {formatMoment(lastFiring.firedAt)}
          <span className="wt-cell-note">{formatQuantity(lastFiring.unitsRung, 'job')}</span>
        </>
      ),
  },
  { ...SCHEDULE_COLUMNS.missed, cell: missedText },
];

/** What became of the latest times of each schedule. */
function PastTimes({ schedules }: { readonly schedules: readonly Schedule[] }) {
  return (
    <section className="wt-card" aria-labelledby="past-times">
      <h2 className="nhsuk-heading-m wt-card__heading" id="past-times">
        What became of the latest times
      </h2>
      <Listing
        title="What became of the latest times"
        isTitled
        table="past-times"
        columns={[
          { ...PAST_TIME_COLUMNS.schedule, cell: ({ schedule }) => schedule.name },
          {
            ...PAST_TIME_COLUMNS.due,
            kind: 'short',
            cell: ({ slot, schedule }) => onItsClocks(slot, schedule.timeZone),
          },
          { ...PAST_TIME_COLUMNS.outcome, kind: 'short', cell: (row) => <Tag word={slotWord(row)} /> },
          {
            ...PAST_TIME_COLUMNS.runAt,
            kind: 'short',
            cell: ({ firedAt }) => (firedAt === null ? '' : formatMoment(firedAt)),
          },
          { ...PAST_TIME_COLUMNS.jobs, kind: 'number', cell: ({ unitsRung }) => unitsRung },
        ]}
        rows={pastTimes(schedules)}
        rowKey={({ schedule, slot }) => `${schedule.id} ${slot}`}
        empty="No schedule has come due yet."
      />
    </section>
  );
}

function Schedules({ schedules }: { readonly schedules: readonly Schedule[] }) {
  const { get, set } = useAddress();
  const { data: rounds = [] } = useQuery(roundsQuery);
  const mayEdit = useMayNationally('schedules:edit');
  const change = useChange(['schedules']);
  const shown = scheduleRows(schedules, rounds, get('state'));
  const acts: ListingColumn<ScheduleRow> = {
    heading: 'Change',
    kind: 'short',
    cell: (schedule) => <Acts schedule={schedule} change={change} />,
  };
  return (
    <>
      <section className="wt-card">
        <h2 className="nhsuk-u-visually-hidden">List of schedules</h2>
        <div className="wt-toolbar">
          <Chooser
            label="State"
            value={get('state')}
            onChoose={(state) => set({ state })}
            options={CHOICES}
          />
        </div>
        {change.error === null ? null : (
          <p className="nhsuk-error-message" role="alert">
            {change.error.message}
          </p>
        )}
        {mayEdit && get('open') === 'new' ? <ScheduleForm onClose={() => set({ open: '' })} /> : null}
        {mayEdit && get('open') !== 'new' ? (
          <p>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--small wt-button"
              onClick={() => set({ open: 'new' })}
            >
              Make a schedule
            </button>
          </p>
        ) : null}
        <Listing
          title="Schedules"
          isTitled
          table="schedules"
          columns={mayEdit ? [...COLUMNS, acts] : COLUMNS}
          rows={shown}
          rowKey={({ id }) => id}
          empty="There is no schedule: nothing is recalculated by itself but what changes."
        />
      </section>
      <PastTimes schedules={shown} />
    </>
  );
}

/** When rounds are recalculated by themselves, and whether they were. */
export function SchedulesPage() {
  const schedules = useQuery(schedulesQuery);
  return (
    <>
      <PageTitle parts={['Schedules', 'Administration']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Schedules</h1>
      <p className="wt-secondary">
        Changes are recalculated at once. A schedule recalculates everything of a round and checks it against
        what is published.
      </p>
      {schedules.isPending ? <Loading what="the schedules" rows={4} /> : null}
      {schedules.isError && schedules.data === undefined ? (
        <Failure error={schedules.error} what="the schedules" onRetry={() => void schedules.refetch()} />
      ) : null}
      {schedules.data === undefined ? null : <Schedules schedules={schedules.data} />}
    </>
  );
}
