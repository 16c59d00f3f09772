import { ViewLinks } from '../downloads/view-links';
import type { Overview } from '../api/types';
import { Chooser } from '../controls/chooser';
import type { LineChoice, OverviewView } from './overview-view';
import { linesOf } from './overview-view';
import { foldableCodes } from './staff-group-rows';
import { StaffGroupTable } from './staff-group-table';

const LINE_CHOICES: readonly { readonly value: LineChoice; readonly label: string }[] = [
  { value: 'main', label: 'Staff in post, establishment, requirement and gap' },
  { value: 'all', label: 'Every line' },
  { value: 'staff-in-post', label: 'Staff in post' },
  { value: 'establishment', label: 'Funded establishment' },
  { value: 'requirement', label: 'Requirement' },
  { value: 'gap', label: 'Gap' },
  { value: 'vacancy', label: 'Vacancy' },
  { value: 'pay-bill', label: 'Pay bill' },
];

interface StaffGroupCardProps {
  readonly overview: Overview;
  readonly view: OverviewView;
  readonly chosen: string;
}

/** The table of all staff groups, with the choice of lines and of how far the tree is unfolded. */
export function StaffGroupCard({ overview, view, chosen }: StaffGroupCardProps) {
  const foldable = foldableCodes(overview.staffGroups);
  const toggle = (code: string) => {
    const open = new Set(view.open);
    if (!open.delete(code)) open.add(code);
    view.setOpen([...open]);
  };
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">Staff groups by year</h2>
      <div className="wt-toolbar">
        <Chooser
          label="Lines"
          value={view.lines}
          options={LINE_CHOICES}
          onChoose={(lines) => view.chooseLines(lines as LineChoice)}
        />
        <div className="wt-toolbar__buttons">
          <button type="button" className="wt-link-button" onClick={() => view.setOpen(foldable)}>
            Expand all
          </button>
          <button type="button" className="wt-link-button" onClick={() => view.setOpen([])}>
            Collapse all
          </button>
        </div>
      </div>
      <StaffGroupTable
        overview={overview}
        open={view.open}
        lines={linesOf(view.lines)}
        chosen={chosen}
        onToggle={toggle}
        onChoose={view.chooseGroup}
      />
      <p className="wt-caption">
        WTE, with headcount in grey beside staff in post. Gap is requirement less staff in post. Choose a
        staff group’s name to show it in the charts, a figure to see how it came about; arrow keys move
        between figures.
      </p>
      <ViewLinks title="table Staff groups by year" table="staff-groups" />
    </>
  );
}
