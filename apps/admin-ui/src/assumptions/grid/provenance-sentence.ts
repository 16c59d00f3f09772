import type { ParameterDefinition } from '#modules/registry';
import type { Cell } from '../../api/types';
import { financialYear, formatMoment } from '../../words/dates';
import { valueInWords } from './cell-text';
import { contentOfCell, isProposed, isUnfounded } from './cell-content';
import type { CellView } from './grid-model';

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Where the cell itself is, to tell what it inherits from elsewhere. */
interface Place {
  readonly organisationId: string;
  readonly scenarioId: string;
}

function elsewhere(view: CellView, place: Place): string[] {
  const { provenance } = view.cell;
  const parts: string[] = [];
  if (provenance.organisation !== null && provenance.organisation.id !== place.organisationId) {
    parts.push(`at ${provenance.organisation.name}`);
  }
  if (provenance.staffGroup !== null && provenance.staffGroup.code !== view.address.staffGroup) {
    parts.push(`for ${provenance.staffGroup.name}`);
  }
  if (provenance.year !== null && provenance.year !== view.address.year) {
    parts.push(`from ${financialYear(provenance.year)} on`);
  }
  if (provenance.scenario !== null && provenance.scenario.id !== place.scenarioId) {
    parts.push(`in ${provenance.scenario.name}`);
  }
  return parts;
}

function enteredWords(view: CellView, place: Place, now?: Date): string {
  const { provenance, status } = view.cell;
  const verb = status === 'calibrated' ? 'Calibrated' : 'Entered';
  const author = provenance.author === null ? [] : [`by ${provenance.author}`];
  const moment = provenance.at === null ? [] : [`(${formatMoment(provenance.at, now)})`];
  return withStop([verb, ...elsewhere(view, place), ...author, ...moment].join(' '));
}

function localWords(cell: Cell, definition: ParameterDefinition): string[] {
  if (cell.local === null) return [];
  const { value, weight, peer } = cell.local;
  const peers = `peers ${valueInWords(peer, definition)}`;
  if (value === null) return [`No history of its own; ${peers}.`];
  return [`Own history ${valueInWords(value, definition)} (weight ${Math.round(weight * 100)}%), ${peers}.`];
}

function rangeWords(cell: Cell, definition: ParameterDefinition): string[] {
  if (cell.low === null || cell.high === null) return [];
  return [`Likely range ${valueInWords(cell.low, definition)} to ${valueInWords(cell.high, definition)}.`];
}

function originWords(view: CellView, place: Place, now?: Date): string[] {
  const { cell } = view;
  const source = cell.source ?? cell.basis;
  const sourceWords = source === null || source === '' ? [] : [withStop(source)];
  if (cell.provenance.level === 'sum') return ['The sum of the staff groups below.'];
  if (cell.provenance.level === 'national-default') {
    const status = cell.status === null ? '' : ` (${cell.status})`;
    return [`National default${status}.`, ...sourceWords];
  }
  return [enteredWords(view, place, now), ...sourceWords];
}

/** Says how an own value acts on what it would inherit. */
function operationWords(cell: Cell): string[] {
  if (cell.operation === 'add') return ['Adds to the value that it would inherit.'];
  if (cell.operation === 'multiply')
    return [`Multiplies the value that it would inherit by ${cell.operand ?? 1}.`];
  return [];
}

function noteWords({ note, status }: Cell): string[] {
  if (note === null || note === '') return [];
  return [status === 'calibrated' ? withStop(note) : `Reason: ${withStop(note)}`];
}

/** A return is not taken with values that stand on nothing: said while there is time. */
function unfoundedWords(cell: Cell): string[] {
  const content = contentOfCell(cell);
  if (isProposed(content)) return ['A return needs a basis of your own in place of these words.'];
  return cell.status !== 'calibrated' && isUnfounded(content)
    ? ['No source yet: a return needs one for each value entered.']
    : [];
}

/** Where the saved value of a cell comes from, how sure it is, and who entered it. */
export function provenanceSentence(
  view: CellView,
  definition: ParameterDefinition,
  place: Place,
  now?: Date,
): string {
  const { cell } = view;
  return [
    `${valueInWords(cell.value, definition)}.`,
    ...originWords(view, place, now),
    ...operationWords(cell),
    ...rangeWords(cell, definition),
    ...localWords(cell, definition),
    ...noteWords(cell),
    ...unfoundedWords(cell),
  ].join(' ');
}
