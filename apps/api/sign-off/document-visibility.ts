import { Injectable } from '@nestjs/common';
import { PermissionService } from '#access';
import { NotFoundError } from '#platform';
import { DocumentsService, type DocumentVisibility } from '#plans';

/** Decides which returns and plans a person may read: drafts at home, others once they are shared. */
@Injectable()
export class DocumentVisibilityReader {
  constructor(
    private readonly permissions: PermissionService,
    private readonly documents: DocumentsService,
  ) {}

  async of(personId: string): Promise<DocumentVisibility> {
    const anyState = await this.permissions.organisationsWith(personId, 'plans:read');
    const shared = await this.permissions.organisationsWith(personId, 'plans:read-submitted');
    return ({ organisationId, isShared }) =>
      anyState.has(organisationId) || (isShared && shared.has(organisationId));
  }

  /** Refuses a document that the person may not see as it is now. @throws NotFoundError */
  async require(personId: string, documentId: string): Promise<void> {
    const maySee = await this.of(personId);
    if (maySee(await this.documents.key(documentId))) return;
    throw new NotFoundError('There is no such return or plan, or it is not open to you.');
  }
}
