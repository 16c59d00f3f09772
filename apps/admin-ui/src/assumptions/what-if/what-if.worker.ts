import { WhatIfProjection } from '#modules/what-if';
import type { WhatIfAnswer, WhatIfRequest } from './what-if-messages';

/** The worker's side of a web worker, as far as it is used. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WhatIfRequest>) => void) | null;
  postMessage(answer: WhatIfAnswer): void;
}

const scope = self as unknown as WorkerScope;
let projection: WhatIfProjection | null = null;

/** Projects the unit with the edits, off the page's main thread. */
scope.onmessage = ({ data }) => {
  if (data.kind === 'edits') {
    const headlines = projection?.headlinesWith(data.edits);
    if (headlines !== undefined) scope.postMessage({ id: data.id, headlines });
    return;
  }
  if (projection !== null) {
    projection.goOnFrom(data.base);
    return;
  }
  projection = new WhatIfProjection(data.base);
  // The first projection takes longest: it is made before anything is asked.
  projection.headlinesWith([]);
};
