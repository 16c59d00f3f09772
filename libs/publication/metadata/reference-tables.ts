import type { EntityManager } from 'typeorm';

interface PeriodRow {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface MembershipRow {
  readonly organisationId: string;
  readonly parentCode: string;
  readonly relation: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Every organisation with the names and parents it had when, and who took over from whom. */
export async function organisationsDocument(manager: EntityManager): Promise<object> {
  const periods = await manager.query<PeriodRow[]>(
    `SELECT organisation_id AS organisationId, ods_code AS code, name, type, valid_from AS validFrom,
            valid_to AS validTo
       FROM organisation_period WHERE type <> 'unit' ORDER BY organisation_id, valid_from`,
  );
  const memberships = await readMemberships(manager);
  const ids = [...new Set(periods.map(({ organisationId }) => organisationId))];
  const organisations = ids.map((id) => ({
    periods: periods.filter((row) => row.organisationId === id).map(withoutId),
    parents: memberships.filter((row) => row.organisationId === id).map(withoutId),
  }));
  const firstCode = (organisation: (typeof organisations)[number]): string =>
    organisation.periods[0]?.code ?? '';
  return {
    organisations: organisations.sort((left, right) => (firstCode(left) < firstCode(right) ? -1 : 1)),
    successions: await readSuccessions(manager),
  };
}

/** The tree of staff groups in its order. */
export async function staffGroupsDocument(manager: EntityManager): Promise<object> {
  const rows = await manager.query<Record<'isLeaf' | 'isRegistered' | 'isMedical', number>[]>(
    `SELECT code, parent_code AS parent, name, position, is_leaf AS isLeaf, is_registered AS isRegistered,
            is_medical AS isMedical FROM staff_group ORDER BY position, code`,
  );
  return {
    staffGroups: rows.map((row) => ({
      ...row,
      isLeaf: Boolean(row.isLeaf),
      isRegistered: Boolean(row.isRegistered),
      isMedical: Boolean(row.isMedical),
    })),
  };
}

/** Parents by the code that they had when the membership began. */
function readMemberships(manager: EntityManager): Promise<MembershipRow[]> {
  return manager.query(
    `SELECT m.organisation_id AS organisationId, parent.ods_code AS parentCode, m.relation,
            m.valid_from AS validFrom, m.valid_to AS validTo
       FROM organisation_membership m
       JOIN organisation_period parent ON parent.organisation_id = m.parent_id
        AND parent.valid_from <= m.valid_from AND (parent.valid_to IS NULL OR parent.valid_to > m.valid_from)
      ORDER BY m.organisation_id, m.valid_from, m.relation`,
  );
}

function readSuccessions(manager: EntityManager): Promise<object[]> {
  const codeAt = (end: 'predecessor' | 'successor'): string =>
    `(SELECT p.ods_code FROM organisation_period p WHERE p.organisation_id = s.${end}_id
       AND p.valid_from <= s.effective_on ORDER BY p.valid_from DESC LIMIT 1) AS ${end}`;
  return manager.query(
    `SELECT ${codeAt('predecessor')}, ${codeAt('successor')}, s.effective_on AS effectiveOn, s.kind
       FROM organisation_succession s ORDER BY s.effective_on, predecessor, successor`,
  );
}

function withoutId<Row extends { readonly organisationId: string }>(row: Row): Omit<Row, 'organisationId'> {
  const { organisationId: _organisationId, ...rest } = row;
  return rest;
}
