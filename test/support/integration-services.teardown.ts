import type { RunningServices } from '../../libs/platform/services';

/** Stops the servers that the setup started. */
export default async function tearDown(): Promise<void> {
  const services = Reflect.get(globalThis, 'integrationServices') as RunningServices | undefined;
  await services?.stop();
}
