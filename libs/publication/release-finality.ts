import type { DataSource } from 'typeorm';
import { recordAudit } from '#access';
import { UnitOfWork } from '#persistence';
import { ConflictError, NotFoundError } from '#platform';
import { recordEvent } from '#webhooks';
import { DRAFT } from './release-drafts';

/**
 * Makes the newest release final: later ones stand beside it and do not supersede it. A release that is final already
 * stays as it is.
 *
 * @param number of the release
 * @param actor person or process, for the audit trail
 * @throws NotFoundError where there is none; ConflictError for one that a later release has superseded
 */
export function finaliseRelease(dataSource: DataSource, number: number, actor: string): Promise<void> {
  return new UnitOfWork(dataSource).run(async (manager) => {
    const [release]: { id: string; status: string; contentSha256: string }[] = await manager.query(
      `SELECT id, status, content_sha256 AS contentSha256 FROM published_release WHERE number = ? FOR UPDATE`,
      [number],
    );
    if (release === undefined || release.status === DRAFT) {
      throw new NotFoundError(`There is no release ${number}.`);
    }
    if (release.status === 'final') return;
    if (release.status === 'superseded') {
      throw new ConflictError(`Release ${number} was superseded: only the newest can become final.`);
    }
    await manager.query(`UPDATE published_release SET status = 'final' WHERE id = ?`, [release.id]);
    await recordAudit(manager, {
      actor,
      action: 'release.finalised',
      entity: 'published_release',
      entityId: release.id,
      organisationId: null,
      detail: { number, contentSha256: release.contentSha256 },
      correlationId: null,
    });
    await recordEvent(manager, 'release.finalised', { releaseId: release.id, number });
  });
}
