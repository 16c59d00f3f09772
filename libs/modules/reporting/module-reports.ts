import { apprenticeshipLevyReport } from '../apprenticeship-levy/report';
import { internationalReport } from '../international-recruitment/report';
import { efficiencyReport } from '../efficiency/report';
import { growthReport } from '../growth/module-report';
import { representationReport } from '../representation/report';
import { skillMixReport } from '../skill-mix/report';
import type { PlanningModule } from '../registry/parameter-definition';
import { retentionReport } from '../retention/module-report';
import { trainingSupplyReport } from '../training-supply/report';
import { payBillReport } from '../pay-bill/report';
import { sicknessReport } from '../sickness-absence/report';
import { temporaryStaffingReport } from '../temporary-staffing/report';
import type { ReportModule } from './module-report';

/** The reports by module. */
export const MODULE_REPORTS: Readonly<Partial<Record<PlanningModule, ReportModule>>> = {
  growth: growthReport,
  'training-supply': trainingSupplyReport,
  retention: retentionReport,
  'apprenticeship-levy': apprenticeshipLevyReport,
  'international-recruitment': internationalReport,
  efficiency: efficiencyReport,
  representation: representationReport,
  'sickness-absence': sicknessReport,
  'temporary-staffing': temporaryStaffingReport,
  'pay-bill': payBillReport,
  'skill-mix': skillMixReport,
};
