import type { DataSource } from 'typeorm';
import type { UnitOfWork } from '#persistence';
import { SystemClock, type Configuration } from '#platform';
import type { DueWork, JobHandlers } from '#queue';
import { EventAnnouncer } from './announcer';
import { WebhookDeliverer } from './deliverer';
import { DeliveryClaimsRepository } from './delivery-claims.repository';
import { MessageSigner } from './message';
import { publishWebhookKeys } from './signing-keys.repository';
import { resolveName } from './target-address';

const ATTEMPT_MILLISECONDS = 15_000;

/** What the worker does for webhooks. */
export interface WebhookWork {
  readonly register: (handlers: JobHandlers) => void;
  readonly due: DueWork;
  readonly handBackAll: () => void;
  readonly close: () => Promise<void>;
}

/** What may differ from an installation's: tests wait less between attempts. */
export interface WebhookWorkChanges {
  readonly retrySeconds?: readonly number[];
}

/** A worker's part in webhooks: announces events and attempts deliveries. Publishes the keys that it signs with. */
export async function openWebhookWork(
  dataSource: DataSource,
  unitOfWork: UnitOfWork,
  { webhookSigningKeyFile, webhookTargets: targets }: Configuration,
  changes: WebhookWorkChanges = {},
): Promise<WebhookWork> {
  const signing = new PublishedSigner(dataSource, webhookSigningKeyFile);
  await signing.current();
  const announcer = new EventAnnouncer(unitOfWork);
  const claims = new DeliveryClaimsRepository(dataSource, unitOfWork);
  const deliverer = new WebhookDeliverer({
    claims,
    signer: () => signing.current(),
    outlet: { targets, resolve: resolveName, milliseconds: ATTEMPT_MILLISECONDS },
    clock: new SystemClock(),
    ...changes,
  });
  return {
    register: (handlers) =>
      void handlers
        .register('announce-event', async ({ eventId }) => void (await announcer.announce(eventId)))
        .register('deliver-webhook', ({ deliveryId }) => deliverer.deliver(deliveryId)),
    due: async () => [...(await announcer.due()), ...(await claims.due())],
    handBackAll: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** Signs with the keys that the file holds now, which receivers can read before they are used. */
class PublishedSigner {
  private published = '';

  constructor(
    private readonly dataSource: DataSource,
    private readonly keyFile: string,
  ) {}

  async current(): Promise<MessageSigner> {
    const signer = MessageSigner.load(this.keyFile);
    const names = signer.publicKeys.map(({ keyId }) => keyId).join(' ');
    if (names !== this.published) await publishWebhookKeys(this.dataSource, signer.publicKeys);
    this.published = names;
    return signer;
  }
}
