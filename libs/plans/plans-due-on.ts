/** Plans go in before the March before their first year ends: `YYYY-MM-DD`. */
export function plansDueOn({ firstYear }: { readonly firstYear: number }): string {
  return `${firstYear}-03-31`;
}
