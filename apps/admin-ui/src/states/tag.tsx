import type { StateWord } from '../words/states';

/** A state in a word, set off by colour. */
export function Tag({ word }: { readonly word: StateWord }) {
  return <strong className={`nhsuk-tag nhsuk-tag--${word.colour}`}>{word.text}</strong>;
}
