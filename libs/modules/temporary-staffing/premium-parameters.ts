import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';

function premium(value: number, low: number, high: number, item: string): ParameterDefault {
  return { value, low, high, source: `default_ranges.csv: ${item}, judgement`, status: 'judgement' };
}

const DOCTORS = premium(0.6, 0.3, 1.1, 'agency_premium_pct, HCHS doctors');
const OTHERS = premium(0.25, 0.1, 0.45, 'agency_premium_pct, nurses & health visitors');

/** Price of temporary staff against staff in post. */
export const PREMIUM_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'temporary-staffing.bank-premium',
    module: 'temporary-staffing',
    label: 'Bank premium',
    description:
      'Cost of a bank WTE above (or below) that of a WTE in post of the same group: pay, high cost area supplement, employer National Insurance and local pension.',
    unit: 'share',
    minimum: -0.5,
    maximum: 2,
    plausibleMinimum: -0.1,
    plausibleMaximum: 0.3,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: premium(0.05, -0.05, 0.2, 'bank_premium_pct'),
    feeds: ['pay-bill'],
  },
  {
    key: 'temporary-staffing.agency-premium',
    module: 'temporary-staffing',
    label: 'Agency premium',
    description:
      'Cost of an agency WTE above that of a WTE in post of the same group: pay, high cost area supplement, employer National Insurance and local pension. Fees included, VAT not.',
    unit: 'share',
    minimum: -0.5,
    maximum: 4,
    plausibleMinimum: 0,
    plausibleMaximum: 1.2,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: OTHERS,
    defaultByStaffGroup: { 'hchs-doctors': DOCTORS },
    feeds: ['pay-bill'],
  },
];
