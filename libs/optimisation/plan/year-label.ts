/** A financial year by the year in which it begins: `2026/27`. */
export const yearLabel = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
