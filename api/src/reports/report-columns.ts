/** The columns of the report's files, by the names under which the audit log knows them. */
export const reportColumns = ['part', 'name', 'persons', 'stays', 'nights', 'nightsOffered', 'occupancyPercent', 'countries', 'cities'] as const;
export type ReportColumn = (typeof reportColumns)[number];
