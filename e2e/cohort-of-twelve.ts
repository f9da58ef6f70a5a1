/** Days from today between which the twelve can arrive. */
export const arrivals = { from: 250, until: 340 } as const;
/** Nights that each of them stays: two follow each other in a place, a third has no room. */
const nights = 60;

/** The five cities of 2015. */
export const fiveCities = ['Maastricht', 'Middelburg', 'Nijmegen', 'The Hague', 'Utrecht'] as const;

/**
 * Makes twelve people of the sample data a cohort that awaits a place, and gives the five founding cities one new place
 * each, confirmed for as long as it takes; nothing else is open then. What was written about the twelve stays true.
 */
export const cohortOfTwelve = `
DO $$
DECLARE
  city record;
  place uuid;
  partner uuid;
BEGIN
  UPDATE defender SET selection = 'RESERVE' WHERE awaits_place;
  UPDATE defender SET selection = 'SELECTED', selected_on = current_date, needs = '{}', household_size = 1, interpreter = NULL, track = NULL,
    visa_needed = false, passport_valid_until = current_date + 2000, nights_wished = ${String(nights)},
    earliest_arrival = current_date + ${String(arrivals.from)}, latest_arrival = current_date + ${String(arrivals.until)}
  WHERE id IN (
    SELECT d.id FROM defender d WHERE d.selection IN ('RESERVE', 'SHORTLISTED', 'VETTING', 'TRIAGE') AND d.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM stay s WHERE s.defender_id = d.id AND (s.occupies IS NOT NULL OR s.status = 'DRAFT'))
      AND NOT EXISTS (SELECT FROM withheld_from w WHERE w.defender_id = d.id) ORDER BY d.code_name LIMIT 12);
  DELETE FROM defender_city_wish w USING defender d WHERE d.id = w.defender_id AND d.awaits_place;
  UPDATE host_city SET status = 'PAUSED' WHERE name NOT IN ('${fiveCities.join("', '")}');
  UPDATE place SET retired_on = current_date + ${String(arrivals.from - 1)} WHERE retired_on IS NULL
    AND NOT EXISTS (SELECT FROM stay s WHERE s.place_id = place.id AND s.departs_on > current_date + ${String(arrivals.from - 1)});
  FOR city IN SELECT c.id, c.name FROM host_city c WHERE c.status = 'ACTIVE' LOOP
    SELECT a.id INTO partner FROM account a WHERE a.city_id = city.id LIMIT 1;
    INSERT INTO place (city_id, label, kind, step_free) VALUES (city.id, 'New house', 'STUDIO', true) RETURNING id INTO place;
    INSERT INTO capacity_period (place_id, city_id, opens_on, closes_on, status, confirmed_at, confirmed_by_id)
      VALUES (place, city.id, current_date + ${String(arrivals.from - 5)}, current_date + ${String(arrivals.until + nights + 5)}, 'CONFIRMED', now(), partner);
  END LOOP;
END $$`;
