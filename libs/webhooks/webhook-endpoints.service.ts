import type { EntityManager } from 'typeorm';
import { isDuplicateKey, type UnitOfWork } from '#persistence';
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  VersionRequiredError,
  newId,
} from '#platform';
import { appendOutbox } from '#queue';
import { insertDelivery, readDeliveries, type WebhookDelivery } from './delivery';
import {
  endpointsOf,
  findEndpoint,
  insertVersion,
  type EndpointState,
  type WebhookEndpoint,
} from './endpoint';
import { WEBHOOK_EVENTS, type WebhookEventType } from './event-types';
import { addressFault, checkedAddress, type AllowedTargets, type ResolveName } from './target-address';

/** Endpoints of one client at most. */
export const MOST_ENDPOINTS = 10;

/** Who asks, in which request. */
export interface EndpointOwner {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly requestId: string;
}

/** What a client says of an endpoint. */
export interface EndpointChoice {
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly isEnabled: boolean;
}

/** Endpoints as their clients see and change them. It only ever adds rows. */
export class WebhookEndpointsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly targets: AllowedTargets,
    private readonly resolve: ResolveName,
  ) {}

  /** The client's endpoints, oldest first. */
  list(clientId: string): Promise<WebhookEndpoint[]> {
    return this.unitOfWork.run((manager) => endpointsOf(manager, clientId));
  }

  /** @throws NotFoundError for an endpoint that is not the client's */
  get(clientId: string, id: string): Promise<WebhookEndpoint> {
    return this.unitOfWork.run((manager) => ownEndpoint(manager, clientId, id));
  }

  /**
   * Registers an endpoint.
   *
   * @throws InvalidInputError for an address that messages may not go to
   * @throws ForbiddenError for an event that the client may not read of
   * @throws ConflictError when the client has the address already, or too many
   */
  async register(owner: EndpointOwner, choice: EndpointChoice): Promise<WebhookEndpoint> {
    await this.#requireUsable(owner, choice);
    const id = newId();
    return this.unitOfWork.run(async (manager) => {
      const known = await endpointsOf(manager, owner.clientId);
      if (known.some(({ url }) => url === hrefOf(choice))) {
        throw new ConflictError('The client has an endpoint with this address. Change that one.');
      }
      if (known.length >= MOST_ENDPOINTS) {
        throw new ConflictError(`A client has ${MOST_ENDPOINTS} endpoints at most. Remove one.`);
      }
      await manager.query(
        'INSERT INTO webhook_endpoint (id, client_id, created_at) VALUES (?, ?, UTC_TIMESTAMP(6))',
        [id, owner.clientId],
      );
      await insertVersion(manager, { id, version: 1 }, versionOf(owner, choice));
      return ownEndpoint(manager, owner.clientId, id);
    });
  }

  /**
   * Sets what holds for an endpoint from now on.
   *
   * @param knownVersion that the client knows; null when it names none
   * @throws what {@link register} throws; NotFoundError; VersionRequiredError; StaleVersionError
   */
  async change(
    owner: EndpointOwner,
    id: string,
    knownVersion: number | null,
    choice: EndpointChoice,
  ): Promise<WebhookEndpoint> {
    await this.get(owner.clientId, id);
    await this.#requireUsable(owner, choice);
    await this.#addVersion(owner, id, { ...choice, knownVersion });
    return this.get(owner.clientId, id);
  }

  /** Removes an endpoint for good; what it was told stays on record. @throws NotFoundError */
  async remove(owner: EndpointOwner, id: string): Promise<void> {
    const { url, eventTypes, version } = await this.get(owner.clientId, id);
    const removed = { url, eventTypes, isEnabled: false, knownVersion: version };
    await this.#addVersion(owner, id, removed, 'removed');
  }

  /** Deliveries of an endpoint, newest first. @throws NotFoundError */
  deliveries(
    clientId: string,
    id: string,
    page: { readonly beforeId: string | null; readonly limit: number },
  ): Promise<readonly WebhookDelivery[]> {
    return this.unitOfWork.run(async (manager) => {
      await ownEndpoint(manager, clientId, id);
      return readDeliveries(manager, id, page);
    });
  }

  /**
   * Tells an endpoint of an event again, under the same `webhook-id`.
   *
   * @returns the id of the new delivery
   * @throws NotFoundError; ConflictError when the endpoint is switched off, or the event is being told already
   */
  async replay(clientId: string, id: string, deliveryId: string): Promise<string> {
    try {
      return await this.unitOfWork.run((manager) => replayIn(manager, { clientId, id, deliveryId }));
    } catch (error) {
      if (isDuplicateKey(error)) throw stillTold();
      throw error;
    }
  }

  async #requireUsable({ scopes }: EndpointOwner, { url, eventTypes }: EndpointChoice): Promise<void> {
    const closed = eventTypes.find((type) => !scopes.includes(WEBHOOK_EVENTS[type].scope));
    if (closed !== undefined) {
      throw new ForbiddenError(`For ${closed} the token needs the scope ${WEBHOOK_EVENTS[closed].scope}.`);
    }
    const fault = addressFault(url, this.targets) ?? (await this.#reachFault(new URL(url)));
    if (fault === null) return;
    const fix = 'Give an https address that stands for addresses of the public internet only.';
    throw new InvalidInputError([{ pointer: '/url', rule: 'public-address', message: fault, fix }]);
  }

  async #reachFault(url: URL): Promise<string | null> {
    const found = await checkedAddress(url, this.targets, this.resolve);
    if (found === 'unresolved') return 'Its name stands for no address.';
    return found === 'refused-address' ? 'It is not an address of the public internet.' : null;
  }

  async #addVersion(
    owner: EndpointOwner,
    id: string,
    { knownVersion, ...choice }: EndpointChoice & { readonly knownVersion: number | null },
    state?: EndpointState,
  ): Promise<void> {
    if (knownVersion === null) throw new VersionRequiredError();
    const add = this.unitOfWork.run(async (manager) => {
      const { version } = await ownEndpoint(manager, owner.clientId, id);
      if (version !== knownVersion) throw new StaleVersionError();
      const next = { ...versionOf(owner, choice), ...(state === undefined ? {} : { state }) };
      await insertVersion(manager, { id, version: version + 1 }, next);
    });
    await add.catch((error: unknown) => {
      throw isDuplicateKey(error) ? new StaleVersionError() : error;
    });
  }
}

