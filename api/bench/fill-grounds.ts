import type { Extent } from './extent.ts';

/** So many places are open at a time; each is replaced by another one in its city after some years. */
export const lanes = 36;
export const cities = 12;
/** From one arrival in a place to the next. Units: days. */
export const cycle = 113;
/** The newest stays arrive so many days from today. */
export const newest = 470;
/** So many stays lie on one capacity period, and so many in one place before it closes. */
const staysOfPeriod = 4;
const staysOfPlace = 40;
/** From when on, in days from today, nights are offered that no page looks at: there proposals find ever-fresh free places. */
export const freeFrom = 3650;
const freeDays = 16_000;

/** The place, by its number, in which a lane's stay lies that is the `index`-th before the newest. */
export const placeOf = (lane: string, index: string) => `(${index} / ${String(staysOfPlace)} * ${String(lanes)} + ${lane})`;
/** The city of a lane, by its number. */
export const cityOf = (lane: string) => `(${lane} % ${String(cities)} + 1)`;
/** The arrival of a lane's stay. */
export const arrivalOf = (lane: string, index: string) => `($today + ${String(newest)} - ${String(cycle)} * ${index} - 3 * ${lane})`;
/** The day before which a lane's capacity period ends, which is the day after which the next one begins. */
const periodEnd = (lane: string, period: string) => `($today + ${String(newest + 103)} - 3 * ${lane} - ${String(cycle * staysOfPeriod)} * ${period})`;

/** Numbers become ids that look random, and choices that are the same in every run. */
export const tools = `
CREATE FUNCTION pg_temp.id_of(kind text, number integer) RETURNS uuid LANGUAGE sql IMMUTABLE
  RETURN overlay(overlay(md5(kind || number) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid;
CREATE FUNCTION pg_temp.pick(number integer, salt integer, choices integer) RETURNS integer LANGUAGE sql IMMUTABLE
  RETURN ((hashint4extended(number, salt) & 1048575) % choices)::integer;`;

