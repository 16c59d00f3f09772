import type { EngineGroup, GroupRunOutput, GroupRunRates } from '#engine';

import { lineOf, type StartGroup } from '../../compilation';
import { compileGroup, compilePosts } from '../../projection/compile-projection';
import { asTheyAre, type AdjustedPosts } from '../../skill-mix/adjust-posts';
import { HEADLINE_MEASURES } from '../projection-draws';
import { groupLines } from '../run-lines';
import { hasSameLayout, writeRates } from '../run-rates';
import type { DrawnContext } from './drawn-context';
import type { DrawnGroup } from './kernel-group';

/** A group whose draws are compiled and derived by the modules: it uses what the kernel does not restate. */
export class ModuleGroup implements DrawnGroup {
  private compiled: { readonly group: EngineGroup; readonly posts: AdjustedPosts } | null = null;

  constructor(
    private readonly start: StartGroup,
    private readonly model: EngineGroup,
    private readonly drawn: DrawnContext,
  ) {}

  writeRates(rates: GroupRunRates): boolean {
    const { context } = this.drawn;
    const posts = asTheyAre(compilePosts(this.start, context).part);
    const group = compileGroup(this.start, posts, context).part;
    this.compiled = { group, posts };
    if (!hasSameLayout(this.model, group)) return false;
    writeRates(group, rates);
    return true;
  }

  writeLines(target: Float64Array, run: GroupRunOutput, factors: Float64Array): boolean {
    if (this.compiled === null) return false;
    const { start } = this;
    const lines = groupLines({ start, run, ...this.compiled }, this.drawn.context, factors);
    HEADLINE_MEASURES.forEach((measure, place) => {
      target.set(lineOf({ lines }, measure), place * factors.length);
    });
    return true;
  }
}
