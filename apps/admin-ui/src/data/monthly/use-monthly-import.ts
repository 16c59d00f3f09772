import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MonthlyReport } from '../../api/monthly-types';
import { useAnnounce } from '../../shell/announcer';
import { fileHeaders } from '../esr/file-headers';
import { useUpload } from '../use-upload';
import type { MonthlySubject } from './monthly-queries';

/** What a look at a file came to. */
export interface MonthlyOutcome {
  readonly report: MonthlyReport | null;
  readonly error: Error | null;
  /** Headers of the file, where the browser can read them. */
  readonly headers: readonly string[];
}

/** Looks at a ledger or roster, and imports it once that is said; the saved report has a place of its own. */
export function useMonthlyImport({ kind, organisationId }: MonthlySubject, onSaved: (id: string) => void) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { progress, send, cancel } = useUpload();
  const [outcome, setOutcome] = useState<MonthlyOutcome | null>(null);
  const run = async (file: File, isSaved: boolean) => {
    const headers = await fileHeaders(file);
    const path = isSaved ? `/monthly-files/${kind}` : `/monthly-files/${kind}/preview`;
    try {
      const upload = { path, query: { organisationId }, parts: { file } };
      const report = await send<MonthlyReport>(upload, isSaved ? 'Importing' : 'Checking');
      if (report === null) return;
      setOutcome(isSaved ? null : { report, error: null, headers });
      announce(isSaved ? 'The file is imported.' : 'The file is checked. Nothing is saved yet.');
      if (!isSaved) return;
      await queries.invalidateQueries({ queryKey: ['monthly-files', kind, organisationId] });
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
    check: (file: File) => run(file, false),
    save: (file: File) => run(file, true),
    clear: () => setOutcome(null),
  };
}
