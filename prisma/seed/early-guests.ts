import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { asCalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { placeKeyOf } from './cohorts.ts';

/** A guest of the years before there were two calls a year. */
export type EarlyGuest = { readonly country: string; readonly place: string; readonly from: CalendarDate; readonly until: CalendarDate };

function guest(country: string, place: string, from: string, until: string): EarlyGuest {
  return { country, place: placeKeyOf(place), from: asCalendarDate(from), until: asCalendarDate(until) };
}

/** Public figures: 8 people to early 2015 in The Hague and Middelburg; a dozen planned for 2015 in the five cities. */
export const earlyGuests: readonly EarlyGuest[] = [
  guest('HN', 'the-hague A', '2012-09-03', '2012-11-29'),
  guest('RU', 'the-hague A', '2013-03-04', '2013-05-30'),
  guest('UG', 'the-hague A', '2013-06-10', '2013-09-05'),
  // A stay across New Year: it counts in both years.
  guest('CO', 'the-hague A', '2013-11-11', '2014-02-06'),
  guest('EG', 'the-hague A', '2014-03-03', '2014-05-29'),
  guest('CD', 'middelburg A', '2014-04-07', '2014-07-03'),
  guest('ZW', 'the-hague A', '2014-09-01', '2014-11-27'),
  guest('GT', 'middelburg A', '2014-09-08', '2014-12-04'),

  guest('KE', 'the-hague A', '2015-01-12', '2015-04-09'),
  guest('HN', 'utrecht A', '2015-02-02', '2015-04-30'),
  guest('PK', 'middelburg A', '2015-03-02', '2015-05-28'),
  guest('CM', 'maastricht A', '2015-03-09', '2015-06-04'),
  guest('MX', 'the-hague B', '2015-04-06', '2015-07-02'),
  guest('PS', 'nijmegen A', '2015-04-13', '2015-07-09'),
  guest('SY', 'utrecht B', '2015-05-11', '2015-08-06'),
  guest('BI', 'the-hague A', '2015-09-07', '2015-12-03'),
  guest('AZ', 'middelburg A', '2015-09-07', '2015-12-03'),
  guest('TZ', 'maastricht A', '2015-09-07', '2015-12-03'),
  guest('IQ', 'nijmegen A', '2015-09-14', '2015-12-10'),
  guest('RU', 'utrecht A', '2015-09-14', '2015-12-10'),
];
