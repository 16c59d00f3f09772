import { namedWithCode, sentenceCase, type ListColumns } from './list';

/** An entry of the audit trail. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly detail: string;
  readonly correlationId: string | null;
  readonly isSealed: boolean;
}

/** `grant.given` as `Grant: given`. */
export function actionText(action: string): string {
  const [thing = '', done = ''] = action.split('.');
  return done === '' ? sentenceCase(thing) : `${sentenceCase(thing)}: ${done.replaceAll('-', ' ')}`;
}

/** What is shown of the audit trail. */
export const AUDIT_COLUMNS = {
  when: { heading: 'When', value: ({ at }) => at },
  who: { heading: 'Who', value: ({ actor, actorName }) => actorName ?? actor },
  what: { heading: 'What', value: ({ action }) => action },
  where: {
    heading: 'Where',
    value: ({ organisation }) => (organisation === null ? '' : namedWithCode(organisation)),
  },
  detail: { heading: 'Detail', value: ({ detail }) => detail },
  chain: { heading: 'Chain', value: ({ isSealed }) => (isSealed ? 'Sealed' : 'Not yet sealed') },
} satisfies ListColumns<AuditEntry>;

/** The whole entry, as its files have it: what it is about by id, beside what is shown. */
export const AUDIT_FILE_COLUMNS = {
  entry: { heading: 'Entry', value: ({ seq }) => String(seq) },
  ...AUDIT_COLUMNS,
  actor: { heading: 'Id of who', value: ({ actor }) => actor },
  thing: { heading: 'Thing', value: ({ entity }) => entity },
  thingId: { heading: 'Id of thing', value: ({ entityId }) => entityId },
} satisfies ListColumns<AuditEntry>;
