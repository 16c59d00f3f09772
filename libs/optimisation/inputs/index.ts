export { readPlanInputs, type PlanInput } from './plan-inputs';
