import { Organisations1790000000001 } from './1790000000001-organisations';
import { StaffGroups1790000000002 } from './1790000000002-staff-groups';
import { History1790000000003 } from './1790000000003-history';
import { Baselines1790000000004 } from './1790000000004-baselines';
import { Planning1790000000005 } from './1790000000005-planning';
import { Projections1790000000006 } from './1790000000006-projections';
import { Plans1790000000007 } from './1790000000007-plans';
import { Access1790000000008 } from './1790000000008-access';
import { Publication1790000000009 } from './1790000000009-publication';
import { CalibrationEvidence1790000000010 } from './1790000000010-calibration-evidence';
import { ProjectionNotices1790000000011 } from './1790000000011-projection-notices';
import { ProjectionOpenings1790000000012 } from './1790000000012-projection-openings';
import { Registers1790000000013 } from './1790000000013-registers';
import { ProjectionAnalyses1790000000014 } from './1790000000014-projection-analyses';
import { ProjectionRanges1790000000015 } from './1790000000015-projection-ranges';
import { EsrExtracts1790000000021 } from './1790000000021-esr-extracts';
import { ScenarioOrganisations1790000000024 } from './1790000000024-scenario-organisations';
import { ReportReadings1790000000025 } from './1790000000025-report-readings';
import { BaselineChoices1790000000026 } from './1790000000026-baseline-choices';
import { ExcusedAttempts1790000000027 } from './1790000000027-excused-attempts';
import { InputLayerChanges1790000000028 } from './1790000000028-input-layer-changes';
import { Presence1790000000030 } from './1790000000030-presence';
import { PlanRevisions1790000000032 } from './1790000000032-plan-revisions';
import { OrganisationReturns1790000000033 } from './1790000000033-organisation-returns';
import { SignOff1790000000034 } from './1790000000034-sign-off';
import { PlanSections1790000000035 } from './1790000000035-plan-sections';
import { RoundMilestones1790000000036 } from './1790000000036-round-milestones';
import { MonitoredYears1790000000040 } from './1790000000040-monitored-years';
import { ActualFigures1790000000041 } from './1790000000041-actual-figures';
import { VarianceNotes1790000000042 } from './1790000000042-variance-notes';
import { ScenarioVersions1790000000043 } from './1790000000043-scenario-versions';
import { PresenceEntries1790000000044 } from './1790000000044-presence-entries';
import { MonthlyFiles1790000000046 } from './1790000000046-monthly-files';
import { BaselineEstablishment1790000000047 } from './1790000000047-baseline-establishment';
import { ReturnLineSets1790000000048 } from './1790000000048-return-line-sets';
import { NationalInputs1790000000055 } from './1790000000055-national-inputs';
import { ReleaseFiles1790000000056 } from './1790000000056-release-files';
import { ObservationKeys1790000000057 } from './1790000000057-observation-keys';
import { ReleaseContent1790000000059 } from './1790000000059-release-content';
import { DisclosureRegister1790000000060 } from './1790000000060-disclosure-register';
import { DerivedYearEnds1790000000066 } from './1790000000066-derived-year-ends';
import { PlanProposals1790000000071 } from './1790000000071-plan-proposals';
import { SingleSignOn1790000000078 } from './1790000000078-single-sign-on';
import { Webhooks1790000000080 } from './1790000000080-webhooks';
import { VarianceThresholds1790000000084 } from './1790000000084-variance-thresholds';
import { WatchedFiles1790000000085 } from './1790000000085-watched-files';
import { UploadsWithoutPerson1790000000086 } from './1790000000086-uploads-without-person';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  Organisations1790000000001,
  StaffGroups1790000000002,
  History1790000000003,
  Baselines1790000000004,
  Planning1790000000005,
  Projections1790000000006,
  Plans1790000000007,
  Access1790000000008,
  Publication1790000000009,
  CalibrationEvidence1790000000010,
  ProjectionNotices1790000000011,
  ProjectionOpenings1790000000012,
  Registers1790000000013,
  ProjectionAnalyses1790000000014,
  ProjectionRanges1790000000015,
  EsrExtracts1790000000021,
  ScenarioOrganisations1790000000024,
  ReportReadings1790000000025,
  BaselineChoices1790000000026,
  ExcusedAttempts1790000000027,
  InputLayerChanges1790000000028,
  Presence1790000000030,
  PlanRevisions1790000000032,
  OrganisationReturns1790000000033,
  SignOff1790000000034,
  PlanSections1790000000035,
  RoundMilestones1790000000036,
  MonitoredYears1790000000040,
  ActualFigures1790000000041,
  VarianceNotes1790000000042,
  ScenarioVersions1790000000043,
  PresenceEntries1790000000044,
  MonthlyFiles1790000000046,
  BaselineEstablishment1790000000047,
  ReturnLineSets1790000000048,
  NationalInputs1790000000055,
  ReleaseFiles1790000000056,
  ObservationKeys1790000000057,
  ReleaseContent1790000000059,
  DisclosureRegister1790000000060,
  DerivedYearEnds1790000000066,
  PlanProposals1790000000071,
  SingleSignOn1790000000078,
  Webhooks1790000000080,
  VarianceThresholds1790000000084,
  WatchedFiles1790000000085,
  UploadsWithoutPerson1790000000086,
];
