/** A financial year by its first calendar year: `2026/27` for 2026. */
export const financialYearLabel = (year: number): string =>
  `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
