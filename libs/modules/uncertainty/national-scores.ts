import { Substream } from '#engine';

/** Names that are remembered, far above what an installation has; with more, all are forgotten. */
const MOST_NAMES = 4096;
/** Draws of a name that are remembered; later ones are worked out each time. */
const MOST_DRAWS = 16_384;

/** The standard score of a draw. */
export type ScoreOfDraw = (draw: number) => number;

let remembered: { readonly seed: string; readonly byName: Map<string, ScoreOfDraw> } = {
  seed: '',
  byName: new Map(),
};

/**
 * Scores of a name under a seed that all organisations share: worked out once, and remembered for the next
 * organisation as long as the seed stays.
 */
export function nationalScores(seed: string, name: string): ScoreOfDraw {
  if (remembered.seed !== seed || remembered.byName.size >= MOST_NAMES) {
    remembered = { seed, byName: new Map() };
  }
  const known = remembered.byName.get(name) ?? rememberedScores(new Substream(seed, name));
  remembered.byName.set(name, known);
  return known;
}

function rememberedScores(stream: Substream): ScoreOfDraw {
  let scores = new Float64Array(0);
  return (draw) => {
    if (draw >= MOST_DRAWS) return stream.normal(draw);
    if (draw >= scores.length) scores = grown(scores, draw + 1);
    const known = scores[draw] as number;
    if (!Number.isNaN(known)) return known;
    const score = stream.normal(draw);
    scores[draw] = score;
    return score;
  };
}

/** Twice as many, or as many as needed; NaN where nothing is known. */
function grown(scores: Float64Array, needed: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(Math.max(needed, 2 * scores.length)).fill(NaN);
  more.set(scores);
  return more;
}
