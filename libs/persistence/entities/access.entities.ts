import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DAY, FLAG, ID, INSTANT, LARGE_COUNT, LONG_TEXT, SMALL_COUNT, code, text } from '../column-types';
import { OrganisationEntity } from './organisation.entities';

/** Someone who may sign in. */
@Entity('person')
@Index('person_email', ['email'], { unique: true })
export class PersonEntity {
  @PrimaryColumn(ID) id: string;
  @Column(text(254)) email: string;
  @Column(text(120)) name: string;
  /** Null for a person who signs in elsewhere. */
  @Column({ ...text(255), nullable: true }) passwordHash: string | null;
  @Column({ ...INSTANT, nullable: true }) disabledAt: Date | null;
  @Column(INSTANT) createdAt: Date;
}

/** A role of a person over an organisation and all below it, from one day to the day before another. */
@Entity('access_grant')
export class AccessGrantEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => PersonEntity, { name: 'access_grant_person' })
  @Column(ID)
  personId: string;

  @Column(code(40)) role: string;

  @ForeignKey(() => OrganisationEntity, { name: 'access_grant_organisation' })
  @Column(ID)
  organisationId: string;

  /** The service commitment of a clinical lead. */
  @Column({ ...code(60), nullable: true }) commitment: string | null;
  @Column(DAY) validFrom: string;
  @Column({ ...DAY, nullable: true }) validTo: string | null;
}

/** A quality report of an import that a person has read. */
@Entity('report_reading')
export class ReportReadingEntity {
  @ForeignKey(() => PersonEntity, { name: 'report_reading_person' })
  @PrimaryColumn(ID)
  personId: string;

  @PrimaryColumn(ID) reportId: string;
  @Column(INSTANT) readAt: Date;
}

/** A signed-in browser; the token itself is never stored. */
@Entity('person_session')
export class PersonSessionEntity {
  @PrimaryColumn(code(64)) tokenSha256: string;

  @ForeignKey(() => PersonEntity, { name: 'person_session_person' })
  @Column(ID)
  personId: string;

  @Column(code(64)) csrfToken: string;
  @Column(INSTANT) createdAt: Date;
  @Column(INSTANT) lastSeenAt: Date;
  @Column(INSTANT) expiresAt: Date;

  /** SHA-256 of the session at the identity provider; null for a session that began with a password. */
  @Column({ ...code(64), nullable: true }) providerSessionSha256: string | null;
}

/** Under which subject an identity provider knows a person. */
@Entity('person_identity')
@Index('person_identity_once', ['issuer', 'personId'], { unique: true })
export class PersonIdentityEntity {
  @PrimaryColumn(code(255)) issuer: string;
  @PrimaryColumn(code(255)) subject: string;

  @ForeignKey(() => PersonEntity, { name: 'person_identity_person' })
  @Column(ID)
  personId: string;

  @Column(INSTANT) linkedAt: Date;
}

/** A browser that was sent to the identity provider and has not come back yet. */
@Entity('pending_sign_in')
@Index('pending_sign_in_address', ['addressSha256', 'expiresAt'])
export class PendingSignInEntity {
  @PrimaryColumn(code(64)) stateSha256: string;
  @Column(code(64)) browserSha256: string;
  @Column(code(64)) addressSha256: string;
  @Column(code(64)) nonce: string;
  @Column(code(128)) codeVerifier: string;
  @Column(text(2000)) nextAddress: string;
  @Column(INSTANT) expiresAt: Date;
}

/** A page that a person has open on a projection, and the assumption they are in; stale within half a minute. */
@Entity('presence')
@Index('presence_unit', ['scenarioId', 'organisationId', 'seenAt'])
@Index('presence_seen_at', ['seenAt'])
export class PresenceEntity {
  @ForeignKey(() => PersonEntity, { name: 'presence_person' })
  @PrimaryColumn(ID)
  personId: string;

  @PrimaryColumn(ID) visitId: string;
  @Column(ID) scenarioId: string;
  @Column(ID) organisationId: string;
  @Column({ ...code(80), nullable: true }) parameter: string | null;
  @Column({ ...code(60), nullable: true }) staffGroupCode: string | null;
  @Column({ ...SMALL_COUNT, nullable: true }) year: number | null;
  @Column(INSTANT) seenAt: Date;

  /** `<register>~<entry>`. */
  @Column({ ...code(160), nullable: true }) registerEntry: string | null;
}

/** An attempt to sign in, by account or by address, for throttling. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_subject', ['subjectSha256', 'at'])
export class SignInAttemptEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;
  @Column(code(64)) subjectSha256: string;
  @Column(INSTANT) at: Date;
  @Column(FLAG) succeeded: boolean;
}

/** The answer to a request that creates, so that repeating it creates nothing more. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn(ID) personId: string;
  @PrimaryColumn(code(80)) idempotencyKey: string;
  @Column(code(64)) requestSha256: string;
  @Column(LONG_TEXT) response: string;
  @Column(INSTANT) createdAt: Date;
}

/** A system of another body that reads the national API. */
@Entity('api_client')
export class ApiClientEntity {
  @PrimaryColumn(ID) id: string;
  @Column(text(120)) name: string;
  @Column(text(255)) purpose: string;
  @Column(text(255)) legalBasis: string;
  /** Scopes, separated by spaces. */
  @Column(text(255)) scopes: string;
  @Column({ ...INSTANT, nullable: true }) disabledAt: Date | null;
  @Column(INSTANT) createdAt: Date;
}

/** A public key of an API client and when it counts. */
@Entity('api_client_key')
@Index('api_client_key_key_id', ['clientId', 'keyId'], { unique: true })
export class ApiClientKeyEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => ApiClientEntity, { name: 'api_client_key_client' })
  @Column(ID)
  clientId: string;

  @Column(code(120)) keyId: string;
  @Column({ type: 'text' }) publicJwk: string;
  @Column(INSTANT) validFrom: Date;
  @Column({ ...INSTANT, nullable: true }) validTo: Date | null;
}

/** An assertion that was used, so that it is refused a second time. */
@Entity('api_assertion')
export class ApiAssertionEntity {
  @PrimaryColumn(ID) clientId: string;
  @PrimaryColumn(code(120)) jti: string;
  @Column(INSTANT) expiresAt: Date;
}

/** What someone did, written in the transaction that did it. */
@Entity('audit_entry')
@Index('audit_entry_entity', ['entity', 'entityId'])
export class AuditEntryEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;
  @Column(INSTANT) at: Date;
  @Column(code(80)) actor: string;
  @Column(code(60)) action: string;
  @Column(code(60)) entity: string;
  @Column(code(120)) entityId: string;
  @Column({ ...ID, nullable: true }) organisationId: string | null;
  /** Canonical JSON. */
  @Column(LONG_TEXT) detail: string;
  @Column({ ...code(80), nullable: true }) correlationId: string | null;
}

/** A link of the hash chain over the audit entries. */
@Entity('audit_seal')
@Index('audit_seal_once', ['auditSeq'], { unique: true })
export class AuditSealEntity {
  @PrimaryColumn(LARGE_COUNT) position: number;

  @ForeignKey(() => AuditEntryEntity, { name: 'audit_seal_entry' })
  @Column(LARGE_COUNT)
  auditSeq: number;

  @Column(code(64)) previousSha256: string;
  @Column(code(64)) sha256: string;
  @Column(INSTANT) sealedAt: Date;
}
