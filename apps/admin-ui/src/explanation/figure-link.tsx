import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NumberQuestion } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import { explanationAddress } from '../plan/addresses';

interface FigureLinkProps {
  readonly unit: Unit;
  readonly question: NumberQuestion;
  readonly children: ReactNode;
}

/** A figure that leads to how it came about. */
export function FigureLink({ unit, question, children }: FigureLinkProps) {
  return (
    <Link className="wt-figure-link" data-figure to={explanationAddress(unit, question)}>
      {children}
    </Link>
  );
}
