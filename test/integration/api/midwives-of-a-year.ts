import type { MonthlyMeasure } from '#modules/projection';

/** Midwives of 100 WTE with 2 joining and 1 leaving each month, from the eve of 2024/25 on. */
export const FIGURES: Readonly<Partial<Record<MonthlyMeasure, (month: number) => number>>> = {
  fte: (month) => 100 + month,
  establishment: () => 120,
  'fte-joiners': () => 2,
  'fte-exits': () => 1,
  'bank-fte': () => 10,
  'agency-fte': () => 4,
  'pay-bill': (month) => (100 + month) * 4000 + 82_000,
  'pay-bill-bank': () => 50_000,
  'pay-bill-agency': () => 32_000,
  'sickness-fte': (month) => (99.5 + month) * 0.05,
};

/** Header of a file of actual figures. */
export const HEADER =
  'Staff group,Month,Establishment,Substantive,Joiners,Leavers,Bank,Agency,Substantive pay,Bank pay,Agency pay,Sickness';
/** Three months of them as they came. */
export const FILE = [
  HEADER,
  'midwives,2024-03,,99,,,,,,,,',
  'Midwives,2024-04,120,97.00,0,2,12,3,"£397,700","66,000","27,000",5%',
  'midwives,2024-05,120,95.5,0,2,12,3,391550,66000,27000,5%',
  'midwives,2024-06,110,100,6,2,12,3,410000,66000,27000,5%',
].join('\r\n');
