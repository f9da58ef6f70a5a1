import type { DefenderLine } from '@shelter-city/contract/defenders';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import type { LineRow } from './defender-lines.repository.ts';

/** A line of the list. */
export const presentLine = (row: LineRow): DefenderLine => ({
  id: row.id,
  code: slugOfCodeName(row.code_name),
  codeName: row.code_name,
  selection: row.selection,
  selectedOn: row.selected_on,
  languages: [...row.languages],
  needs: [...row.needs],
  householdSize: row.household_size,
  earliestArrival: row.earliest_arrival,
  latestArrival: row.latest_arrival,
  nightsWished: row.nights_wished,
  track: row.track,
  caseLead: row.lead_id === null ? null : { id: row.lead_id, displayName: row.lead_name ?? '' },
  stay: row.stay,
  version: row.version,
});
