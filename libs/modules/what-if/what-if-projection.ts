import { CompileMemory } from '../compilation';
import { project } from '../projection/project';
import type { ProjectionInput, ResolvedAssumptions, ResolvedValue } from '../projection/projection-input';
import { headlineFigures, type Headlines } from './headline-figures';
import { inputWithEdits, type EditedParameter, type WhatIfBase } from './input-with-edits';

/**
 * One unit projected again and again while its assumptions are edited. What an edit does not touch is kept
 * from the projection before, so that each takes a fraction of the first; the figures are those of a
 * projection from nothing, to the bit.
 */
export class WhatIfProjection {
  private memory = new CompileMemory();
  private base: WhatIfBase;
  /** What was projected last, and what came of it; null before the first projection. */
  private assumptions: ResolvedAssumptions;
  private headlines: Headlines | null = null;

  constructor(base: WhatIfBase) {
    this.base = base;
    this.assumptions = base.input.assumptions;
  }

  /**
   * Goes on from what is stored by now. Where only assumptions were changed meanwhile, which is all that an
   * edit changes, what is known of the unit stays.
   */
  goOnFrom(base: WhatIfBase): void {
    const kept = this.base.input;
    if (besideAssumptions(kept) !== besideAssumptions(base.input)) {
      this.memory = new CompileMemory();
      this.base = base;
      this.assumptions = base.input.assumptions;
      this.headlines = null;
      return;
    }
    const assumptions = sameWhereEqual(base.input.assumptions, this.assumptions);
    this.base = { ...base, input: { ...kept, assumptions } };
  }

  /**
   * The headline figures as the edits make them; those that are stored, without edits.
   *
   * @throws RangeError for an unknown parameter
   */
  headlinesWith(edits: readonly EditedParameter[]): Headlines {
    const { calendar } = this.base.input;
    const edited = inputWithEdits(this.base, edits);
    const assumptions = sameWhereEqual(edited.assumptions, this.assumptions);
    if (assumptions === this.assumptions && this.headlines !== null) return this.headlines;
    const output = project({ ...edited, assumptions }, undefined, this.memory);
    this.assumptions = assumptions;
    this.headlines = headlineFigures(output, this.base.staffGroups, calendar);
    return this.headlines;
  }
}

function besideAssumptions({ assumptions: _, ...rest }: ProjectionInput): string {
  return JSON.stringify(rest);
}

/**
 * The assumptions with the very objects of the last ones where the values are equal, up to the last ones
 * themselves: the memory goes by them. Ranges, of which the central case knows nothing, don't count.
 */
function sameWhereEqual(next: ResolvedAssumptions, last: ResolvedAssumptions): ResolvedAssumptions {
  return sharing(next, last, (byGroup, known) =>
    sharing(byGroup, known, (value, before) => (hasEqualValues(value, before) ? before : value)),
  );
}

/** A record with each part shared with another one where it can be, and that one itself if all are. */
function sharing<T>(
  next: Readonly<Record<string, T>>,
  last: Readonly<Record<string, T>>,
  share: (part: T, known: T) => T,
): Readonly<Record<string, T>> {
  if (next === last) return last;
  let isSame = Object.keys(next).length === Object.keys(last).length;
  const parts = Object.entries(next).map(([key, part]) => {
    const known = last[key];
    const shared = known === undefined || known === part ? part : share(part, known);
    if (shared !== known) isSame = false;
    return [key, shared] as const;
  });
  return isSame ? last : Object.fromEntries(parts);
}

function hasEqualValues(next: ResolvedValue, last: ResolvedValue): boolean {
  return (
    next.values.length === last.values.length &&
    next.values.every((value, year) => value === last.values[year])
  );
}
