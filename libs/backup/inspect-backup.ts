import { sha256Hex } from '#platform';
import { readArchive } from './archive';
import { damagedBackup, filesOf, parseManifest, type BackupManifest } from './backup-manifest';

export const MANIFEST_FILE = 'manifest.json';
/** Hash of the manifest; the last file, so that a backup that has it is whole. */
export const MANIFEST_HASH_FILE = 'manifest.sha256';

/** A backup that holds what its manifest says. */
export interface InspectedBackup {
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest: noted elsewhere, it identifies the backup. */
  readonly sha256: string;
}

/**
 * Reads a backup from end to end and compares every part with its hash.
 *
 * @throws InvalidInputError naming the first part that is missing, cut off or changed
 */
export async function inspectBackup(path: string): Promise<InspectedBackup> {
  const hashes = new Map<string, string>();
  let text: string | undefined;
  let noted: string | undefined;
  for await (const { name, content } of readArchive(path)) {
    hashes.set(name, sha256Hex(content));
    if (name === MANIFEST_FILE) text = content.toString('utf8');
    if (name === MANIFEST_HASH_FILE) noted = content.toString('utf8').trim();
  }
  if (text === undefined || noted === undefined) {
    throw damagedBackup('whole', `The file has no ${MANIFEST_FILE}: it is cut off or no backup.`);
  }
  if (sha256Hex(text) !== noted) throw damagedBackup('hash', `${MANIFEST_FILE} was changed.`);
  const manifest = parseManifest(text);
  for (const { file, sha256 } of filesOf(manifest)) {
    const found = hashes.get(file);
    if (found === undefined) throw damagedBackup('whole', `${file} is missing.`);
    if (found !== sha256) throw damagedBackup('hash', `${file} was changed.`);
  }
  return { manifest, sha256: noted };
}
