import { apprenticeshipLevyReport } from '../apprenticeship-levy/report';
import { internationalReport } from '../international-recruitment/report';
import type { PlanningModule } from '../registry/parameter-definition';
import type { ReportModule } from './module-report';

/** The reports by module. */
export const MODULE_REPORTS: Readonly<Partial<Record<PlanningModule, ReportModule>>> = {
  'apprenticeship-levy': apprenticeshipLevyReport,
  'international-recruitment': internationalReport,
};
