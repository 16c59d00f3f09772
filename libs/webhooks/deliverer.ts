import type { Clock } from '#platform';
import type {
  ClaimedDelivery,
  DeliveryClaimsRepository,
  DeliveryStanding,
  FinishedAttempt,
} from './delivery-claims.repository';
import type { MessageSigner } from './message';
import { postMessage, type Outlet } from './post-message';

/** Pauses before each further attempt, in seconds: eight attempts in a day and a third; after the last it ends. */
export const RETRY_SECONDS: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400];

/** Pauses are lengthened by up to this share, so that deliveries that failed together are not tried together. */
const LONGEST_DELAY = 0.1;
const GONE = 410;

/** What deliveries are made with. */
export interface DelivererParts {
  readonly claims: DeliveryClaimsRepository;
  /** Read for each attempt, so that a key that was added signs at once. */
  readonly signer: () => Promise<MessageSigner>;
  readonly outlet: Outlet;
  readonly clock: Clock;
  readonly retrySeconds?: readonly number[];
}

/** Attempts deliveries, and says when to try again or that it ends. */
export class WebhookDeliverer {
  private readonly retrySeconds: readonly number[];

  constructor(private readonly parts: DelivererParts) {
    this.retrySeconds = parts.retrySeconds ?? RETRY_SECONDS;
  }

  /** Makes one attempt, unless the delivery is not due or in other hands. */
  async deliver(deliveryId: string): Promise<void> {
    const delivery = await this.parts.claims.claim(deliveryId);
    if (delivery === null) return;
    const attempt = await this.#attempt(delivery);
    const standing = this.#standingAfter(delivery, attempt);
    await this.parts.claims.finish(
      delivery,
      attempt,
      standing,
      await this.#reasonToSwitchOff(delivery, attempt, standing),
    );
  }

  async #attempt({ endpoint, event, isClientEnabled }: ClaimedDelivery): Promise<FinishedAttempt> {
    if (endpoint.state !== 'enabled' || !isClientEnabled) {
      return { outcome: 'switched-off', status: null, milliseconds: 0 };
    }
    const { signer, outlet, clock } = this.parts;
    const body = JSON.stringify({ type: event.type, timestamp: event.occurredAt, data: event.data });
    const timestamp = Math.floor(clock.now().getTime() / 1000);
    const headers = (await signer()).headers({ id: event.id, timestamp, body });
    const began = performance.now();
    const outcome = await postMessage(new URL(endpoint.url), { headers, body }, outlet);
    return { ...outcome, milliseconds: Math.round(performance.now() - began) };
  }

  #standingAfter({ attempts }: ClaimedDelivery, { outcome, status }: FinishedAttempt): DeliveryStanding {
    if (status !== null && status >= 200 && status < 300) return { state: 'delivered' };
    const pause = this.retrySeconds[attempts];
    const isOver = outcome === 'switched-off' || status === GONE || pause === undefined;
    return isOver
      ? { state: 'failed' }
      : { state: 'pending', seconds: Math.ceil(pause * (1 + Math.random() * LONGEST_DELAY)) };
  }

  async #reasonToSwitchOff(
    { id, endpoint, attempts }: ClaimedDelivery,
    { outcome, status }: FinishedAttempt,
    { state }: DeliveryStanding,
  ): Promise<string | null> {
    if (state !== 'failed' || outcome === 'switched-off') return null;
    if (status === GONE) return 'The receiver answered 410 (Gone).';
    if (await this.parts.claims.hasReached(endpoint.id, id)) return null;
    return `Nothing was taken in ${attempts + 1} attempts, the last of which ended: ${status ?? outcome}.`;
  }
}
