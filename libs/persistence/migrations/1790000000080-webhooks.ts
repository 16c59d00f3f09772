import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Events that clients of the national API are told of, where to tell them, and how telling them went. */
export class Webhooks1790000000080 extends TableMigration {
  readonly name = 'Webhooks1790000000080';
  protected readonly tables = {
    webhook_event: [
      `id ${ID} NOT NULL`,
      `type ${code(40)} NOT NULL`,
      'data LONGTEXT NOT NULL',
      `occurred_at ${INSTANT} NOT NULL`,
      `announced_at ${INSTANT} NULL`,
      'PRIMARY KEY (id)',
      'KEY webhook_event_unannounced (announced_at)',
    ],
    webhook_endpoint: [
      `id ${ID} NOT NULL`,
      `client_id ${ID} NOT NULL`,
      `created_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'CONSTRAINT webhook_endpoint_client FOREIGN KEY (client_id) REFERENCES api_client (id)',
    ],
    webhook_endpoint_version: [
      `endpoint_id ${ID} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      `url ${code(500)} NOT NULL`,
      `event_types ${code(255)} NOT NULL`,
      `state ${code(10)} NOT NULL`,
      'reason VARCHAR(255) NULL',
      `request_id ${code(80)} NULL`,
      `set_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (endpoint_id, version)',
      'CONSTRAINT webhook_endpoint_version_endpoint FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id)',
    ],
    webhook_delivery: [
      `id ${ID} NOT NULL`,
      `endpoint_id ${ID} NOT NULL`,
      `event_id ${ID} NOT NULL`,
      'run INT UNSIGNED NOT NULL',
      `state ${code(10)} NOT NULL`,
      'attempts INT UNSIGNED NOT NULL',
      `next_attempt_at ${INSTANT} NOT NULL`,
      `claimed_until ${INSTANT} NULL`,
      `created_at ${INSTANT} NOT NULL`,
      `ended_at ${INSTANT} NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY webhook_delivery_run (endpoint_id, event_id, run)',
      'KEY webhook_delivery_due (state, next_attempt_at)',
      'CONSTRAINT webhook_delivery_endpoint FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id)',
      'CONSTRAINT webhook_delivery_event FOREIGN KEY (event_id) REFERENCES webhook_event (id)',
    ],
    webhook_attempt: [
      `delivery_id ${ID} NOT NULL`,
      'attempt INT UNSIGNED NOT NULL',
      `outcome ${code(20)} NOT NULL`,
      'status SMALLINT UNSIGNED NULL',
      'milliseconds INT UNSIGNED NOT NULL',
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (delivery_id, attempt)',
      'CONSTRAINT webhook_attempt_delivery FOREIGN KEY (delivery_id) REFERENCES webhook_delivery (id)',
    ],
    webhook_signing_key: [
      `key_id ${code(64)} NOT NULL`,
      `public_key ${code(80)} NOT NULL`,
      `first_used_at ${INSTANT} NOT NULL`,
      `retired_at ${INSTANT} NULL`,
      'PRIMARY KEY (key_id)',
    ],
  };
}
