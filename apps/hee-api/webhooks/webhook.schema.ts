import { WEBHOOK_EVENTS, WEBHOOK_EVENT_TYPES, type WebhookEventType } from '#webhooks';
import type { SchemaObject } from '../metadata/schema-object';

const ID: SchemaObject = { type: 'string', format: 'uuid' };
const INSTANT: SchemaObject = { type: 'string', format: 'date-time' };
const COUNT: SchemaObject = { type: 'integer', minimum: 1 };
const TYPE: SchemaObject = { type: 'string', enum: [...WEBHOOK_EVENT_TYPES] };

/** An endpoint as its client sees it. */
export const ENDPOINT_SCHEMA = object({
  id: ID,
  version: COUNT,
  url: { type: 'string' },
  eventTypes: { type: 'array', items: TYPE },
  state: { type: 'string', enum: ['enabled', 'disabled'] },
  reason: {
    type: 'string',
    nullable: true,
    description: 'Why it was switched off, where its client did not do it.',
  },
  createdAt: INSTANT,
  changedAt: INSTANT,
});

export const ENDPOINTS_SCHEMA = object({ endpoints: { type: 'array', items: ENDPOINT_SCHEMA } });

const ATTEMPT = object({
  attempt: COUNT,
  outcome: {
    type: 'string',
    enum: ['answered', 'unresolved', 'refused-address', 'unreachable', 'timed-out', 'switched-off'],
  },
  status: { type: 'integer', nullable: true, description: 'HTTP status that the receiver answered.' },
  milliseconds: { type: 'integer', minimum: 0 },
  at: INSTANT,
});

const DELIVERY = object({
  id: ID,
  eventId: { ...ID, description: 'Also the webhook-id of its messages.' },
  eventType: TYPE,
  run: { ...COUNT, description: '1, and one more each time it was asked for again.' },
  state: { type: 'string', enum: ['pending', 'delivered', 'failed'] },
  createdAt: INSTANT,
  nextAttemptAt: { ...INSTANT, nullable: true },
  attempts: { type: 'array', items: ATTEMPT },
});

export const DELIVERIES_SCHEMA = object({
  deliveries: { type: 'array', items: DELIVERY },
  next: { type: 'string', nullable: true },
});

export const REPLAY_SCHEMA = object({ deliveryId: ID });

export const WEBHOOK_KEYS_SCHEMA = object({
  keys: {
    type: 'array',
    items: object({
      keyId: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      publicKey: {
        type: 'string',
        pattern: '^whpk_',
        description: 'Ed25519 public key as Standard Webhooks writes it.',
      },
      firstUsedAt: INSTANT,
      retiredAt: { ...INSTANT, nullable: true, description: 'Null while it signs.' },
    }),
  },
});

const DATA: Readonly<Record<WebhookEventType, SchemaObject>> = {
  'release.published': object({ releaseId: ID, number: COUNT, contentSha256: { type: 'string' } }),
  'release.superseded': object({ releaseId: ID, number: COUNT, supersededBy: ID }),
  'release.finalised': object({ releaseId: ID, number: COUNT }),
  'plan.agreed': object({ planId: ID, version: COUNT }),
};

/** The messages that endpoints are sent, for the `webhooks` of the OpenAPI document. */
export function webhookOperations(): Record<string, object> {
  return Object.fromEntries(WEBHOOK_EVENT_TYPES.map((type) => [type, { post: operationOf(type) }] as const));
}

function operationOf(type: WebhookEventType): object {
  const schema = object({ type: { type: 'string', enum: [type] }, timestamp: INSTANT, data: DATA[type] });
  const headers = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  return {
    operationId: `told-${type.replace('.', '-')}`,
    summary: WEBHOOK_EVENTS[type].meaning,
    tags: ['Webhooks'],
    parameters: headers.map((name) => ({ name, in: 'header', required: true, schema: { type: 'string' } })),
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: {
      '204': { description: 'Taken. Any other status than 2xx, or none, is tried again.' },
      '410': { description: 'Gone: the endpoint is switched off.' },
    },
  };
}

function object(properties: Record<string, SchemaObject>): SchemaObject {
  return { type: 'object', required: Object.keys(properties), properties };
}
