import type { DeriveLines } from '../compilation';
import { groupPipeline } from './group-pipeline';
import { stageCosts, totalCost } from './stage-costs';

/**
 * The pipeline of a group: offers, arrivals and registrations, who waits for registration (people and
 * WTE, apart from those in post), and what recruitment costs. Pay while waiting is the pay bill's.
 */
export const internationalLines: DeriveLines = ({ start }, context) => {
  const { cohorts, total, waitingAtBaseline } = groupPipeline(start, context);
  const cost =
    cohorts.length === 0 ? total.offers.map(() => 0) : totalCost(stageCosts(start, total, context));
  const waiting = [waitingAtBaseline, ...total.waiting];
  const participation = context.assumptions.atStart(
    'international-recruitment.awaiting-participation',
    start.group.code,
  );
  return {
    'international-offers': [0, ...total.offers],
    'international-arrivals': [0, ...total.arrivals],
    'international-registrations': [0, ...total.registrations],
    'awaiting-registration-headcount': waiting,
    'awaiting-registration-fte': waiting.map((people) => people * participation),
    'international-recruitment-cost': [0, ...cost],
  };
};
