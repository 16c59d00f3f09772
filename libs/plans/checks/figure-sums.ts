import type { CheckedOrganisation, Figures } from './check-rule';

/** A measure of one staff group in a year; null where there is none. */
export function figure(figures: Figures, measure: string, group: string, year: number): number | null {
  const value = figures[measure]?.[group]?.[String(year)];
  return value === undefined ? null : Number(value);
}

/** A measure over all staff groups in a year; null where no group has it. */
export function allGroups(figures: Figures, measure: string, year: number): number | null {
  const values = Object.values(figures[measure] ?? {}).flatMap((byYear) => byYear[String(year)] ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + Number(value), 0);
}

/** A measure over all organisations in a year; null where one of them does not have it. */
export function allOrganisations(
  organisations: readonly CheckedOrganisation[],
  measure: string,
  year: number,
): number | null {
  const values = organisations.map(({ figures }) => allGroups(figures, measure, year));
  if (values.length === 0 || values.some((value) => value === null)) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Growth from one value to another as a share; null without a start. */
export function growth(from: number | null, to: number | null): number | null {
  return from === null || to === null || from <= 0 ? null : to / from - 1;
}

const PERCENT = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const MILLIONS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

export const percent = (share: number): string => PERCENT.format(share);
export const whole = (value: number): string => WHOLE.format(value);
export const millions = (pounds: number): string => `£${MILLIONS.format(pounds / 1e6)}m`;
