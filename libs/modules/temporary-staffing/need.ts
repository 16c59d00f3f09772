import { precededBy, productOfSeries, sumOfSeries, timesFactor, type RateContext } from '../compilation';

/** Need for temporary staff by where it comes from, FTE, one value per month end of the timeline. */
export interface TemporaryNeed {
  readonly vacancies: readonly number[];
  /** Absence beyond the funded headroom. */
  readonly absence: readonly number[];
  /** Escalation, enhanced care, and what the actual use of the baseline month leaves unexplained. */
  readonly aboveEstablishment: readonly number[];
}

/** Means of each month, the baseline month first, FTE. */
export interface PostsOfMonths {
  readonly establishment: readonly number[];
  readonly inPost: readonly number[];
  /** Absent of those in post, through sickness and otherwise. */
  readonly absent: readonly number[];
}

/**
 * Need before calibration:
 * `max(0, establishment - contracted) x fill share + cover share x max(0, absent - funded headroom) +
 * demand above establishment`. Absent FTE are all absence that headroom is meant for, sickness and other.
 * Headroom is funded with the posts, so that people in post carry theirs, at most for the posts there
 * are; the headroom of a vacant post is in the vacancy. Source: projection model, section 4.
 */
export function modelledNeed(
  staffGroup: string,
  posts: PostsOfMonths,
  { assumptions }: RateContext,
): TemporaryNeed {
  const monthly = (name: string): readonly number[] => {
    const key = `temporary-staffing.${name}`;
    return precededBy(assumptions.atStart(key, staffGroup), assumptions.monthly(key, staffGroup));
  };
  const fillShare = monthly('vacancy-fill-share');
  const coverShare = monthly('absence-cover-share');
  const headroom = monthly('funded-headroom');
  const vacant = new Array<number>(posts.inPost.length);
  const uncovered = new Array<number>(posts.inPost.length);
  for (let month = 0; month < posts.inPost.length; month += 1) {
    const fte = posts.inPost[month] ?? 0;
    const establishment = posts.establishment[month] ?? 0;
    const funded = Math.min(fte, establishment) * (headroom[month] ?? 0);
    vacant[month] = Math.max(0, establishment - fte);
    uncovered[month] = Math.max(0, Math.min(fte, posts.absent[month] ?? 0) - funded);
  }
  return {
    vacancies: productOfSeries(vacant, fillShare),
    absence: productOfSeries(coverShare, uncovered),
    aboveEstablishment: monthly('demand-above-establishment'),
  };
}

/** How the modelled need is brought to the actual use of the baseline month. */
export interface NeedCalibration {
  /** Times the need from vacancies and absence; 1 without actual figures. */
  readonly factor: number;
  /** Times the demand above establishment as entered: 1 unless it alone exceeds the actual use. */
  readonly demandFactor: number;
  /** Actual use that not even the largest factor explains, carried on as it is. */
  readonly unexplained: number;
}

/** A need that small explains nothing: scaled further, a post more or less would move it out of all proportion. */
const LARGEST_FACTOR = 5;
const UNCALIBRATED: NeedCalibration = { factor: 1, demandFactor: 1, unexplained: 0 };

/**
 * Calibration to the FTE of bank and agency used in the baseline month: demand above establishment is as
 * entered, the need from vacancies and absence is scaled to the rest, at most fivefold; what is beyond is
 * carried on as it is. No actual use (0) leaves the need as modelled.
 */
export function calibrateNeed(need: TemporaryNeed, actual: number): NeedCalibration {
  if (actual === 0) return UNCALIBRATED;
  const demand = need.aboveEstablishment[0] ?? 0;
  const scalable = (need.vacancies[0] ?? 0) + (need.absence[0] ?? 0);
  const rest = actual - demand;
  if (rest < 0) return { ...UNCALIBRATED, factor: 0, demandFactor: actual / demand };
  if (rest > scalable * LARGEST_FACTOR) {
    return { ...UNCALIBRATED, factor: LARGEST_FACTOR, unexplained: rest - scalable * LARGEST_FACTOR };
  }
  return { ...UNCALIBRATED, factor: scalable > 0 ? rest / scalable : 1 };
}

/** The need after calibration. */
export function calibratedNeed(
  need: TemporaryNeed,
  { factor, demandFactor, unexplained }: NeedCalibration,
): TemporaryNeed {
  return {
    vacancies: timesFactor(need.vacancies, factor),
    absence: timesFactor(need.absence, factor),
    aboveEstablishment: need.aboveEstablishment.map((fte) => fte * demandFactor + unexplained),
  };
}

/** Sum of the parts, by month. */
export function totalNeed({ vacancies, absence, aboveEstablishment }: TemporaryNeed): readonly number[] {
  return sumOfSeries([vacancies, absence, aboveEstablishment]);
}
