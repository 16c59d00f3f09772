import type { SectionContents } from '../sections';

/** WTE that rest on money that is not certain, by year. */
export interface SecuredLines {
  readonly years: readonly number[];
  readonly secured: readonly number[];
  readonly atRisk: readonly number[];
}

/**
 * Contingent lines by year: secured where the money is confirmed, fair-share lines only once the region has agreed
 * this version. Pure.
 */
export function securedLines(
  contents: SectionContents,
  years: readonly number[],
  isAgreed: boolean,
): SecuredLines {
  const lines = (contents['contingent-lines'] ?? []).map(({ values }) => ({
    wte: Number(values['wte'] ?? 0),
    from: Number(values['from'] ?? 0),
    until: Number(values['until'] ?? Infinity),
    isSecured: values['state'] === 'confirmed' && (values['funding'] !== 'fair-share' || isAgreed),
  }));
  const sum = (isSecured: boolean) =>
    years.map((year) =>
      lines
        .filter((line) => line.isSecured === isSecured && line.from <= year && year <= line.until)
        .reduce((total, { wte }) => total + wte, 0),
    );
  return { years, secured: sum(true), atRisk: sum(false) };
}
