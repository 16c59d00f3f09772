import { project } from '#modules/projection';
import { headlineFigures, inputWithEdits, type WhatIfBase } from '#modules/what-if';
import type { WhatIfAnswer, WhatIfRequest } from './what-if-messages';

/** The worker's side of a web worker, as far as it is used. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WhatIfRequest>) => void) | null;
  postMessage(answer: WhatIfAnswer): void;
}

const scope = self as unknown as WorkerScope;
let base: WhatIfBase | null = null;

/** Projects the unit with the edits, off the page's main thread. */
scope.onmessage = ({ data }) => {
  if (data.kind === 'base') {
    base = data.base;
    return;
  }
  if (base === null) return;
  const output = project(inputWithEdits(base, data.edits));
  const headlines = headlineFigures(output, base.staffGroups, base.input.calendar);
  scope.postMessage({ id: data.id, headlines });
};
