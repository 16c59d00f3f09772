import { v7 } from 'uuid';

/** A new surrogate identifier: UUID version 7 (RFC 9562), lower case, sortable by time of creation. */
export function newId(): string {
  return v7();
}
