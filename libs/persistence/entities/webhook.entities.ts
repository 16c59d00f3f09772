import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COUNT, ID, INSTANT, LONG_TEXT, SMALL_COUNT, code, text } from '../column-types';
import { ApiClientEntity } from './access.entities';

/** Something that happened and that clients of the national API are told of. */
@Entity('webhook_event')
@Index('webhook_event_unannounced', ['announcedAt'])
export class WebhookEventEntity {
  @PrimaryColumn(ID) id: string;
  @Column(code(40)) type: string;
  /** JSON. */
  @Column(LONG_TEXT) data: string;
  @Column(INSTANT) occurredAt: Date;
  /** When its deliveries were written; null until then. */
  @Column({ ...INSTANT, nullable: true }) announcedAt: Date | null;
}

/** Where a client wants to be told. */
@Entity('webhook_endpoint')
export class WebhookEndpointEntity {
  @PrimaryColumn(ID) id: string;
  @ForeignKey(() => ApiClientEntity, { name: 'webhook_endpoint_client' })
  @Column(ID)
  clientId: string;
  @Column(INSTANT) createdAt: Date;
}

/** A version of what holds for an endpoint; only ever added, the highest holds. */
@Entity('webhook_endpoint_version')
export class WebhookEndpointVersionEntity {
  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_endpoint_version_endpoint' })
  @PrimaryColumn(ID)
  endpointId: string;

  @PrimaryColumn(COUNT) version: number;
  @Column(code(500)) url: string;
  /** Types, separated by spaces. */
  @Column(code(255)) eventTypes: string;
  @Column(code(10)) state: string;
  /** Why it was switched off; null where its client did it. */
  @Column({ ...text(255), nullable: true }) reason: string | null;
  /** The client's request; null where the worker set it. */
  @Column({ ...code(80), nullable: true }) requestId: string | null;
  @Column(INSTANT) setAt: Date;
}

/** Telling an endpoint of an event, once (run 1) or again when its client asks. */
@Entity('webhook_delivery')
@Index('webhook_delivery_run', ['endpointId', 'eventId', 'run'], { unique: true })
@Index('webhook_delivery_due', ['state', 'nextAttemptAt'])
export class WebhookDeliveryEntity {
  @PrimaryColumn(ID) id: string;
  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_delivery_endpoint' })
  @Column(ID)
  endpointId: string;
  @ForeignKey(() => WebhookEventEntity, { name: 'webhook_delivery_event' })
  @Column(ID)
  eventId: string;
  @Column(COUNT) run: number;
  @Column(code(10)) state: string;
  @Column(COUNT) attempts: number;
  @Column(INSTANT) nextAttemptAt: Date;
  @Column({ ...INSTANT, nullable: true }) claimedUntil: Date | null;
  @Column(INSTANT) createdAt: Date;
  @Column({ ...INSTANT, nullable: true }) endedAt: Date | null;
}

/** What became of one attempt of a delivery. */
@Entity('webhook_attempt')
export class WebhookAttemptEntity {
  @ForeignKey(() => WebhookDeliveryEntity, { name: 'webhook_attempt_delivery' })
  @PrimaryColumn(ID)
  deliveryId: string;

  @PrimaryColumn(COUNT) attempt: number;
  @Column(code(20)) outcome: string;
  @Column({ ...SMALL_COUNT, nullable: true }) status: number | null;
  @Column(COUNT) milliseconds: number;
  @Column(INSTANT) at: Date;
}

/** The public half of a key that messages are, or were, signed with. */
@Entity('webhook_signing_key')
export class WebhookSigningKeyEntity {
  @PrimaryColumn(code(64)) keyId: string;
  @Column(code(80)) publicKey: string;
  @Column(INSTANT) firstUsedAt: Date;
  @Column({ ...INSTANT, nullable: true }) retiredAt: Date | null;
}
