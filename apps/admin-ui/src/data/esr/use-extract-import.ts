import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EsrFileRole, EsrReport } from '../../api/esr-types';
import { useAnnounce } from '../../shell/announcer';
import { useUpload } from '../use-upload';
import { fileHeaders } from './file-headers';

/** The files and days of an import, as they are chosen. */
export interface ChosenExtract {
  readonly asAt: string;
  readonly earlierAsAt: string;
  readonly files: Readonly<Partial<Record<EsrFileRole, File>>>;
}

/** What a look at the files came to. */
export interface ExtractOutcome {
  readonly report: EsrReport | null;
  readonly error: Error | null;
  /** Headers of the extract, where the browser can read them. */
  readonly headers: readonly string[];
}

/** Looks at an extract, and imports it once that is said; the saved report has a place of its own. */
export function useExtractImport(organisationId: string, onSaved: (id: string) => void) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { progress, send, cancel } = useUpload();
  const [outcome, setOutcome] = useState<ExtractOutcome | null>(null);
  const run = async ({ asAt, earlierAsAt, files }: ChosenExtract, isSaved: boolean) => {
    const days = { organisationId, asAt, ...(earlierAsAt === '' ? {} : { earlierAsAt }) };
    const headers = files.extract === undefined ? [] : await fileHeaders(files.extract);
    try {
      const report = await send<EsrReport>(
        {
          path: isSaved ? '/esr-extracts' : '/esr-extracts/preview',
          query: days,
          parts: files,
        },
        isSaved ? 'Importing' : 'Checking',
      );
      if (report === null) return;
      setOutcome(isSaved ? null : { report, error: null, headers });
      announce(isSaved ? 'The extract is imported.' : 'The extract is checked. Nothing is saved yet.');
      if (!isSaved) return;
      await queries.invalidateQueries({ queryKey: ['esr-extracts', organisationId] });
      onSaved(report.id);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      setOutcome({ report: null, error: failure, headers });
    }
  };
  return {
    outcome,
    progress,
    cancel,
    check: (chosen: ChosenExtract) => run(chosen, false),
    save: (chosen: ChosenExtract) => run(chosen, true),
    clear: () => setOutcome(null),
  };
}
