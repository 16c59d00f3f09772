import { join } from 'node:path';
import { UnitOfWork } from '#persistence';
import type { Configuration } from '#platform';
import type { DataSource } from 'typeorm';
import { EngineBundleRepository } from '../compute/engine-bundle.repository';
import { EngineThreads } from '../compute/engine-threads';
import { AnalysisService } from './analysis.service';

/** Sets up analyses on a data source, with one engine thread of their own. */
export function openAnalyses(dataSource: DataSource, configuration: Configuration): AnalysisService {
  const bundles = new EngineBundleRepository(join(configuration.dataDirectory, 'engines'));
  return new AnalysisService(new UnitOfWork(dataSource), bundles, new EngineThreads(1));
}
