/** The views of a return or plan. */
export const DOCUMENT_VIEWS = [
  { code: 'status', label: 'Status and sign-off' },
  { code: 'sections', label: 'Sections' },
  { code: 'checks', label: 'Checks' },
  { code: 'versions', label: 'Versions' },
] as const;
export type DocumentView = (typeof DOCUMENT_VIEWS)[number]['code'];

/** The list of the returns and plans of a round. */
export const roundDocumentsAddress = (roundId: string): string => `/rounds/${roundId}/sign-off`;

/** A view of a return or plan; `part` is the section or the pair of versions that is open. */
export function documentAddress(documentId: string, view: DocumentView = 'status', part?: string): string {
  const address = view === 'status' ? `/sign-off/${documentId}` : `/sign-off/${documentId}/${view}`;
  return part === undefined ? address : `${address}/${part}`;
}
