import { startTestServices } from './private-services';

/** Starts the servers of the integration tests, unless the environment names servers for them. */
export default async function setUp(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] !== undefined && process.env['TEST_REDIS_URL'] !== undefined) {
    return;
  }
  const services = await startTestServices();
  process.env['TEST_DATABASE_URL'] = services.databaseUrl;
  process.env['TEST_REDIS_URL'] = services.redisUrl;
  Reflect.set(globalThis, 'integrationServices', services);
}
