import type { ReportTable } from '../api/analysis-types';

/** Two staff groups in two years: shares and WTE. */
export const POSTS: ReportTable = {
  key: 'posts',
  title: 'Posts',
  columns: [
    { key: 'staffGroup', label: 'Staff group', unit: 'text' },
    { key: 'year', label: 'Year', unit: 'financial-year' },
    { key: 'vacancyRate', label: 'Vacancy rate', unit: 'share' },
    { key: 'gap', label: 'Gap', unit: 'fte' },
  ],
  rows: [
    { staffGroup: 'Midwives', year: 2026, vacancyRate: 0.05, gap: 10 },
    { staffGroup: 'Midwives', year: 2027, vacancyRate: 0.04, gap: 8.25 },
    { staffGroup: 'Nurses', year: 2026, vacancyRate: null, gap: 100 },
    { staffGroup: 'Nurses', year: 2027, vacancyRate: 0.1, gap: -120 },
  ],
};

/** A levy account over a year and two months. */
export const LEDGER: ReportTable = {
  key: 'ledger',
  title: 'Levy account by month',
  columns: [
    { key: 'month', label: 'Month', unit: 'month' },
    { key: 'paidIn', label: 'Levy paid in', unit: 'pounds' },
    { key: 'spent', label: 'Paid from the account', unit: 'pounds' },
    { key: 'expired', label: 'Expired', unit: 'pounds' },
    { key: 'closing', label: 'Closing balance', unit: 'pounds' },
  ],
  rows: Array.from({ length: 14 }, (_, index) => ({
    month: index < 9 ? `2026-${String(index + 4).padStart(2, '0')}` : `2027-0${index - 8}`,
    paidIn: 100,
    spent: 0,
    expired: index === 13 ? 60 : 0,
    closing: 100 * (index + 1),
  })),
};
