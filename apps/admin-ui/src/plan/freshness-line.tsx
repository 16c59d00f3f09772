import type { Freshness } from '../api/types';
import { Tag } from '../states/tag';
import { calculatedAt, freshnessWord } from '../words/states';

/** How current the figures are, in a tag and a sentence. */
export function FreshnessLine({ freshness }: { readonly freshness: Freshness }) {
  return (
    <span className="wt-freshness" data-freshness={freshness.state}>
      <Tag word={freshnessWord(freshness)} /> <span>{calculatedAt(freshness)}</span>
    </span>
  );
}
