/** What a planner must know about a module's figures. */
export function ReportNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section className="wt-card" aria-labelledby="about-figures">
      <h2 className="nhsuk-heading-m wt-card__heading" id="about-figures">
        About these figures
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet wt-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
