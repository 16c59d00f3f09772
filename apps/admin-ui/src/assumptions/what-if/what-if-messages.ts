import type { EditedParameter, Headlines, WhatIfBase } from '#modules/what-if';

/** What the page asks of the what-if worker: to take in a base, or to project it with edits. */
export type WhatIfRequest =
  | { readonly kind: 'base'; readonly base: WhatIfBase }
  | { readonly kind: 'edits'; readonly id: number; readonly edits: readonly EditedParameter[] };

/** The figures with the edits of the request of that id. */
export interface WhatIfAnswer {
  readonly id: number;
  readonly headlines: Headlines;
}
