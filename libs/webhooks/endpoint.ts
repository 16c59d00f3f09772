import type { EntityManager } from 'typeorm';
import { isWebhookEventType, type WebhookEventType } from './event-types';

/** `disabled` by its client or after lasting failure; `removed` for good. */
export type EndpointState = 'enabled' | 'disabled' | 'removed';

/** Where a client is told of events, as it stands now. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly clientId: string;
  readonly version: number;
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly state: EndpointState;
  /** Why it was switched off; null where its client did it or it is on. */
  readonly reason: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

interface EndpointRow {
  readonly id: string;
  readonly clientId: string;
  readonly version: number;
  readonly url: string;
  readonly eventTypes: string;
  readonly state: EndpointState;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

const CURRENT = `SELECT e.id, e.client_id AS clientId, v.version, v.url, v.event_types AS eventTypes, v.state, v.reason,
    e.created_at AS createdAt, v.set_at AS changedAt
  FROM webhook_endpoint e
  JOIN webhook_endpoint_version v ON v.endpoint_id = e.id
   AND v.version = (SELECT MAX(w.version) FROM webhook_endpoint_version w WHERE w.endpoint_id = e.id)`;

/** The endpoints of a client that were not removed, oldest first. */
export async function endpointsOf(manager: EntityManager, clientId: string): Promise<WebhookEndpoint[]> {
  const rows: EndpointRow[] = await manager.query(
    `${CURRENT} WHERE e.client_id = ? AND v.state <> 'removed' ORDER BY e.id`,
    [clientId],
  );
  return rows.map(endpointOf);
}

/** Endpoints that are told of a type of event: switched on, of clients that are enabled and hold its scope. */
export async function endpointsTold(
  manager: EntityManager,
  type: WebhookEventType,
  scope: string,
): Promise<WebhookEndpoint[]> {
  const rows: EndpointRow[] = await manager.query(
    `${CURRENT} JOIN api_client c ON c.id = e.client_id
      WHERE v.state = 'enabled' AND CONCAT(' ', v.event_types, ' ') LIKE CONCAT('% ', ?, ' %')
        AND c.disabled_at IS NULL AND CONCAT(' ', c.scopes, ' ') LIKE CONCAT('% ', ?, ' %') ORDER BY e.id`,
    [type, scope],
  );
  return rows.map(endpointOf);
}

/** An endpoint, whatever its state; null where there is none. */
export async function findEndpoint(manager: EntityManager, id: string): Promise<WebhookEndpoint | null> {
  const [row]: EndpointRow[] = await manager.query(`${CURRENT} WHERE e.id = ?`, [id]);
  return row === undefined ? null : endpointOf(row);
}

/** What holds for an endpoint from now on. */
export interface EndpointVersion {
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly state: EndpointState;
  readonly reason: string | null;
  readonly requestId: string | null;
}

/** Adds a version. @throws the driver's duplicate-key error where another was added a moment ago */
export async function insertVersion(
  manager: EntityManager,
  endpoint: { readonly id: string; readonly version: number },
  { url, eventTypes, state, reason, requestId }: EndpointVersion,
): Promise<void> {
  await manager.query(
    `INSERT INTO webhook_endpoint_version
       (endpoint_id, version, url, event_types, state, reason, request_id, set_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [endpoint.id, endpoint.version, url, eventTypes.join(' '), state, reason, requestId],
  );
}

function endpointOf({ eventTypes, createdAt, changedAt, ...row }: EndpointRow): WebhookEndpoint {
  return {
    ...row,
    eventTypes: eventTypes.split(' ').filter(isWebhookEventType),
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}
