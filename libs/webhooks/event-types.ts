import type { ClientScope } from '#access';

/** What each event tells, beyond its type and time: identities only, never a figure. */
export interface WebhookEventData {
  readonly 'release.published': {
    readonly releaseId: string;
    readonly number: number;
    readonly contentSha256: string;
  };
  readonly 'release.superseded': {
    readonly releaseId: string;
    readonly number: number;
    readonly supersededBy: string;
  };
  readonly 'release.finalised': { readonly releaseId: string; readonly number: number };
  readonly 'plan.agreed': { readonly planId: string; readonly version: number };
}
export type WebhookEventType = keyof WebhookEventData;

/** Every event with its meaning and the scope that a client needs to be told of it. */
export const WEBHOOK_EVENTS: Readonly<
  Record<WebhookEventType, { readonly meaning: string; readonly scope: ClientScope }>
> = {
  'release.published': { meaning: 'A release was published.', scope: 'releases:read' },
  'release.superseded': {
    meaning: 'A later release, which may correct it, took the place of a release.',
    scope: 'releases:read',
  },
  'release.finalised': { meaning: 'A release became final.', scope: 'releases:read' },
  'plan.agreed': { meaning: 'The region agreed a version of a system plan.', scope: 'plans:read' },
};

/** Names of all events. */
export const WEBHOOK_EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as readonly WebhookEventType[];

/** Whether a text names an event. */
export function isWebhookEventType(text: string): text is WebhookEventType {
  return Object.hasOwn(WEBHOOK_EVENTS, text);
}
