import { FTE_SCALE } from '../reading/esr-values';
import type { ExtractAxes } from './assignment';
import { postsOf, type People, type Person } from './people';

/** People of one kind: staff group, band, age band, ethnicity. Null means not known. */
export interface ExtractCell {
  readonly staffGroupCode: string;
  readonly bandCode: string;
  readonly ageBand: string | null;
  readonly ethnicity: string;
  /** People whose main assignment is here. */
  readonly headcount: number;
  /** Contracted WTE of all assignments here, second ones too. */
  readonly fte: number;
}

/** People by staff group, band and disability: apart, so that no cell is finer than it need be. */
export interface DisabilityCell {
  readonly staffGroupCode: string;
  readonly bandCode: string;
  readonly disability: string;
  readonly headcount: number;
}

interface Total {
  headcount: number;
  fte: number;
}

/** Adds people up into cells, in the order of the axes. */
export function toCells(people: People, axes: ExtractAxes): ExtractCell[] {
  const [ages, ethnicities] = [axes.ageBands.length + 1, axes.ethnicities.length];
  const totals = new Map<number, Total>();
  for (const [, person] of people.entries()) {
    for (const [index, { line, fte }] of postsOf(person).entries()) {
      const key = (line * ages + person.age + 1) * ethnicities + person.ethnicity;
      const total = totals.get(key) ?? { headcount: 0, fte: 0 };
      total.headcount += index === 0 ? 1 : 0;
      total.fte += fte;
      totals.set(key, total);
    }
  }
  return [...totals]
    .sort(([a], [b]) => a - b)
    .map(([key, { headcount, fte }]) => {
      const line = Math.floor(key / (ages * ethnicities));
      const age = (Math.floor(key / ethnicities) % ages) - 1;
      return {
        ...lineCodes(line, axes),
        ageBand: age < 0 ? null : (axes.ageBands[age] ?? null),
        ethnicity: axes.ethnicities[key % ethnicities] ?? '',
        headcount,
        fte: fte / FTE_SCALE,
      };
    });
}

/** Adds people up by disability, in the order of the axes. */
export function toDisabilityCells(people: People, axes: ExtractAxes): DisabilityCell[] {
  const width = axes.disabilities.length;
  const totals = new Map<number, number>();
  for (const [, { main, disability }] of people.entries()) {
    if (main === null) continue;
    const key = main.line * width + disability;
    totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  return [...totals]
    .sort(([a], [b]) => a - b)
    .map(([key, headcount]) => ({
      ...lineCodes(Math.floor(key / width), axes),
      disability: axes.disabilities[key % width] ?? '',
      headcount,
    }));
}

/** Codes of a planning line. */
export function lineCodes(
  line: number,
  { staffGroups, bands }: ExtractAxes,
): { readonly staffGroupCode: string; readonly bandCode: string } {
  return {
    staffGroupCode: staffGroups[Math.floor(line / bands.length)] ?? '',
    bandCode: bands[line % bands.length] ?? '',
  };
}

/** Index of the staff group of a planning line. */
export function groupOfLine(line: number, { bands }: ExtractAxes): number {
  return Math.floor(line / bands.length);
}

/** Whether a person is in the counted workforce. */
export const isCounted = (person: Person | undefined): person is Person =>
  person !== undefined && person.main !== null;
