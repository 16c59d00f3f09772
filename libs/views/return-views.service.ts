import { Injectable } from '@nestjs/common';
import { FourLinesService, WorkforceReturnService } from '#monitoring';
import type { ProjectionUnit } from '#queue';
import { fourLinesView } from './four-lines-view';
import type { View } from './view';
import { workforceReturnView } from './workforce-return-view';

/** The four lines and the workforce return, as tables for files. Whether they may be seen is decided before. */
@Injectable()
export class ReturnViewsService {
  constructor(
    private readonly lines: FourLinesService,
    private readonly returns: WorkforceReturnService,
  ) {}

  /**
   * @param year calendar year in which the financial year begins; the first of the round where it is left out
   * @param staffGroup a leaf or `all-staff`; every one where it is left out
   * @throws NotFoundError for an unknown scenario or organisation
   */
  async fourLines(unit: ProjectionUnit, year?: number, staffGroup?: string): Promise<View> {
    return fourLinesView(await this.lines.read(unit, year), staffGroup);
  }

  /** @throws NotFoundError for an unknown scenario or organisation, and where nothing is published */
  async workforceReturn(unit: ProjectionUnit): Promise<View> {
    return workforceReturnView(await this.returns.read(unit));
  }
}
