/** Which figures of a table make its chart, and how. Tables without a design are drawn by their shape. */
export interface ChartDesign {
  readonly kind: 'lines' | 'stacked' | 'columns' | 'bars' | 'timeline';
  /** Keys of the columns drawn. */
  readonly figures: readonly string[];
  /** Keys of the columns that are drawn downwards from zero: what leaves, is spent, or expires. */
  readonly outgoing?: readonly string[];
  /** Key of a column that is drawn as a line over the bars: what is left. */
  readonly balance?: string;
  /** Key of the column along the axis, where it isn't the table's time. */
  readonly along?: string;
  /** One figure of many groups: the groups on top of each other, not one line or bar for each. */
  readonly stacksGroups?: boolean;
  /** A value that the figures are held against. */
  readonly reference?: { readonly value: number; readonly label: string };
}

const SHARES_BY_BAND: ChartDesign = { kind: 'bars', figures: ['opening', 'end'], along: 'cluster' };
const PARITY = { value: 1, label: 'Parity' } as const;

/** Ours and the simple ways beside it: those that the table has. */
const ACCURACY_WAYS = [
  'calibrated-engine',
  'no-change',
  'drift',
  'exponential-smoothing',
  'damped-trend',
  'theta',
];

/** `<module> <table>` -> its chart; null for a table that a chart doesn't help. */
export const CHART_DESIGNS: Readonly<Record<string, ChartDesign | null>> = {
  'growth bridge': {
    kind: 'stacked',
    figures: ['joiners', 'movesIn'],
    outgoing: ['leavers', 'plannedExits', 'movesOut'],
  },
  'national england': { kind: 'stacked', figures: ['agreed', 'submitted', 'default'], along: 'year' },
  'growth all-commitments': { kind: 'stacked', figures: ['requirement'], stacksGroups: true },
  'growth all-requirement': {
    kind: 'stacked',
    figures: ['commitments', 'standards', 'other', 'productivity', 'schemes', 'skillMix'],
    balance: 'requirement',
  },
  'growth posts': { kind: 'lines', figures: ['inPost', 'establishment', 'requirement'] },
  'growth requirement': null,
  'training-supply lines': { kind: 'lines', figures: ['joiners', 'qualifying', 'employed'] },
  'training-supply forecast-demand': { kind: 'lines', figures: ['inPost', 'requirement'] },
  'retention all-causes': {
    kind: 'stacked',
    figures: ['voluntary', 'retirement', 'ill-health-or-death', 'end-of-contract', 'unpaid-leave', 'planned'],
  },
  'retention all-ages': { kind: 'columns', figures: ['left', 'retired'], along: 'ageBand' },
  'retention timeline': { kind: 'timeline', figures: ['from', 'full', 'until'], along: 'name' },
  'retention savings': { kind: 'bars', figures: ['cost', 'replacementCostAvoided'], along: 'name' },
  'international-recruitment all-pipeline': {
    kind: 'lines',
    figures: ['offers', 'arrivals', 'registrations', 'waiting'],
  },
  'international-recruitment lists': {
    kind: 'bars',
    figures: ['offers', 'registrations', 'later'],
    along: 'list',
  },
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
  'apprenticeship-levy all-apprentices': {
    kind: 'columns',
    figures: ['starts', 'completions', 'inTraining'],
  },
  'apprenticeship-levy transfers': { kind: 'columns', figures: ['asked', 'allowed', 'limit'] },
  'apprenticeship-levy headroom': { kind: 'bars', figures: ['once', 'everyYear'], along: 'title' },
  'representation bands-clinical': SHARES_BY_BAND,
  'representation bands-non-clinical': SHARES_BY_BAND,
  'representation bands-medical': SHARES_BY_BAND,
  'representation required': {
    kind: 'bars',
    figures: ['opening', 'targetShare', 'required'],
    along: 'target',
  },
  'representation indicators': { kind: 'bars', figures: ['ratio'], along: 'indicator', reference: PARITY },
  'representation disparity': {
    kind: 'lines',
    figures: ['lowerToMiddle', 'middleToUpper', 'lowerToUpper'],
    reference: PARITY,
  },
  'skill-mix floor-path': { kind: 'lines', figures: ['ofRequirement', 'inPost', 'floor'] },
  'skill-mix all-substitutions': { kind: 'columns', figures: ['planned', 'allowed', 'cutOff'] },
  'representation trajectory': { kind: 'lines', figures: ['share', 'onStraightLine'] },
  'temporary-staffing months': { kind: 'stacked', figures: ['bank', 'agency', 'unfilled'] },
  'temporary-staffing years': { kind: 'stacked', figures: ['bank', 'agency', 'unfilled'] },
  'sickness-absence rates': { kind: 'lines', figures: ['rate', 'target'] },
  'pay-bill lines-by-year': { kind: 'stacked', figures: ['pounds'], stacksGroups: true },
  'pay-bill effects': {
    kind: 'stacked',
    figures: ['price', 'volume', 'mix', 'temporary', 'other'],
    balance: 'change',
  },
  'accuracy horizon': { kind: 'lines', figures: ACCURACY_WAYS, along: 'label' },
  'accuracy size': { kind: 'bars', figures: ACCURACY_WAYS, along: 'label' },
  'accuracy staff-group': { kind: 'bars', figures: ACCURACY_WAYS, along: 'label' },
  'accuracy organisation': { kind: 'bars', figures: ACCURACY_WAYS, along: 'label' },
  'accuracy origin': { kind: 'lines', figures: ACCURACY_WAYS, along: 'label' },
  'accuracy england-horizon': { kind: 'lines', figures: ACCURACY_WAYS, along: 'label' },
  'accuracy england-staff-group': { kind: 'bars', figures: ACCURACY_WAYS, along: 'label' },
  'pay-bill control-total': { kind: 'lines', figures: ['ownCost', 'controlTotal'] },
};
