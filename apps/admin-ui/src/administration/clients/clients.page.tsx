import { useQuery } from '@tanstack/react-query';
import {
  CLIENT_COLUMNS as DECLARED,
  clientsFound,
  KEY_COLUMNS,
  type ClientKey,
  type ListedClient,
} from '#views/lists';
import { clientsQuery } from '../../api/administration-queries';
import { Confirmation } from '../../forms/confirmation';
import { TextFilter } from '../../listings/filters';
import { Listing, type ListingColumn } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { Tag } from '../../states/tag';
import { formatMoment } from '../../words/dates';
import { useChange } from '../../forms/use-change';
import { useMayNationally } from '../../session/use-may';
import { ClientForm } from './client-form';
import { clientWord, keyWord } from './client-words';
import { KeyForm } from './key-form';

function keyColumns(onEnd: ((key: ClientKey) => void) | null): readonly ListingColumn<ClientKey>[] {
  const columns: ListingColumn<ClientKey>[] = [
    { ...KEY_COLUMNS.key, cell: ({ keyId }) => keyId },
    { ...KEY_COLUMNS.algorithm, cell: ({ algorithm }) => algorithm },
    { ...KEY_COLUMNS.since, kind: 'short', cell: ({ validFrom }) => formatMoment(validFrom) },
    { ...KEY_COLUMNS.state, kind: 'short', cell: (key) => <Tag word={keyWord(key)} /> },
  ];
  const act: ListingColumn<ClientKey> = {
    heading: 'Change',
    kind: 'short',
    cell: (key) =>
      key.isInForce ? (
        <button type="button" className="wt-link-button" onClick={() => onEnd?.(key)}>
          End now<span className="nhsuk-u-visually-hidden"> key {key.keyId}</span>
        </button>
      ) : null,
  };
  return onEnd === null ? columns : [...columns, act];
}

interface ClientCardProps {
  readonly client: ListedClient;
  readonly mayEdit: boolean;
}

/** What is open at a client, as the address has it: `key.<client>`, `end.<client>.<key>`, `toggle.<client>`. */
function OpenAct({ client }: { readonly client: ListedClient }) {
  const { get, set } = useAddress();
  const close = () => set({ open: '' });
  const change = useChange(['api-clients'], close);
  const [act, clientId, keyId] = get('open').split('.');
  if (clientId !== client.id) return null;
  if (act === 'key') return <KeyForm client={client} onClose={close} />;
  const key = client.keys.find(({ id }) => id === keyId);
  const asked = { isPending: change.isPending, error: change.error, onCancel: close };
  if (act === 'end' && key !== undefined) {
    const path = `/api-clients/${client.id}/keys/${key.id}`;
    return (
      <Confirmation
        {...asked}
        question={`End the key ${key.keyId} of ${client.name} now?`}
        consequence="Assertions signed with it are refused at once; a token given out before works for up to ten minutes."
        action="End this key"
        onConfirm={() => change.mutate({ method: 'DELETE', path, done: `Key ${key.keyId} ended.` })}
      />
    );
  }
  if (act !== 'toggle') return null;
  const verb = client.isDisabled ? 'Enable' : 'Disable';
  const body = { isDisabled: !client.isDisabled };
  const path = `/api-clients/${client.id}`;
  return (
    <Confirmation
      {...asked}
      question={`${verb} ${client.name}?`}
      consequence={
        client.isDisabled
          ? 'It gets tokens again with the keys that are in force.'
          : 'It gets no more tokens; one given out before works for up to ten minutes.'
      }
      action={`${verb} this client`}
      onConfirm={() =>
        change.mutate({ method: 'PATCH', path, body, done: `${client.name}: ${verb.toLowerCase()}d.` })
      }
    />
  );
}