const hrefOf = ({ url }: EndpointChoice): string => new URL(url).href;

function versionOf({ requestId }: EndpointOwner, choice: EndpointChoice) {
  const state: EndpointState = choice.isEnabled ? 'enabled' : 'disabled';
  return { url: hrefOf(choice), eventTypes: choice.eventTypes, state, reason: null, requestId };
}

async function ownEndpoint(manager: EntityManager, clientId: string, id: string): Promise<WebhookEndpoint> {
  const endpoint = await findEndpoint(manager, id);
  if (endpoint?.clientId === clientId && endpoint.state !== 'removed') return endpoint;
  throw new NotFoundError('The client has no such endpoint.');
}

interface ReplayedDelivery {
  readonly clientId: string;
  readonly id: string;
  readonly deliveryId: string;
}

async function replayIn(
  manager: EntityManager,
  { clientId, id, deliveryId }: ReplayedDelivery,
): Promise<string> {
  const { state } = await ownEndpoint(manager, clientId, id);
  if (state !== 'enabled') throw new ConflictError('The endpoint is switched off. Switch it on first.');
  const [last]: { eventId: string; run: number; state: string }[] = await manager.query(
    `SELECT l.event_id AS eventId, l.run, l.state FROM webhook_delivery d
       JOIN webhook_delivery l ON l.endpoint_id = d.endpoint_id AND l.event_id = d.event_id
      WHERE d.id = ? AND d.endpoint_id = ? ORDER BY l.run DESC LIMIT 1`,
    [deliveryId, id],
  );
  if (last === undefined) throw new NotFoundError('The endpoint has no such delivery.');
  if (last.state === 'pending') throw stillTold();
  const newDelivery = { id: newId(), endpointId: id, eventId: last.eventId, run: last.run + 1 };
  await insertDelivery(manager, newDelivery);
  await appendOutbox(manager, 'delivery.requested', { deliveryId: newDelivery.id });
  return newDelivery.id;
}

const stillTold = () => new ConflictError('The endpoint is still being told of this event.');
