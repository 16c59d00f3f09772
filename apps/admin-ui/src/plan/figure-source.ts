import { createContext, useContext } from 'react';

/** Where the figures of a page come from: stated on everything that is taken out of it. */
export interface FigureSource {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly scenario: string;
  readonly runId: string;
  readonly engineVersion: string;
  /** When the run was published, ISO 8601. */
  readonly calculatedAt: string | null;
  /** The source in words, where the figures are of no single run. */
  readonly statement?: string;
}

const FigureSourceContext = createContext<FigureSource | null>(null);

/** States the source of the figures below it. */
export const FigureSourceProvider = FigureSourceContext.Provider;

/** The source of the figures here; null where there are none to take out. */
export function useFigureSource(): FigureSource | null {
  return useContext(FigureSourceContext);
}
