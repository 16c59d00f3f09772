import type { ProjectionPolicy, RecruitmentCountry } from '#policy';

/** The entry of a country on the recruitment list in force in a month (`YYYY-MM`), or undefined. */
export function listedCountry(
  { internationalRecruitment }: Pick<ProjectionPolicy, 'internationalRecruitment'>,
  iso3: string,
  month: string,
): RecruitmentCountry | undefined {
  return internationalRecruitment?.countries.find(
    ({ iso3: code, from, to }) =>
      code === iso3 && from.slice(0, 7) <= month && (to === null || to.slice(0, 7) >= month),
  );
}
