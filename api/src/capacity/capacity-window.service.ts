import type { CapacityView } from '@shelter-city/contract/capacity';
import { addMonths, daysBetween, earlierOf, firstDayOfQuarter, laterOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { CitiesService } from '../cities/cities.service.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { presentCapacity } from './capacity.presenter.ts';
import { CapacityWindowRepository } from './capacity-window.repository.ts';

/** So many months are shown unless others are asked for, from the quarter of today on: cities confirm by the quarter. */
const monthsShown = 18;
/** The longest window one may ask for. Units: days. */
const longestWindow = 1500;

/** What a city offers, as its pages show it. */
@Injectable()
export class CapacityWindowService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cities: CitiesService,
    private readonly windows: CapacityWindowRepository,
  ) {}

  async show(actor: Actor, slug: string, asked: { readonly from?: CalendarDate | undefined; readonly until?: CalendarDate | undefined }): Promise<CapacityView> {
    const asOf = this.clock.today();
    const window = windowOf(asOf, asked);
    const city = await this.database.reading(() => this.cities.inReach(actor, 'capacity:read', { slug }));
    return presentCapacity(actor, city, asOf, window, await this.windows.read(city.id, window));
  }

  /** The capacity after a write, in its transaction: the usual window, with the nights that were written. */
  async after(actor: Actor, cityId: string, written: readonly DateSpan[]): Promise<CapacityView> {
    const asOf = this.clock.today();
    const window = written.reduce(
      (wide, { from, until }) => ({ from: earlierOf(wide.from, from), until: laterOf(wide.until, until) }),
      windowOf(asOf, {}),
    );
    const city = await this.cities.inReach(actor, 'capacity:read', { id: cityId });
    return presentCapacity(actor, city, asOf, window, await this.windows.now(cityId, window));
  }
}

function windowOf(today: CalendarDate, asked: { readonly from?: CalendarDate | undefined; readonly until?: CalendarDate | undefined }): DateSpan {
  const from = asked.from ?? firstDayOfQuarter(today);
  const until = asked.until ?? addMonths(from, monthsShown);
  if (until <= from) throw new Problem('invalid-request', { errors: [{ pointer: '/until', code: 'ends-after-it-begins' }] });
  if (daysBetween(from, until) > longestWindow) {
    throw new Problem('invalid-request', { errors: [{ pointer: '/until', code: 'window-too-long', params: { days: longestWindow } }] });
  }
  return { from, until };
}