function ClientCard({ client, mayEdit }: ClientCardProps) {
  const { set } = useAddress();
  const { id, name, purpose, legalBasis, scopes, isDisabled, lastPullAt, keys } = client;
  return (
    <section className="wt-card" aria-labelledby={`client-${id}`}>
      <div className="wt-card__heading-row">
        <h2 className="nhsuk-heading-m" id={`client-${id}`}>
          {name}
        </h2>
        <Tag word={clientWord(client)} />
      </div>
      <p className="wt-secondary">
        {purpose}. Legal basis: {legalBasis}. Scopes: {scopes.join(', ')}.{' '}
        {lastPullAt === null ? 'It has pulled nothing yet.' : `Last pull ${formatMoment(lastPullAt)}.`} Client
        id <code className="wt-code">{id}</code>.
      </p>
      <OpenAct client={client} />
      <Listing
        title={`Keys of ${name}`}
        table={`keys-${id}`}
        columns={keyColumns(mayEdit ? (key) => set({ open: `end.${id}.${key.id}` }) : null)}
        rows={keys}
        rowKey={({ id: key }) => key}
        empty="It has no key: it cannot sign in."
      />
      {mayEdit ? (
        <p className="wt-attention__actions">
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
            onClick={() => set({ open: `key.${id}` })}
          >
            Add a key<span className="nhsuk-u-visually-hidden"> to {name}</span>
          </button>
          <button type="button" className="wt-link-button" onClick={() => set({ open: `toggle.${id}` })}>
            {isDisabled ? 'Enable' : 'Disable'} this client
            <span className="nhsuk-u-visually-hidden">, {name}</span>
          </button>
        </p>
      ) : null}
    </section>
  );
}

const CLIENT_COLUMNS: readonly ListingColumn<ListedClient>[] = [
  { ...DECLARED.client, cell: ({ name }) => name },
  { ...DECLARED.state, kind: 'short', cell: (client) => <Tag word={clientWord(client)} /> },
  { ...DECLARED.purpose, kind: 'wide', cell: ({ purpose }) => purpose },
  {
    ...DECLARED.lastPull,
    kind: 'short',
    cell: ({ lastPullAt }) => (lastPullAt === null ? 'None' : formatMoment(lastPullAt)),
  },
];

function Clients({ clients }: { readonly clients: readonly ListedClient[] }) {
  const { get, set } = useAddress();
  const mayEdit = useMayNationally('api-clients:edit');
  const shown = clientsFound(clients, get('find'));
  return (
    <>
      <section className="wt-card">
        <h2 className="nhsuk-u-visually-hidden">List of clients</h2>
        <div className="wt-toolbar">
          <TextFilter label="Client or purpose" value={get('find')} onChange={(find) => set({ find })} />
        </div>
        {mayEdit && get('open') === 'new' ? <ClientForm onClose={() => set({ open: '' })} /> : null}
        {mayEdit && get('open') !== 'new' ? (
          <p>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--small wt-button"
              onClick={() => set({ open: 'new' })}
            >
              Register a client
            </button>
          </p>
        ) : null}
        <Listing
          title="API clients"
          isTitled
          table="clients"
          columns={CLIENT_COLUMNS}
          rows={shown}
          rowKey={({ id }) => id}
          empty={clients.length === 0 ? 'No client is registered yet.' : 'No client fits this.'}
        />
      </section>
      {shown.map((client) => (
        <ClientCard key={client.id} client={client} mayEdit={mayEdit} />
      ))}
    </>
  );
}

/** Systems of other bodies that read the national API, and their keys. */
export function ClientsPage() {
  const clients = useQuery(clientsQuery);
  return (
    <>
      <PageTitle parts={['API clients', 'Administration']} />
      <h1 className="nhsuk-heading-l wt-page-heading">API clients</h1>
      <p className="wt-secondary">
        Systems that read the national API. Each signs in with a private key of its own; here is the public
        half.
      </p>
      {clients.isPending ? <Loading what="the clients" rows={4} /> : null}
      {clients.isError && clients.data === undefined ? (
        <Failure error={clients.error} what="the API clients" onRetry={() => void clients.refetch()} />
      ) : null}
      {clients.data === undefined ? null : <Clients clients={clients.data} />}
    </>
  );
}
