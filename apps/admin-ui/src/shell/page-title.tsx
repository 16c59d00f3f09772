/** Sets the title of the browser's tab: the page first, the product last. */
export function PageTitle({ parts }: { readonly parts: readonly string[] }) {
  return <title>{[...parts, 'Wholetime'].join(' - ')}</title>;
}
