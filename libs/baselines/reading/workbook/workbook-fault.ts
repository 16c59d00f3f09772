import type { FaultDescription } from '../../imports/import-fault';

/** Why a workbook cannot be read. */
export class WorkbookFault extends Error {
  constructor(readonly description: FaultDescription) {
    super(description.message);
  }
}