/** Cities, places, who works for them, and which nights they offer. */
export function grounds({ stays }: Extent): readonly string[] {
  const cycles = Math.ceil(stays / lanes);
  const periods = Math.ceil(cycles / staysOfPeriod);
  const places = Math.ceil(cycles / staysOfPlace);
  return [
    `INSERT INTO host_city (id, slug, name, region, joined_year, status, latitude, longitude, themes, languages, languages_known, care_nearby,
       courses, screening_days, public_events, guests_a_year_at_most, guests_at_once_at_most, days_between_guests, agreement_valid_until)
     SELECT pg_temp.id_of('city', n), 'city-' || n, 'City ' || n, 'Region ' || n % 5, 2012 + n % 8, CASE WHEN n <= ${String(cities)} THEN 'ACTIVE' ELSE 'LEFT' END::city_status,
       52 + n * 0.05, 5 + n * 0.05, (ARRAY['LABOUR', 'PRESS_FREEDOM', 'WOMENS_RIGHTS', 'DIGITAL_RIGHTS', 'CHILDREN'])[1 + n % 3 : 3 + n % 3],
       (ARRAY['en', 'fr', 'es', 'ar'])[1 : 1 + n % 4], n % 6 <> 0, n % 3 <> 0, ARRAY['english'], n % 4 * 3, 'SMALL',
       CASE WHEN n % 6 = 0 THEN 14 END, CASE WHEN n % 2 = 0 THEN 50 END, 3, $today + 900
     FROM generate_series(1, ${String(cities + Math.min(cities, Math.floor(stays / 8_000)))}) n`,
    // The first ten are coordinators, two of them cleared; then one partner for each city, and a manager.
    `INSERT INTO account (id, email, display_name, role, city_id, risk_cleared, password_hash, totp_sealed)
     SELECT pg_temp.id_of('account', n), 'account-' || n || '@bench.example', 'Account ' || n,
       CASE WHEN n <= 10 THEN 'COORDINATOR' WHEN n <= ${String(10 + cities)} THEN 'CITY_PARTNER' ELSE 'MANAGER' END::role,
       CASE WHEN n BETWEEN 11 AND ${String(10 + cities)} THEN pg_temp.id_of('city', n - 10) END, n <= 2, 'none', '\\x00'
     FROM generate_series(1, ${String(11 + cities)}) n`,
    `INSERT INTO place (id, city_id, label, kind, sleeps, step_free, quiet, women_only, shared, prayer_space, diet_possible, track, retired_on)
     SELECT pg_temp.id_of('place', n), pg_temp.id_of('city', ${cityOf('lane')}), 'House ' || n, (ARRAY['STUDIO', 'STUDENT_FLAT', 'APARTMENT'])[1 + n % 3]::place_kind,
       1 + n % 2, n % 4 = 0, n % 3 = 0, n % 9 = 0, n % 7 = 0, CASE WHEN n % 5 > 0 THEN n % 2 = 0 END, CASE WHEN n % 4 > 0 THEN n % 3 > 0 END, CASE WHEN n % 12 = 5 THEN 'JOURNALIST'::track END,
       CASE WHEN era > 0 THEN ${arrivalOf('lane', `(era * ${String(staysOfPlace)} - 1)`)} END
     FROM generate_series(0, ${String(places - 1)}) era, generate_series(0, ${String(lanes - 1)}) lane, LATERAL (SELECT era * ${String(lanes)} + lane) AS numbered (n)`,
    `INSERT INTO capacity_period (id, place_id, city_id, opens_on, closes_on, status, confirmed_at, confirmed_by_id)
     SELECT pg_temp.id_of('capacity', period * ${String(lanes)} + lane), pg_temp.id_of('place', ${placeOf('lane', `(period * ${String(staysOfPeriod)})`)}), pg_temp.id_of('city', ${cityOf('lane')}),
       ${periodEnd('lane', '(period + 1)')}, ${periodEnd('lane', 'period')}, 'CONFIRMED', LEAST(${periodEnd('lane', '(period + 1)')} - 60, $today - 1), pg_temp.id_of('account', 10 + ${cityOf('lane')})
     FROM generate_series(0, ${String(periods - 1)}) period, generate_series(0, ${String(lanes - 1)}) lane`,
    `INSERT INTO capacity_period (id, place_id, city_id, opens_on, closes_on, status, confirmed_at, confirmed_by_id)
     SELECT pg_temp.id_of('free', lane), pg_temp.id_of('place', lane), pg_temp.id_of('city', ${cityOf('lane')}), $today + ${String(freeFrom)}, $today + ${String(freeFrom + freeDays)},
       'CONFIRMED', $today - 1, pg_temp.id_of('account', 10 + ${cityOf('lane')})
     FROM generate_series(0, ${String(lanes - 1)}) lane`,
    // Not signed yet: the nights after those that are, and for a few places nights that begin soon.
    `INSERT INTO capacity_period (id, place_id, city_id, opens_on, closes_on, status)
     SELECT pg_temp.id_of('offered', lane), pg_temp.id_of('place', lane), pg_temp.id_of('city', ${cityOf('lane')}), ${periodEnd('lane', '0')}, ${periodEnd('lane', '0')} + 365,
       (ARRAY['REQUESTED', 'OFFERED'])[1 + lane % 2]::capacity_status FROM generate_series(0, ${String(lanes - 1)}) lane`,
    `INSERT INTO place (id, city_id, label, kind)
     SELECT pg_temp.id_of('new place', n), pg_temp.id_of('city', n), 'New house', 'STUDIO' FROM generate_series(1, 4) n`,
    `INSERT INTO capacity_period (id, place_id, city_id, opens_on, closes_on, status)
     SELECT pg_temp.id_of('soon', n), pg_temp.id_of('new place', n), pg_temp.id_of('city', n), $today + 10 * n, $today + 10 * n + 180, 'OFFERED' FROM generate_series(1, 4) n`,
    // A few days of repair between two guests, once for each capacity period.
    `INSERT INTO blocked_days (place_id, city_id, blocked_from, blocked_until, reason)
     SELECT pg_temp.id_of('place', ${placeOf('lane', 'index')}), pg_temp.id_of('city', ${cityOf('lane')}), ${arrivalOf('lane', 'index')} + 93, ${arrivalOf('lane', 'index')} + 98, 'REPAIR'
     FROM generate_series(1, ${String(cycles - 1)}, ${String(staysOfPeriod)}) index, generate_series(0, ${String(lanes - 1)}) lane`,
    `INSERT INTO call (id, name, published_on, closes_on, stays_from, stays_until)
     SELECT pg_temp.id_of('call', n), 'Call ' || n, day - 180, day - 150, day, day + 182
     FROM generate_series(0, ${String(Math.ceil((cycles * cycle + newest) / 182) + 2)}) n, LATERAL (SELECT $today + ${String(newest)} - 182 * n) AS begun (day)`,
    `INSERT INTO event (subject, subject_id, city_id, verb, at, actor_id)
     SELECT 'CAPACITY_PERIOD', k.id, k.city_id, 'OFFERED', LEAST(k.opens_on - 90, $today - 2), k.confirmed_by_id FROM capacity_period k
     UNION ALL SELECT 'PLACE', p.id, p.city_id, 'CREATED', $today - 400, NULL FROM place p
     UNION ALL SELECT 'HOST_CITY', c.id, c.id, 'PROFILE_CHANGED', $today - 200, NULL FROM host_city c`,
  ];
}
