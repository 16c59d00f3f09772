import { renderToStaticMarkup } from 'react-dom/server';
import { FreeChoices } from './free-choices';

const textOf = (labels: readonly string[], isCost: boolean): string =>
  renderToStaticMarkup(
    <FreeChoices plan={{ freeChoices: labels.map((label) => ({ lever: label, label })) }} isCost={isCost} />,
  );

describe('plans that are as good as the proposal', () => {
  it('are named by the levers in which they differ', () => {
    const text = textOf(['overseas offers', 'newly qualified recruits'], true);
    expect(text).toContain('Other plans cost the same.');
    expect(text).toContain('<li>overseas offers</li><li>newly qualified recruits</li>');
    expect(textOf(['overseas offers'], false)).toContain('Other plans reach as much.');
  });

  it('are not spoken of where there are none', () => {
    expect(textOf([], true)).toBe('');
  });
});
