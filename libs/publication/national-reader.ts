import type { DataSource } from 'typeorm';

/** Database user of the national API's process. */
export const NATIONAL_READER = 'wholetime_national';

const READABLE = [
  'published_release',
  'published_observation',
  'published_file',
  'published_representation',
  'published_change',
  'published_signing_key',
  'api_client',
  'api_client_key',
  'national_submission',
  'national_envelope',
  'national_training_supply',
  'webhook_event',
  'webhook_endpoint',
  'webhook_endpoint_version',
  'webhook_delivery',
  'webhook_attempt',
  'webhook_signing_key',
] as const;
const WRITABLE = [
  'api_assertion',
  'pull_log',
  'national_submission',
  'national_envelope',
  'national_training_supply',
  'webhook_endpoint',
  'webhook_endpoint_version',
  'webhook_delivery',
  'outbox',
] as const;

/**
 * Creates the database user of the national API, or resets its password, with the rights that the process
 * needs and no others: it may read what is published, the clients' public keys, what the national body sent and where
 * clients are told of events, and add assertion ids, pulls, versions of what the national body sends, endpoints,
 * deliveries and messages of the outbox. Needs an administrator's connection.
 *
 * @param dataSource connected as a user who may create users
 * @param password letters and digits
 */
export async function provisionNationalReader(dataSource: DataSource, password: string): Promise<void> {
  const database = String(dataSource.options.database);
  const user = `'${NATIONAL_READER}'@'%'`;
  await dataSource.query(`CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${requirePlain(password)}'`);
  await dataSource.query(`ALTER USER ${user} IDENTIFIED BY '${password}'`);
  for (const table of READABLE)
    await dataSource.query(`GRANT SELECT ON \`${database}\`.\`${table}\` TO ${user}`);
  for (const table of WRITABLE)
    await dataSource.query(`GRANT INSERT ON \`${database}\`.\`${table}\` TO ${user}`);
}

/** The address under which the national API signs in to the same database. */
export function nationalReaderUrl(databaseUrl: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = NATIONAL_READER;
  url.password = requirePlain(password);
  return url.toString();
}

/** Account statements take no bound values, so the password is kept to letters and digits. */
function requirePlain(password: string): string {
  if (/^[A-Za-z0-9]{16,64}$/.test(password)) return password;
  throw new RangeError('The password must be 16 to 64 letters and digits.');
}
