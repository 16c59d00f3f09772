import { useQuery } from '@tanstack/react-query';
import { registerEntriesQuery } from '../api/analysis-queries';
import type { RegisterDefinition, RegisterListing } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import type { Overview } from '../api/types';
import { useAddressView } from '../shell/use-address-view';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { EntryForm } from './entry-form';
import { EntryTable } from './entry-table';
import { wordsOf } from './entry-words';
import { WithdrawForm } from './withdraw-form';

/** What is open of a register, as the URL has it: `new`, `edit.<key>` or `withdraw.<key>`. */
function useOpenEntry(register: string) {
  const { search, change } = useAddressView();
  const name = `entry.${register}`;
  const open = (value: string | null) => change({ [name]: value });
  const [action = null, entryKey = null] = (search.get(name) ?? '').split('.');
  return { action, entryKey, open };
}

interface RegisterCardProps {
  readonly unit: Unit;
  readonly register: RegisterDefinition;
  readonly overview: Overview;
}

function OpenForm({
  unit,
  overview,
  listing,
}: Omit<RegisterCardProps, 'register'> & { readonly listing: RegisterListing }) {
  const { register, entries, bands } = listing;
  const { action, entryKey, open } = useOpenEntry(register.key);
  const entry = entries.find(
    (candidate) => candidate.entryKey === entryKey && candidate.organisation?.id === unit.organisationId,
  );
  const staffGroups = overview.staffGroups
    .filter(({ isLeaf }) => isLeaf)
    .map(({ code, name }) => ({ code, label: name }));
  const words = wordsOf(overview.staffGroups);
  const close = () => open(null);
  if (action === 'withdraw' && entry !== undefined) {
    return (
      <WithdrawForm
        key={entry.entryKey}
        unit={unit}
        register={register}
        entry={entry}
        words={words}
        onClose={close}
      />
    );
  }
  if (action !== 'new' && (action !== 'edit' || entry === undefined)) return null;
  return (
    <EntryForm
      key={entry?.entryKey ?? 'new'}
      unit={unit}
      register={register}
      entry={action === 'new' ? null : (entry ?? null)}
      planYears={overview.years.filter(({ kind }) => kind === 'projected').map(({ year }) => year)}
      staffGroups={staffGroups}
      bands={bands.map(({ code, name }) => ({ code, label: name }))}
      words={words}
      onClose={close}
    />
  );
}

function Entries({
  unit,
  overview,
  listing,
}: Omit<RegisterCardProps, 'register'> & { readonly listing: RegisterListing }) {
  const { register, entries, canEdit } = listing;
  const { action, open } = useOpenEntry(register.key);
  const words = wordsOf(overview.staffGroups);
  return (
    <>
      {entries.length === 0 ? (
        <p>Nothing is entered.</p>
      ) : (
        <EntryTable
          unit={unit}
          register={register}
          entries={entries}
          canEdit={canEdit}
          words={words}
          onOpen={(next, entryKey) => open(`${next}.${entryKey}`)}
        />
      )}
      {canEdit ? <OpenForm unit={unit} overview={overview} listing={listing} /> : null}
      {canEdit && action !== 'new' ? (
        <p className="wt-fold-rows">
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
            onClick={() => open('new')}
          >
            Add an entry<span className="nhsuk-u-visually-hidden"> to {register.label}</span>
          </button>
        </p>
      ) : null}
      {canEdit ? null : <p className="wt-secondary">Your role can read these entries, not change them.</p>}
    </>
  );
}

/** A register: its entries with where they come from, and a form to add, change or withdraw one. */
export function RegisterCard({ unit, register, overview }: RegisterCardProps) {
  const listing = useQuery(registerEntriesQuery(unit, register.key));
  return (
    // The module's report may have a table of the same name.
    <section className="wt-card" aria-label={`${register.label}: register`}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={`register-${register.key}`}>
        {register.label}
      </h2>
      <p className="wt-secondary">{register.description}</p>
      {listing.isPending ? <Loading what="the entries" rows={3} /> : null}
      {listing.isError && listing.data === undefined ? (
        <Failure error={listing.error} what="the entries" onRetry={() => void listing.refetch()} />
      ) : null}
      {listing.data === undefined ? null : <Entries unit={unit} overview={overview} listing={listing.data} />}
    </section>
  );
}
