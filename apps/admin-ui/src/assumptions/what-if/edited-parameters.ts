import type { EditedCell, EditedParameter } from '#modules/what-if';
import type { CellContent } from '../grid/cell-content';
import { currentContent, type EditBook } from '../grid/edit-book';

/** What a cell holds for a projection; an entry that can't be saved is as if it were not there. */
function ownOf(content: CellContent): EditedCell['own'] {
  if (content.kind !== 'own') return null;
  const { operation, value, low, high } = content;
  return { operation, value, low, high };
}

function canBeSaved(book: EditBook, key: string): boolean {
  const state = book.drafts.get(key)?.state;
  return state === undefined || state === 'waiting' || state === 'saving';
}

/** The parameters that were edited in this session, undone edits included. */
function touched({ drafts, history }: EditBook): ReadonlySet<string> {
  const steps = [...history.done, ...history.undone];
  const addresses = [
    ...[...drafts.values()].map(({ address }) => address),
    ...steps.flatMap(({ changes }) => changes.map(({ address }) => address)),
  ];
  return new Set(addresses.map(({ parameter }) => parameter));
}

/**
 * The cells of every parameter that was edited, as they will stand once everything is saved. They are told
 * whole, so that it doesn't matter which of them the server has taken in already.
 */
export function editedParameters(book: EditBook): readonly EditedParameter[] {
  const parameters = touched(book);
  const cells = new Map([...parameters].map((parameter) => [parameter, [] as EditedCell[]]));
  if (parameters.size === 0) return [];
  for (const key of book.known.keys()) {
    const [parameter = '', staffGroup = '', year = ''] = key.split('|');
    const list = cells.get(parameter);
    if (list === undefined || !canBeSaved(book, key)) continue;
    list.push({ staffGroup, year: Number(year), own: ownOf(currentContent(book, key)) });
  }
  return [...cells].map(([parameter, list]) => ({ parameter, cells: list }));
}
