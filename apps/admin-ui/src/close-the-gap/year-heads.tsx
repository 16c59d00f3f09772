import type { YearName } from './proposal-types';

interface YearHeadsProps {
  readonly years: readonly YearName[];
  /** Of columns of figures: `wt-number`. */
  readonly className?: string;
}

/** The years as heads of columns. */
export function YearHeads({ years, className }: YearHeadsProps) {
  return years.map(({ year, label }) => (
    <th key={year} scope="col" className={className}>
      {label}
    </th>
  ));
}
