export type { DeliveryAttempt, DeliveryState, WebhookDelivery } from './delivery';
export type { EndpointState, WebhookEndpoint } from './endpoint';
export {
  WEBHOOK_EVENTS,
  WEBHOOK_EVENT_TYPES,
  type WebhookEventData,
  type WebhookEventType,
} from './event-types';
export { addWebhookKey, retireOldWebhookKeys } from './key-rotation';
export type { WebhookPublicKey } from './message';
export { recordEvent } from './record-event';
export { listWebhookKeys, type ListedWebhookKey } from './signing-keys.repository';
export { resolveName, type AllowedTargets, type ResolveName } from './target-address';
export {
  WebhookEndpointsService,
  type EndpointChoice,
  type EndpointOwner,
} from './webhook-endpoints.service';
export { openWebhookWork, type WebhookWork, type WebhookWorkChanges } from './webhook-work';
