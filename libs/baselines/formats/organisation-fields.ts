import type { OrganisationType } from '#organisations';
import type { CsvRow } from '../imports/csv-rows';
import { quoted } from '../imports/import-fault';
import type { DescribedOrganisation, ReadingContext } from './published-format';
import type { RowFields } from './row-fields';

/** Names of the columns that describe the employer of a row. */
export interface OrganisationColumns {
  readonly code: string;
  readonly name: string;
}

const ODS_CODE = /^[A-Z0-9]{2,12}$/;

/** Reads the employers of rows; each is described once, from its first row. */
export class OrganisationFields {
  private readonly known = new Map<string, DescribedOrganisation>();

  constructor(
    private readonly columns: OrganisationColumns,
    private readonly fields: RowFields,
    private readonly context: ReadingContext,
  ) {}

  /** The code of the employer; undefined (and a fault) when it is none of the ODS. */
  code(row: CsvRow, monthEnd: string | null): string | undefined {
    const code = this.fields.text(row, this.columns.code);
    if (this.known.has(code)) return code;
    if (!ODS_CODE.test(code)) {
      this.context.faults.add({
        line: row.line,
        column: this.columns.code,
        rule: 'is-ods-code',
        message: `${quoted(code)} is not an organisation code.`,
        fix: 'Use the code of the Organisation Data Service: capital letters and digits.',
      });
      return undefined;
    }
    if (monthEnd === null) return undefined;
    const organisation = this.describe(row, code);
    this.known.set(code, organisation);
    this.context.sink.organisation(organisation, monthEnd);
    return code;
  }

  private describe(row: CsvRow, code: string): DescribedOrganisation {
    const benchmarkGroup = this.fields.text(row, 'BENCHMARK_GROUP').toLowerCase().replaceAll('&', 'and');
    return {
      code,
      name: this.fields.text(row, this.columns.name) || code,
      type: typeOf(this.fields.text(row, 'CLUSTER_GROUP'), code),
      sector: benchmarkGroup.replace(/[^a-z0-9]+/g, '-').slice(0, 40),
      systemCode: this.fields.text(row, 'ICS_CODE'),
      regionCode: this.fields.text(row, 'NHSE_REGION_CODE'),
    };
  }
}

/** The published cluster names the kind of body; codes of NHS trusts start with R or T. */
function typeOf(cluster: string, code: string): OrganisationType {
  if (cluster === 'Integrated Care Board') return 'icb';
  if (cluster === 'Commissioning Support Unit') return 'commissioning-support-unit';
  if (cluster === 'Others') return 'special-health-authority';
  return /^[RT]/.test(code) ? 'trust' : 'community-interest-company';
}
