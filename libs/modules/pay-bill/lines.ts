import type { DeriveLines } from '../compilation';
import { PAY_BILL_LINES } from './compile';

/** Pay of the people in post by line, and the pay bill as their sum. */
export const payBillLines: DeriveLines = ({ simulated }) => {
  const lines = PAY_BILL_LINES.map((_, line) => [0, ...(simulated.costs[line] ?? [])]);
  const total = (lines[0] ?? []).map((_, month) => lines.reduce((sum, line) => sum + (line[month] ?? 0), 0));
  return {
    'pay-bill': total,
    ...Object.fromEntries(PAY_BILL_LINES.map((code, line) => [code, lines[line] ?? []])),
  };
};
