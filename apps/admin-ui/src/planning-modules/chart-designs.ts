/** Which figures of a table make its chart, and how. Tables without a design are drawn by their shape. */
export interface ChartDesign {
  readonly kind: 'lines' | 'stacked';
  /** Keys of the columns drawn. */
  readonly figures: readonly string[];
  /** Keys of the columns that are drawn downwards from zero: what leaves, is spent, or expires. */
  readonly outgoing?: readonly string[];
  /** Key of a column that is drawn as a line over the bars: what is left. */
  readonly balance?: string;
  /** Key of the column along the axis, where it isn't the table's time. */
  readonly along?: string;
}

/** `<module> <table>` -> its chart; null for a table that a chart doesn't help. */
export const CHART_DESIGNS: Readonly<Record<string, ChartDesign | null>> = {
  'growth bridge': {
    kind: 'stacked',
    figures: ['joiners', 'movesIn'],
    outgoing: ['leavers', 'plannedExits', 'movesOut'],
  },
  'growth posts': { kind: 'lines', figures: ['inPost', 'establishment', 'requirement'] },
  'growth requirement': null,
  'training-supply lines': { kind: 'lines', figures: ['joiners', 'qualifying', 'employed'] },
  'training-supply forecast-demand': { kind: 'lines', figures: ['inPost', 'requirement'] },
  'international-recruitment pipeline': {
    kind: 'lines',
    figures: ['offers', 'arrivals', 'registrations', 'waiting'],
  },
  'international-recruitment cost': {
    kind: 'stacked',
    figures: ['evaluation', 'sponsorship', 'skills-charge', 'visa', 'arrival', 'practical-test'],
  },
  'apprenticeship-levy ledger': {
    kind: 'stacked',
    figures: ['paidIn', 'topUp'],
    outgoing: ['spent', 'transferredOut', 'expired'],
    balance: 'closing',
  },
  'apprenticeship-levy expiry': {
    kind: 'stacked',
    figures: ['spent', 'transferredOut', 'expired', 'balance'],
    along: 'expires',
  },
  'apprenticeship-levy headroom': null,
  'representation trajectory': { kind: 'lines', figures: ['share', 'onStraightLine'] },
  'temporary-staffing months': { kind: 'stacked', figures: ['bank', 'agency', 'unfilled'] },
  'temporary-staffing years': { kind: 'stacked', figures: ['bank', 'agency', 'unfilled'] },
  'sickness-absence rates': { kind: 'lines', figures: ['rate', 'target'] },
  'pay-bill effects': {
    kind: 'stacked',
    figures: ['price', 'volume', 'mix', 'temporary', 'other'],
    balance: 'change',
  },
  'pay-bill control-total': { kind: 'lines', figures: ['ownCost', 'controlTotal'] },
};
