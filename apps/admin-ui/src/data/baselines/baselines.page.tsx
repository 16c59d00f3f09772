import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { BASELINE_COLUMNS, baselinesFound, BASIS_CODES, basisText, type RoundBaseline } from '#views/lists';
import { baselinesQuery } from '../../api/data-queries';
import { roundsQuery } from '../../api/queries';
import type { Round } from '../../api/types';
import { Chooser } from '../../controls/chooser';
import { TextFilter } from '../../listings/filters';
import { Listing, type ListingColumn } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { overviewAddress } from '../../plan/addresses';
import { leadingScenario } from '../../plan/plan-context';
import { useMay } from '../../session/use-may';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { formatMoment } from '../../words/dates';
import { formatCount } from '../../words/numbers';
import { dayText, shortHash } from '../day-words';
import { BaselineForm } from './baseline-form';

function LastChoice({ baseline }: { readonly baseline: RoundBaseline }) {
  const { lastChoice } = baseline;
  if (lastChoice === null) return 'As the round was opened';
  return (
    <>
      {lastChoice.reason}
      <span className="wt-cell-note">
        {lastChoice.author}, {formatMoment(lastChoice.at)}
      </span>
    </>
  );
}

const COLUMNS: readonly ListingColumn<RoundBaseline>[] = [
  {
    ...BASELINE_COLUMNS.organisation,
    kind: 'wide',
    cell: BASELINE_COLUMNS.organisation.value,
  },
  {
    ...BASELINE_COLUMNS.basis,
    kind: 'wide',
    cell: ({ snapshot }) =>
      snapshot === null ? <span className="wt-not-loaded">Not loaded</span> : basisText(snapshot.basis),
  },
  {
    ...BASELINE_COLUMNS.asAt,
    kind: 'short',
    cell: ({ snapshot }) => (snapshot === null ? '' : dayText(snapshot.asAt)),
  },
  {
    ...BASELINE_COLUMNS.wte,
    kind: 'number',
    cell: ({ snapshot }) => (snapshot === null ? '' : formatCount(snapshot.fte)),
  },
  {
    ...BASELINE_COLUMNS.headcount,
    kind: 'number',
    cell: ({ snapshot }) => (snapshot === null ? '' : formatCount(snapshot.headcount)),
  },
  {
    ...BASELINE_COLUMNS.hash,
    kind: 'short',
    cell: ({ snapshot }) =>
      snapshot === null ? '' : <code className="wt-code">{shortHash(snapshot.sha256)}</code>,
  },
  {
    ...BASELINE_COLUMNS.why,
    kind: 'wide',
    cell: (baseline) => <LastChoice baseline={baseline} />,
  },
];

interface BaselinesProps {
  readonly round: Round;
  readonly baselines: readonly RoundBaseline[];
}

function Baselines({ round, baselines }: BaselinesProps) {
  const { get, set } = useAddress();
  const mayEdit = useMay('baselines:edit') && round.state === 'open';
  const rows = baselinesFound(baselines, { find: get('find'), basis: get('basis') });
  const opened = baselines.find(({ organisation }) => organisation.id === get('change'));
  const act: ListingColumn<RoundBaseline> = {
    heading: 'Change',
    kind: 'short',
    cell: ({ organisation }) => (
      <button type="button" className="wt-link-button" onClick={() => set({ change: organisation.id })}>
        Change<span className="nhsuk-u-visually-hidden"> the baseline of {organisation.name}</span>
      </button>
    ),
  };
  const scenario = leadingScenario(round);
  const figures: readonly ListingColumn<RoundBaseline>[] =
    scenario === null
      ? []
      : [
          {
            heading: 'Figures',
            kind: 'short',
            cell: ({ organisation }) => (
              <Link to={overviewAddress({ scenarioId: scenario.id, organisationId: organisation.id })}>
                Overview<span className="nhsuk-u-visually-hidden"> of {organisation.name}</span>
              </Link>
            ),
          },
        ];
  return (
    <>
      {mayEdit && opened !== undefined ? (
        <BaselineForm
          key={opened.organisation.id}
          roundId={round.id}
          baseline={opened}
          onClose={() => set({ change: '' })}
        />
      ) : null}
      <Listing
        title="Baselines"
        isTitled
        table="baselines"
        columns={[...COLUMNS, ...figures, ...(mayEdit ? [act] : [])]}
        rows={rows}
        rowKey={({ organisation }) => organisation.id}
        empty={
          baselines.length === 0
            ? 'No organisation of this round is open to you.'
            : 'No organisation fits this.'
        }
      />
    </>
  );
}

const BASES = [
  { value: '', label: 'Anything' },
  ...BASIS_CODES.map((value) => ({ value, label: basisText(value) })),
  { value: 'none', label: 'Not loaded' },
];

interface FiltersProps {
  readonly rounds: readonly Round[];
  readonly round: Round;
}

function Filters({ rounds, round }: FiltersProps) {
  const { get, set } = useAddress();
  return (
    <div className="wt-toolbar">
      <Chooser
        label="Round"
        value={round.id}
        onChoose={(id) => set({ round: id, change: '' })}
        options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextFilter label="Organisation" value={get('find')} onChange={(find) => set({ find })} />
      <Chooser label="Stands on" value={get('basis')} onChoose={(basis) => set({ basis })} options={BASES} />
    </div>
  );
}

function BaselinesOfRound({ rounds, round }: FiltersProps) {
  const baselines = useQuery(baselinesQuery(round.id));
  return (
    <section className="wt-card">
      <h2 className="nhsuk-u-visually-hidden">List of baselines</h2>
      <Filters rounds={rounds} round={round} />
      {baselines.isPending ? <Loading what="the baselines" rows={6} /> : null}
      {baselines.isError && baselines.data === undefined ? (
        <Failure error={baselines.error} what="the baselines" onRetry={() => void baselines.refetch()} />
      ) : null}
      {baselines.data === undefined ? null : <Baselines round={round} baselines={baselines.data} />}
    </section>
  );
}

/** Which opening position each organisation of a round is projected from, and changing it. */
export function BaselinesPage() {
  const { get } = useAddress();
  const rounds = useQuery(roundsQuery);
  const all = rounds.data ?? [];
  const round = all.find(({ id }) => id === get('round')) ?? all[0];
  return (
    <>
      <PageTitle parts={['Baselines', 'Data']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Baselines</h1>
      <p className="wt-secondary">
        The opening position that each organisation is projected from: a frozen snapshot, known by its hash. A
        baseline of contracted WTE says nothing of bank or agency.
      </p>
      {rounds.isPending ? <Loading what="the rounds" rows={6} /> : null}
      {rounds.isError && rounds.data === undefined ? (
        <Failure error={rounds.error} what="the rounds" onRetry={() => void rounds.refetch()} />
      ) : null}
      {rounds.data?.length === 0 ? <p>There is no round yet: an administrator opens one.</p> : null}
      {round === undefined ? null : <BaselinesOfRound rounds={all} round={round} />}
    </>
  );
}
