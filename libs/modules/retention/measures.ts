import type { MeasureDefinitions } from '../projection/measure-definition';

/** Lines of retention that do not act on the stock. */
export const RETENTION_MEASURES: MeasureDefinitions<'on-leave-headcount'> = {
  'on-leave-headcount': {
    label: 'On unpaid leave',
    unit: 'headcount',
    kind: 'stock',
    formula: 'a month before + starts of unpaid leave - those whose leave is over',
    parts: ['exits-unpaid-leave'],
    parameters: ['retention.share-unpaid-leave', 'retention.leave-length'],
    registers: [],
  },
};
