import { useQuery } from '@tanstack/react-query';
import { JOB_COLUMNS, jobsFound, namedWithCode, type Job } from '#views/lists';
import { jobsQuery } from '../../api/administration-queries';
import type { JobsOverview } from '../../api/administration-types';
import { Chooser } from '../../controls/chooser';
import { TextFilter } from '../../listings/filters';
import { Listing, type ListingColumn } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { Tag } from '../../states/tag';
import { formatMoment } from '../../words/dates';
import { KeyFigures } from '../key-figures';
import { useChange } from '../../forms/use-change';
import { useMay } from '../../session/use-may';
import { JOB_STATES, jobWord, oldestWait, waitText } from './job-words';

function figures({ jobs, backlog, at }: JobsOverview) {
  const count = (...states: Job['state'][]) =>
    String(jobs.filter(({ state }) => states.includes(state)).length);
  return [
    { label: 'Running', value: count('running') },
    { label: 'Waiting', value: count('waiting') },
    { label: 'Failed, tried again', value: count('failed') },
    { label: 'Held back', value: count('quarantined') },
    { label: 'Oldest wait', value: waitText(oldestWait(jobs), at) || 'Nothing waits' },
    {
      label: 'Messages not taken',
      value: String(backlog.messages),
      ...(backlog.oldestMessageAt === null
        ? {}
        : { note: `The oldest for ${waitText(backlog.oldestMessageAt, at)}` }),
    },
    { label: 'Scenarios with sums due', value: String(backlog.sums) },
    {
      label: 'Likely ranges being drawn',
      value: String(backlog.rangesRunning),
      ...(backlog.rangesFailed === 0 ? {} : { note: `${backlog.rangesFailed} failed` }),
    },
  ];
}

const RETRYABLE: readonly Job['state'][] = ['quarantined', 'failed', 'cancelled'];
const CANCELLABLE: readonly Job['state'][] = ['running', 'failed'];

function Acts({ job, change }: { readonly job: Job; readonly change: ReturnType<typeof useChange> }) {
  const { organisation, scenario, state, runId } = job;
  const of = (
    <span className="nhsuk-u-visually-hidden">
      {' '}
      {organisation.name}, {scenario.name}
    </span>
  );
  const retry = () =>
    change.mutate({
      method: 'POST',
      path: '/jobs/retries',
      body: { scenarioId: scenario.id, organisationId: organisation.id },
      done: `${organisation.name} is tried again.`,
    });
  const cancel = () =>
    change.mutate({
      method: 'DELETE',
      path: `/projections/runs/${runId ?? ''}`,
      done: `The run of ${organisation.name} is cancelled.`,
    });
  return (
    <span className="wt-entry-actions">
      {RETRYABLE.includes(state) ? (
        <button type="button" className="wt-link-button" disabled={change.isPending} onClick={retry}>
          Try again{of}
        </button>
      ) : null}
      {CANCELLABLE.includes(state) && runId !== null ? (
        <button type="button" className="wt-link-button" disabled={change.isPending} onClick={cancel}>
          Cancel{of}
        </button>
      ) : null}
    </span>
  );
}

function columnsOf(at: string): readonly ListingColumn<Job>[] {
  return [
    { ...JOB_COLUMNS.organisation, kind: 'wide', cell: ({ organisation }) => namedWithCode(organisation) },
    { ...JOB_COLUMNS.scenario, kind: 'wide', cell: JOB_COLUMNS.scenario.value },
    { ...JOB_COLUMNS.state, kind: 'short', cell: (job) => <Tag word={jobWord(job)} /> },
    { ...JOB_COLUMNS.waits, kind: 'number', cell: ({ waitingSince }) => waitText(waitingSince, at) },
    { ...JOB_COLUMNS.attempts, kind: 'number', cell: ({ attempts }) => attempts },
    {
      ...JOB_COLUMNS.calculated,
      kind: 'short',
      cell: ({ publishedAt }) => (publishedAt === null ? 'Never' : formatMoment(publishedAt)),
    },
    { ...JOB_COLUMNS.reason, kind: 'wide', cell: JOB_COLUMNS.reason.value },
  ];
}

function Jobs({ overview }: { readonly overview: JobsOverview }) {
  const { get, set } = useAddress();
  const mayEdit = useMay('jobs:edit');
  const change = useChange<null>(['jobs']);
  const rows = jobsFound(overview.jobs, { state: get('state'), find: get('find') });
  const columns = columnsOf(overview.at);
  const acts: ListingColumn<Job> = {
    heading: 'Change',
    kind: 'short',
    cell: (job) => <Acts job={job} change={change} />,
  };
  return (
    <>
      <section className="wt-card" aria-label="The work at a glance">
        <KeyFigures figures={figures(overview)} />
      </section>
      <section className="wt-card">
        <div className="wt-toolbar">
          <TextFilter
            label="Organisation or scenario"
            value={get('find')}
            onChange={(find) => set({ find })}
          />
          <Chooser
            label="State"
            value={get('state')}
            onChoose={(state) => set({ state })}
            options={[{ value: '', label: 'Any' }, ...JOB_STATES]}
          />
        </div>
        {change.error === null ? null : (
          <p className="nhsuk-error-message" role="alert">
            {change.error.message}
          </p>
        )}
        <Listing
          title="Jobs"
          isTitled
          table="jobs"
          columns={mayEdit ? [...columns, acts] : columns}
          rows={rows}
          rowKey={({ scenario, organisation }) => `${scenario.id} ${organisation.id}`}
          empty="No job fits this."
        />
      </section>
    </>
  );
}

/** The work on projections: what runs, waits, failed or is held back, and since when. */
export function JobsPage() {
  const overview = useQuery(jobsQuery);
  return (
    <>
      <PageTitle parts={['Jobs', 'Administration']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Jobs</h1>
      <p className="wt-secondary">
        One for each organisation of each current scenario. Three failed attempts hold a job back until its
        next change, or until someone asks for it again.
      </p>
      {overview.isPending ? <Loading what="the jobs" rows={6} /> : null}
      {overview.isError && overview.data === undefined ? (
        <Failure error={overview.error} what="the jobs" onRetry={() => void overview.refetch()} />
      ) : null}
      {overview.data === undefined ? null : <Jobs overview={overview.data} />}
    </>
  );
}
