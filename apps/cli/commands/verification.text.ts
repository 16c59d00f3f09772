import type { InstallationVerification } from '#backup';

/** What was checked of an installation, a line for each kind of proof. */
export function describeVerification({ audit, releases, replays }: InstallationVerification): string {
  const same = replays.runs - replays.different.length;
  return [
    `Audit chain: ${audit.isIntact ? 'intact' : 'BROKEN'}, ${audit.sealed} entries in the chain, ${audit.unsealed} not yet.`,
    ...audit.faults.map(
      ({ position, auditSeq, problem }) => `  position ${position}, entry ${auditSeq}: ${problem}`,
    ),
    `Releases: ${releases.releases}, with ${releases.files} files, ${releases.faults.length} of them not as published.`,
    ...releases.faults.map((fault) => `  ${fault}`),
    `Runs: ${same} of ${replays.runs} come out as published, to the bit.`,
    ...replays.different.map((run) => `  ${run} DIFFERENT: wholetime replay ${run}`),
    '',
  ].join('\n');
}
