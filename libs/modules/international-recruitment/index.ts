export { compileInternational, internationalNotices } from './compile';
export { COHORTS } from './cohorts.register';
export { leadTimeShares, meanLeadTime, type LeadTime } from './lead-time';
export { INTERNATIONAL_RECRUITMENT_PARAMETERS } from './parameters';
export { runPipeline, type Pipeline, type PipelineRates } from './pipeline';
export { INTERNATIONAL_RECRUITMENT_REGISTERS } from './registers';
export { COST_STAGES, skillsCharge, type CostStage, type StageCosts } from './stage-costs';
