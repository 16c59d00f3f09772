import { holds, type ListColumns } from './list';

/** A public key of a client. */
export interface ClientKey {
  readonly id: string;
  readonly keyId: string;
  readonly algorithm: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isInForce: boolean;
}

/** A system that reads the national API. */
export interface ListedClient {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: readonly string[];
  readonly isDisabled: boolean;
  readonly createdAt: string;
  readonly lastPullAt: string | null;
  readonly keys: readonly ClientKey[];
}

/** The clients whose name or purpose holds a text. */
export function clientsFound(clients: readonly ListedClient[], find: string): readonly ListedClient[] {
  return clients.filter(({ name, purpose }) => holds(find, [name, purpose]));
}

/** Whether a client gets tokens, in words. */
export function clientStateText({ isDisabled, keys }: ListedClient): string {
  if (isDisabled) return 'Disabled';
  return keys.some(({ isInForce }) => isInForce) ? 'Enabled' : 'No key in force';
}

/** Clients of the national API. */
export const CLIENT_COLUMNS = {
  client: { heading: 'Client', value: ({ name }) => name },
  state: { heading: 'State', value: clientStateText },
  purpose: { heading: 'Purpose', value: ({ purpose }) => purpose },
  lastPull: { heading: 'Last pull', value: ({ lastPullAt }) => lastPullAt },
} satisfies ListColumns<ListedClient>;

/** The keys of a client. */
export const KEY_COLUMNS = {
  key: { heading: 'Key', value: ({ keyId }) => keyId },
  algorithm: { heading: 'Algorithm', value: ({ algorithm }) => algorithm },
  since: { heading: 'Since', value: ({ validFrom }) => validFrom },
  until: { heading: 'Until', value: ({ validTo }) => validTo },
  state: { heading: 'State', value: ({ isInForce }) => (isInForce ? 'In force' : 'Ended') },
} satisfies ListColumns<ClientKey>;
