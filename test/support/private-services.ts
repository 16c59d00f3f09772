import { rmSync } from 'node:fs';
import { loadConfiguration } from '../../libs/platform/configuration/load-configuration';
import { startServices, type RunningServices } from '../../libs/platform/services';
import { makeTestFolder, removeLeftTestFolders } from './test-folder';

/** Servers for tests, with their data in a new folder that goes when they stop. */
export async function startTestServices(): Promise<RunningServices> {
  await removeLeftTestFolders();
  const dataDirectory = makeTestFolder();
  const services = await startServices(
    loadConfiguration({
      WHOLETIME_DATA_DIRECTORY: dataDirectory,
      WHOLETIME_SERVICES: process.env['WHOLETIME_SERVICES'],
      WHOLETIME_PACKAGES_DIRECTORY: process.env['WHOLETIME_PACKAGES_DIRECTORY'],
    }),
  );
  return {
    ...services,
    stop: async () => {
      await services.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
