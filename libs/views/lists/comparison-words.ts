/** Lines of plan against actual, in words. */
export const LINE_NAMES: Readonly<Record<string, string>> = {
  substantive: 'Staff in post',
  bank: 'Bank',
  agency: 'Agency',
  pay: 'Pay',
  sickness: 'Sickness absence',
  turnover: 'Turnover (left this organisation)',
};

/** What is reported of a month and can be reforecast, in words. */
export const REPORTED_NAMES: Readonly<Record<string, string>> = {
  establishment: 'Funded establishment',
  substantive: 'Staff in post',
  joiners: 'Joiners',
  leavers: 'Leavers',
  bank: 'Bank',
  agency: 'Agency',
  'substantive-pay': 'Substantive pay',
  'bank-pay': 'Bank pay',
  'agency-pay': 'Agency pay',
  sickness: 'Sickness absence',
};

/** What a variance is split into, in words. */
export const PART_NAMES: Readonly<Record<string, string>> = {
  opening: 'Opening',
  leavers: 'Leavers',
  joiners: 'Joiners',
  'joiners-and-leavers': 'Joiners and leavers',
  phasing: 'Phasing',
  establishment: 'Establishment',
  'moves-and-hours': 'Moves and hours',
  'staff-in-post': 'Staff in post',
  sickness: 'Sickness absence',
  cover: 'Cover used',
  price: 'Price',
};

/** What a flag of a month says. */
export const FLAG_TEXTS = { none: '', watch: 'Watch', act: 'Act' } as const;

/** The column head of a line's unit. */
export const UNIT_NAMES: Readonly<Record<'wte' | 'pounds' | 'share', string>> = {
  wte: 'WTE',
  pounds: '£',
  share: '%',
};

/** Where a line ends the year, in the order of the table. */
export const OUTTURN_NAMES = {
  plan: 'Plan',
  forecast: 'Forecast outturn',
  runRate: 'Run-rate',
  reforecast: 'Reforecast',
} as const;
