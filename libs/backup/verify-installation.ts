import { verifyAudit, type AuditHead, type AuditVerification } from '#access';
import type { Configuration } from '#platform';
import { openReplays } from '#projections';
import { verifyReleases, type ReleaseVerification } from '#publication';
import type { DataSource } from 'typeorm';

/** What is checked of a stored installation. */
export interface VerificationRequest {
  readonly dataSource: DataSource;
  readonly configuration: Configuration;
  /** A head of the audit chain that was noted earlier; null where none was. */
  readonly auditHead: AuditHead | null;
  /** Published runs that are computed again at most. */
  readonly replays: number;
  readonly report: (line: string) => void;
}

export interface InstallationVerification {
  readonly isSound: boolean;
  readonly audit: AuditVerification;
  readonly releases: ReleaseVerification;
  readonly replays: {
    readonly runs: number;
    /** Ids of runs that did not come out as published. */
    readonly different: readonly string[];
  };
}

/**
 * Checks that what is stored proves itself: the audit chain from end to end, every stored file of every release, and
 * runs computed again from their stored inputs by the engines that made them.
 */
export async function verifyInstallation(request: VerificationRequest): Promise<InstallationVerification> {
  const { dataSource, auditHead, report } = request;
  report('walking the audit chain');
  const audit = await verifyAudit(dataSource.manager, auditHead === null ? [] : [auditHead]);
  report('reading the files of every release');
  const releases = await verifyReleases(dataSource);
  const replays = await replaySome(request);
  const isSound = audit.isIntact && releases.faults.length === 0 && replays.different.length === 0;
  return { isSound, audit, releases, replays };
}

async function replaySome({ dataSource, configuration, replays: most, report }: VerificationRequest) {
  const replays = openReplays(dataSource, configuration);
  try {
    const runs = spread(await replays.service.publishedRuns(), most);
    const different: string[] = [];
    for (const [index, run] of runs.entries()) {
      report(`computing run ${index + 1} of ${runs.length} again`);
      if (!(await replays.service.replay(run)).isSame) different.push(run);
    }
    return { runs: runs.length, different };
  } finally {
    await replays.close();
  }
}

/** So many of a list, evenly from its start to its end. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)] as T);
}
