import { Injectable } from '@nestjs/common';
import { OrganisationTree } from '#organisations';
import { UnitOfWork } from '#persistence';
import { attentionItem, type AttentionItem, type AttentionReach } from '#plans';
import { Clock } from '#platform';
import { readFolderProblems } from '../watched-folder/watched-file.repository';
import { readUnexplainedFlags } from '../year/unexplained-flags';

/** What of the year needs a person: only what the person can see to. */
@Injectable()
export class YearAttentionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Variances to act on that nobody has explained, and files of the watched folder that came to nothing. */
  async read({ edits, extracts }: AttentionReach): Promise<readonly AttentionItem[]> {
    return this.unitOfWork.run(async (manager) => {
      const flags = await readUnexplainedFlags(manager, [...edits]);
      const files = await readFolderProblems(manager, [...extracts]);
      if (flags.length + files.length === 0) return [];
      const tree = await OrganisationTree.load(manager, this.clock.now().toISOString().slice(0, 10));
      const nodeOf = (id: string | null): AttentionItem['organisation'] => tree.node(id ?? '') ?? null;
      return [
        ...flags.map(({ organisationId, scenario, month, places }) => ({
          ...attentionItem('variance-flagged', {
            scenario,
            organisation: nodeOf(organisationId),
            message: month,
          }),
          count: places.length,
        })),
        ...files.map(({ organisationId, kind, fileName, message, count }) => ({
          ...attentionItem('file-refused', {
            scenario: null,
            organisation: nodeOf(organisationId),
            message: `${fileName} (${kind}): ${message}`,
          }),
          count,
        })),
      ];
    });
  }
}
