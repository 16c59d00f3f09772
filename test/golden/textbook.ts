import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT_CAUSES, type EngineGroup, type EngineInput, type JoinerSource } from '#engine';

/** Reads a published case beside this file. */
export function readVector<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, 'vectors', `${name}.json`), 'utf8')) as T;
}

/** The published figure lies within what the tolerance or the source's rounding allows. */
export function expectNear(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance);
}

export interface TextbookGroup {
  readonly code: string;
  readonly people: number;
  /** Probabilities of exit in a step by cause, in the order of EXIT_CAUSES; missing ones are 0. */
  readonly exits?: readonly number[];
  readonly joiners?: number;
  readonly ftePerHead?: number;
}

export interface TextbookCase {
  readonly groups: readonly TextbookGroup[];
  readonly months: number;
  readonly stepYears: number;
  readonly moves?: readonly { readonly from: number; readonly to: number; readonly probability: number }[];
}

/** An organisation of one-cell groups with constant rates: the shape of textbook cases. */
export function textbookInput({ groups, months, stepYears, moves = [] }: TextbookCase): EngineInput {
  const constant = (value: number): number[] => Array.from({ length: months }, () => value);
  return {
    bands: 1,
    ageBandWidths: [null],
    ethnicities: 1,
    months,
    stepYears,
    groups: groups.map((group) => textbookGroup(group, constant)),
    moves: moves.map(({ from, to, probability }) => ({
      fromGroup: from,
      fromBand: 0,
      toGroup: to,
      toBand: 0,
      probability: constant(probability),
      people: constant(0),
    })),
  };
}

function textbookGroup(group: TextbookGroup, constant: (value: number) => number[]): EngineGroup {
  const ftePerHead = group.ftePerHead ?? 1;
  const source: JoinerSource = 'wider-labour-market';
  return {
    code: group.code,
    headcount: [group.people],
    fte: [group.people * ftePerHead],
    plannedExits: constant(0),
    exitProbability: EXIT_CAUSES.map((_, cause) => constant(group.exits?.[cause] ?? 0)),
    shareToSameSystem: constant(0),
    shareToOtherNhs: constant(0),
    recruitment: {
      mode: 'planned',
      sources: [
        {
          source,
          people: constant(group.joiners ?? 0),
          ftePerHead,
          profiles: [[1]],
          profileOfMonth: constant(0),
        },
      ],
    },
    participationFactor: constant(1),
    absence: constant(0),
    costs: [],
  };
}
