export { HAND_PLANS, handPlan, type HandPlan } from './hand-plans';
export {
  aimOf,
  nationalNursingRequest,
  nursingGapRequest,
  nursingQuestion,
  type NursingAim,
} from './nursing-gap';
export { NURSING, NURSING_SUPPORT, routeInto, type StaffRoute } from './staff-routes';
export { LEVY_RECEIVED, usualLevers, type OfferedLever } from './usual-levers';
