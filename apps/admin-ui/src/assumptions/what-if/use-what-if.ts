import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Headlines, WhatIfBase } from '#modules/what-if';
import { whatIfQuery, type Unit } from '../../api/queries';
import type { EditBook } from '../grid/edit-book';
import { editedParameters } from './edited-parameters';
import type { WhatIfAnswer, WhatIfRequest } from './what-if-messages';

/** The engine in a web worker; answers that a newer question has overtaken are passed over. */
class WhatIfEngine {
  private readonly worker = new Worker(new URL('./what-if.worker.ts', import.meta.url), { type: 'module' });
  private asked = 0;

  constructor(onAnswer: (headlines: Headlines) => void) {
    this.worker.onmessage = ({ data }: MessageEvent<WhatIfAnswer>) => {
      if (data.id === this.asked) onAnswer(data.headlines);
    };
  }

  tell(request: Extract<WhatIfRequest, { kind: 'base' }>): void {
    this.worker.postMessage(request);
  }

  ask(edits: Extract<WhatIfRequest, { kind: 'edits' }>['edits']): void {
    this.asked += 1;
    this.worker.postMessage({ kind: 'edits', id: this.asked, edits } satisfies WhatIfRequest);
  }

  close(): void {
    this.worker.terminate();
  }
}

/** The engine of a unit, opened with the page, so that the first edit is answered as soon as the others. */
function useEngine(unit: Unit, base: WhatIfBase | null, onAnswer: (headlines: Headlines) => void) {
  const engine = useRef<WhatIfEngine | null>(null);
  const isProjected = base !== null;
  const { scenarioId, organisationId } = unit;
  useEffect(() => {
    if (!isProjected) return undefined;
    const opened = new WhatIfEngine(onAnswer);
    engine.current = opened;
    return () => {
      engine.current = null;
      opened.close();
    };
  }, [scenarioId, organisationId, isProjected, onAnswer]);
  useEffect(() => {
    if (base !== null) engine.current?.tell({ kind: 'base', base });
  }, [base, scenarioId, organisationId]);
  return engine;
}

/**
 * The headline figures as the entries of this session make them, within a moment of each edit; null where
 * nothing was edited, or where the organisation is not projected itself.
 */
export function useWhatIf(unit: Unit, resultId: string | null, book: EditBook): Headlines | null {
  const { data: base = null } = useQuery(whatIfQuery(unit, resultId));
  const [headlines, setHeadlines] = useState<Headlines | null>(null);
  const engine = useEngine(unit, base, setHeadlines);
  const edits = useMemo(() => editedParameters(book), [book]);
  const hasEdits = edits.length > 0;
  useEffect(() => {
    if (hasEdits) engine.current?.ask(edits);
  }, [engine, edits, hasEdits, base]);
  return hasEdits ? headlines : null;
}
