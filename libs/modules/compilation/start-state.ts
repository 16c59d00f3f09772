import { fit } from '#engine';

import type { ProjectionInput, StaffGroupInput } from '../projection/projection-input';
import type { ProjectionNotice } from '../projection/projection-output';
import type { AssumptionReader } from './assumption-reader';
import type { Compiled, StartGroup } from './compile-context';
import { withoutRotationalTrainees } from './rotational-share';

const FIT = { tolerance: 1e-12, maximumIterations: 200 };
/** Relative gap to a marginal above which the fit is worth telling. */
const RESIDUAL_WORTH_TELLING = 1e-6;

/**
 * Start state of every group: headcount over bands, ages and ethnicities fitted to the marginals, FTE
 * in proportion. A group with FTE but no headcount takes FTE over its national participation.
 */
export function startGroups(
  input: ProjectionInput,
  assumptions: AssumptionReader,
): Compiled<readonly StartGroup[]> {
  const notices: ProjectionNotice[] = [];
  const part = input.staffGroups.map((group, index) => {
    const started = assumptions.recall(`start ${group.code}`, group, () =>
      startOfLoaded(input, group, index, assumptions),
    );
    notices.push(...started.notices);
    return started.part;
  });
  return { part, notices };
}

function startOfLoaded(
  input: ProjectionInput,
  loaded: StaffGroupInput,
  index: number,
  assumptions: AssumptionReader,
): Compiled<StartGroup> {
  const own = withoutRotationalTrainees(loaded, input, assumptions);
  const started = startGroup(input, own.part, index, assumptions);
  return { part: started.part, notices: [...own.notices, ...started.notices] };
}

function startGroup(
  input: ProjectionInput,
  group: StaffGroupInput,
  index: number,
  assumptions: AssumptionReader,
): Compiled<StartGroup> {
  const assumed = assumptions.atStart('retention.participation-at-start', group.code);
  const isHeadcountMissing = group.headcount === 0 && group.fte > 0;
  const totalHeadcount = isHeadcountMissing ? group.fte / assumed : group.headcount;
  const participation = totalHeadcount > 0 && group.fte > 0 ? group.fte / totalHeadcount : assumed;
  const totalFte = group.fte > 0 ? group.fte : totalHeadcount * participation;
  const fitted = fitCells(input, group, totalHeadcount);
  const ratio = totalHeadcount > 0 ? totalFte / totalHeadcount : 0;
  return {
    part: {
      group,
      index,
      headcount: fitted.cells,
      fte: fitted.cells.map((people) => people * ratio),
      participation,
      totalHeadcount,
      totalFte,
      bandShares: sharesOf(group.bandShares),
    },
    notices: [
      ...(isHeadcountMissing ? [headcountDerived(group, totalHeadcount)] : []),
      ...(fitted.residual > RESIDUAL_WORTH_TELLING ? [fitResidual(group, fitted.residual)] : []),
    ],
  };
}

function fitCells(input: ProjectionInput, group: StaffGroupInput, total: number) {
  const bands = sharesOf(group.bandShares);
  const ages = sharesOf(group.ageShares);
  const ethnicities = sharesOf(group.ethnicityShares);
  const size = input.bands.length * input.ageBands.length * input.ethnicities.length;
  if (total === 0) return { cells: new Array<number>(size).fill(0), residual: 0 };
  const joint = jointSeed(group, bands, ethnicities);
  const classes = ethnicities.length;
  const seed = new Array<number>(size);
  for (let cell = 0; cell < size; cell += 1) {
    const band = Math.floor(cell / (ages.length * classes));
    seed[cell] = joint[band * classes + (cell % classes)] ?? 0;
  }
  const scale = (shares: readonly number[]): number[] => shares.map((share) => share * total);
  const { cells, residual } = fit({ seed, margins: [bands, ages, ethnicities].map(scale) }, FIT);
  return { cells: Array.from(cells), residual };
}

/** The given joint profile; a band or class that it lacks takes the group's own shares, so that the fit can meet them. */
function jointSeed(
  group: StaffGroupInput,
  bands: readonly number[],
  ethnicities: readonly number[],
): readonly number[] {
  const given = group.bandByEthnicity;
  const width = ethnicities.length;
  const independent = bands.flatMap((band) => ethnicities.map((ethnicity) => band * ethnicity));
  if (given === undefined) return independent;
  const isRowKnown = bands.map((_, band) => given.slice(band * width, (band + 1) * width).some(isPositive));
  const isColumnKnown = ethnicities.map((_, column) =>
    bands.some((__, band) => isPositive(given[band * width + column])),
  );
  return independent.map((fallback, cell) => {
    const isKnown = isRowKnown[Math.floor(cell / width)] === true && isColumnKnown[cell % width] === true;
    return isKnown ? (given[cell] ?? 0) : fallback;
  });
}

function isPositive(value: number | undefined): boolean {
  return value !== undefined && value > 0;
}

/** Shares that sum to 1 within rounding, made to sum to 1. */
function sharesOf(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function headcountDerived(group: StaffGroupInput, headcount: number): ProjectionNotice {
  return {
    code: 'headcount-derived',
    staffGroup: group.code,
    message: `${group.name}: the baseline has FTE only; headcount is FTE over national participation.`,
    amount: headcount,
  };
}

function fitResidual(group: StaffGroupInput, residual: number): ProjectionNotice {
  return {
    code: 'start-state-residual',
    staffGroup: group.code,
    message: `${group.name}: bands, ages and ethnicity cannot all be met at once; the gap is this share of the group.`,
    amount: residual,
  };
}
