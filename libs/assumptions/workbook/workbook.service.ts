import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '#platform';
import { AssumptionsService } from '../assumptions.service';
import type { ModuleGridQuestion } from '../module-grid';
import { parseUpload } from './parse-upload';
import { differenceOf, type WorkbookDifference } from './workbook-changes';
import { writeWorkbook } from './write-workbook';

/** A module's assumptions as an Excel workbook, out and in. Whether the person may is decided before. */
@Injectable()
export class WorkbookService {
  constructor(private readonly assumptions: AssumptionsService) {}

  /** The workbook as bytes. @throws NotFoundError for an unknown scenario or organisation */
  async download(question: ModuleGridQuestion): Promise<Uint8Array> {
    return writeWorkbook(await this.assumptions.readModuleGrid(question), question.module);
  }

  /**
   * What an uploaded workbook would change; nothing is saved.
   *
   * @throws InvalidInputError for a file that can't be read or is a workbook of something else
   */
  async difference(question: ModuleGridQuestion, content: Buffer): Promise<WorkbookDifference> {
    const workbook = await parseUpload(content);
    const { scenarioId, organisationId, module } = workbook.subject;
    const isOfThis =
      scenarioId === question.scenarioId &&
      organisationId === question.organisationId &&
      module === question.module;
    if (!isOfThis) throw new InvalidInputError([OF_ANOTHER]);
    return differenceOf(workbook, await this.assumptions.readModuleGrid(question));
  }
}

const OF_ANOTHER = {
  pointer: '/file',
  rule: 'workbook-of-this-plan',
  message: 'The workbook is of another organisation, scenario or module.',
  fix: 'Open the page that it was downloaded from, or download it again here.',
};
