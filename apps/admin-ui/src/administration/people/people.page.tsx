import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleRows, roleText, sentenceCase, type RoleRow } from '#views/lists';
import { peopleQuery } from '../../api/administration-queries';
import type { PeopleListing } from '../../api/administration-types';
import { sessionQuery } from '../../api/queries';
import { Confirmation } from '../../forms/confirmation';
import { Chooser, type Choice } from '../../controls/chooser';
import { TextFilter } from '../../listings/filters';
import { Listing } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { PasswordPanel } from '../password-panel';
import { useChange, type Change } from '../../forms/use-change';
import { useMay } from '../../session/use-may';
import { GiveRoleForm } from './give-role-form';
import { peopleColumns } from './people-columns';

const STATES = [
  { value: '', label: 'Any' },
  { value: 'in-force', label: 'In force' },
  { value: 'to-come', label: 'To come' },
  { value: 'ended', label: 'Ended' },
];
const ANY_ROLE = { value: '', label: 'Any' };

interface Act {
  readonly question: string;
  readonly consequence: string;
  readonly action: string;
  readonly change: Change;
}

/** What is asked before something is done to a person or a role. */
function actOf(act: string, { person, grant }: RoleRow): Act | null {
  const { id, name } = person;
  switch (act) {
    case 'end':
      return {
        question: `End the role of ${name}?`,
        consequence: `${roleText(grant)} at ${grant?.organisation.name ?? ''} no longer holds from today. The record stays.`,
        action: 'End this role',
        change: { method: 'DELETE', path: `/grants/${grant?.id ?? ''}`, done: `Role of ${name} ended.` },
      };
    case 'disable':
    case 'enable':
      return {
        question: `${sentenceCase(act)} the account of ${name}?`,
        consequence:
          act === 'disable'
            ? 'They are signed out everywhere and cannot sign in. What they entered stays.'
            : 'They can sign in again, with the roles that are in force.',
        action: `${sentenceCase(act)} this account`,
        change: {
          method: 'PATCH',
          path: `/people/${id}`,
          body: { isDisabled: act === 'disable' },
          done: `Account of ${name} ${act}d.`,
        },
      };
    case 'password':
      return {
        question: `Give ${name} a new password?`,
        consequence: 'The old one no longer works, and they are signed out everywhere.',
        action: 'Make a new password',
        change: { method: 'POST', path: `/people/${id}/password`, done: `New password for ${name}.` },
      };
    default:
      return null;
  }
}

/** What is open of the page, as the address has it: `give`, or `<act>.<person>.<grant>`. */
function openRow(
  open: string,
  rows: readonly RoleRow[],
): { readonly act: string; readonly row: RoleRow } | null {
  const [act = '', personId, grantId] = open.split('.');
  const row = rows.find(
    ({ person, grant }) => person.id === personId && (grant?.id ?? '') === (grantId ?? ''),
  );
  return row === undefined ? null : { act, row };
}

interface Shown {
  readonly person: string;
  readonly password: string;
}

/** What is being done to a person or a role, asked about before it is done. */
function ActOnPerson({
  rows,
  onPassword,
}: {
  readonly rows: readonly RoleRow[];
  readonly onPassword: (shown: Shown) => void;
}) {
  const { get, set } = useAddress();
  const opened = openRow(get('open'), rows);
  const close = () => set({ open: '' });
  const change = useChange<{ password: string } | null>(['people'], (answer) => {
    close();
    if (answer !== null && opened !== null) {
      onPassword({ person: opened.row.person.name, password: answer.password });
    }
  });
  const act = opened === null ? null : actOf(opened.act, opened.row);
  if (act === null) return null;
  return (
    <Confirmation
      {...act}
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(act.change)}
      onCancel={close}
    />
  );
}

function Filters({ roles }: { readonly roles: readonly Choice[] }) {
  const { get, set } = useAddress();
  return (
    <div className="wt-toolbar">
      <TextFilter
        label="Name, email or organisation"
        value={get('find')}
        onChange={(find) => set({ find })}
      />
      <Chooser
        label="Role"
        value={get('role')}
        onChoose={(role) => set({ role })}
        options={[ANY_ROLE, ...roles]}
      />
      <Chooser label="State" value={get('state')} onChoose={(state) => set({ state })} options={STATES} />
    </div>
  );
}

function People({ people, roles: named }: PeopleListing) {
  const roles = named.map(({ role, name }) => ({ value: role, label: name }));
  const { get, set } = useAddress();
  const { data: session } = useQuery(sessionQuery);
  const mayEdit = useMay('people:edit');
  const [shown, setShown] = useState<Shown | null>(null);
  const rows = roleRows(people, { find: get('find'), role: get('role'), state: get('state') });
  const acts = {
    ownId: session?.person.id ?? '',
    onOpen: (name: string, { person, grant }: RoleRow) =>
      set({ open: `${name}.${person.id}.${grant?.id ?? ''}` }),
  };
  return (
    <section className="wt-card">
      <h2 className="nhsuk-u-visually-hidden">List of people and roles</h2>
      <Filters roles={roles} />
      {shown === null ? null : <PasswordPanel {...shown} onClose={() => setShown(null)} />}
      <ActOnPerson key={get('open')} rows={rows} onPassword={setShown} />
      {mayEdit ? (
        <GiveRole
          roles={roles}
          isOpen={get('open') === 'give'}
          onOpen={() => set({ open: 'give' })}
          onClose={() => set({ open: '' })}
          onPassword={setShown}
        />
      ) : null}
      <Listing
        title="People and roles"
        isTitled
        table="people"
        columns={peopleColumns(mayEdit ? acts : null)}
        rows={rows}
        rowKey={({ person, grant }) => `${person.id} ${grant?.id ?? ''}`}
        empty="Nobody fits this."
      />
    </section>
  );
}

interface GiveRoleProps {
  readonly roles: readonly Choice[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onPassword: (shown: Shown) => void;
}

function GiveRole({ roles, isOpen, onOpen, onClose, onPassword }: GiveRoleProps) {
  if (!isOpen) {
    return (
      <p>
        <button type="button" className="nhsuk-button nhsuk-button--small wt-button" onClick={onOpen}>
          Give a role
        </button>
      </p>
    );
  }
  const onGiven = (person: string, password: string | null) => {
    onClose();
    if (password !== null) onPassword({ person, password });
  };
  return <GiveRoleForm roles={roles} onGiven={onGiven} onCancel={onClose} />;
}

/** People and their roles: who may do what, where and until when. */
export function PeoplePage() {
  const people = useQuery(peopleQuery);
  return (
    <>
      <PageTitle parts={['People and roles', 'Administration']} />
      <h1 className="nhsuk-heading-l wt-page-heading">People and roles</h1>
      <p className="wt-secondary">
        A role holds over an organisation and all below it, from its first day to its last. Nobody changes
        their own.
      </p>
      {people.isPending ? <Loading what="people" rows={6} /> : null}
      {people.isError && people.data === undefined ? (
        <Failure error={people.error} what="people and roles" onRetry={() => void people.refetch()} />
      ) : null}
      {people.data === undefined ? null : <People {...people.data} />}
    </>
  );
}
