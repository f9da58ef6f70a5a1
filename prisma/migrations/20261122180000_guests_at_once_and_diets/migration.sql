-- Two facts that matching asked for and nobody could write down. How many guests a city can accompany at once: null when it
-- named no number. Whether somebody with a diet can be catered for at a place: null when nobody has said.
ALTER TABLE "host_city" ADD COLUMN "guests_at_once_at_most" INTEGER,
  ADD CONSTRAINT "host_city_takes_a_guest_at_once" CHECK ("guests_at_once_at_most" BETWEEN 1 AND 50);
ALTER TABLE "place" ADD COLUMN "diet_possible" BOOLEAN;

-- A city writes its number itself, as it writes its guests a year; a place it may write whole.
GRANT UPDATE (guests_at_once_at_most) ON host_city TO shelter_city;

COMMENT ON COLUMN host_city.guests_at_once_at_most IS 'S0; kept as long as the programme';
COMMENT ON COLUMN place.diet_possible IS 'S1; kept as long as the programme';
