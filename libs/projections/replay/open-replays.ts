import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Configuration } from '#platform';
import { EngineBundleRepository } from '../compute/engine-bundle.repository';
import { EngineThreads } from '../compute/engine-threads';
import { ReplayService } from './replay.service';

/** Replays for the command line, with an engine thread of their own. */
export interface Replays {
  readonly service: ReplayService;
  close(): Promise<void>;
}

/** Sets up replays on a connected data source. */
export function openReplays(dataSource: DataSource, configuration: Configuration): Replays {
  const threads = new EngineThreads(1);
  const bundles = new EngineBundleRepository(join(configuration.dataDirectory, 'engines'));
  return { service: new ReplayService(dataSource, bundles, threads), close: () => threads.close() };
}
