import { LabelledInput } from '../controls/labelled-input';

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Finds rows by a text. */
export function TextFilter(props: FilterProps) {
  return <LabelledInput {...props} type="search" className="wt-filter" />;
}

/** Finds rows from a day, or up to one. */
export function DayFilter(props: FilterProps) {
  return <LabelledInput {...props} type="date" className="wt-filter" />;
}
