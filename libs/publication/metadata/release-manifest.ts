import { fileNameOf, type FileFormat, type Representation } from '../files/release-file';
import { OBSERVATION_COLUMNS } from '../observation-columns';
import type { ReleaseDraft } from '../release-draft-writer';

/** What stands in a manifest beside the facts of the content. */
export interface ManifestSubject {
  readonly draft: ReleaseDraft;
  readonly title: string;
  readonly publishedAt: string;
  readonly representations: readonly Representation[];
}

/**
 * The manifest of a release: what it holds, the hash of each file in each encoding, how it differs from the release
 * before, and the facts of its content (scenario, measures, disclosure rule and audit, runs with engine and inputs).
 */
export function releaseManifest(
  facts: Readonly<Record<string, unknown>>,
  { draft, title, publishedAt, representations }: ManifestSubject,
): Readonly<Record<string, unknown>> {
  return {
    ...facts,
    id: draft.id,
    number: draft.number,
    title,
    publishedAt,
    contentSha256: draft.contentSha256,
    rowCount: draft.rowCount,
    hiddenCells: draft.hiddenCells,
    schema: OBSERVATION_COLUMNS.map(({ name, type, title: meaning, isOptional }) => ({
      name,
      type,
      meaning,
      isOptional,
    })),
    changes: draft.changes,
    files: filesOf(representations),
  };
}

function filesOf(representations: readonly Representation[]): readonly object[] {
  const formats = [...new Set(representations.map(({ format }) => format))].sort();
  return formats.map((format: FileFormat) => ({
    name: fileNameOf(format),
    representations: representations
      .filter((file) => file.format === format)
      .map(({ encoding, bytes, sha256 }) => ({ encoding, bytes, sha256 })),
  }));
}
