import type { Placeability } from '@shelter-city/contract/board';
import type { MatchView } from '@shelter-city/contract/matching';
import { addDays, daysBetween, laterOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { matchDefender } from '@shelter-city/domain/matching/match-defender';
import type { MatchInput } from '@shelter-city/domain/matching/match-input';
import { daysLookedAhead } from '@shelter-city/domain/matching/visa-openings';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Problem } from '../problems/problem.ts';
import { matchCitiesOf } from './match-cities.ts';
import { MatchWorldRepository, type MatchWorld } from './match-world.repository.ts';
import { presentMatch } from './match.presenter.ts';
import { placeabilityOf } from './placeability.ts';

/** Someone who named no days is looked for in so many from today. */
const daysSearched = 180;
/** The longest window of arrival days one may ask for. Units: days. */
const longestWindow = 800;

type Days = { readonly earliest?: CalendarDate | undefined; readonly latest?: CalendarDate | undefined };

/** Which city fits a defender, and why. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly clock: Clock,
    private readonly defenders: DefendersService,
    private readonly worlds: MatchWorldRepository,
  ) {}

  /** Errors  `not-found` for a code that names nobody; `invalid-request` for a window that is backwards or too long. */
  async show(actor: Actor, code: string, { nights, ...days }: Days & { readonly nights?: number | undefined }): Promise<MatchView> {
    const who = await this.defenders.forMatching(actor, code);
    this.defenders.noteReading('match:read', who.defender.defenderId, ['placement facts']);
    const window = windowOf(this.clock.today(), days, { earliest: who.earliestArrival ?? undefined, latest: who.latestArrival ?? undefined }, '/latest');
    const { input, world } = await this.inputOf(who.defender, window, nights ?? who.nightsWished, null);
    return presentMatch(who, input, world, matchDefender(input));
  }

  /** On which days a defender could arrive where, for the board. A stay that is about to move counts for nothing. */
  async placeability(actor: Actor, code: string, { from, until, nights, exceptStay }: { readonly from: CalendarDate; readonly until: CalendarDate; readonly nights: number; readonly exceptStay?: string | undefined }): Promise<Placeability> {
    if (exceptStay !== undefined && !namesAnId(exceptStay)) throw new Problem('not-found');
    const asked = windowOf(this.clock.today(), { earliest: from, latest: addDays(until, -1) }, {}, '/until');
    const who = await this.defenders.forMatching(actor, code, exceptStay ?? null);
    this.defenders.noteReading('match:read', who.defender.defenderId, ['placement facts']);
    const own = {
      earliest: who.earliestArrival ?? from,
      latest: laterOf(who.latestArrival ?? asked.latest, who.earliestArrival ?? from),
    };
    const { input } = await this.inputOf(who.defender, own, nights, exceptStay ?? null, asked.latest);
    return { nights, places: placeabilityOf(input, { from, until }) };
  }

  private async inputOf(
    defender: MatchInput['defender'],
    window: MatchInput['window'],
    lengthNights: number,
    exceptStayId: string | null,
    lastDay = addDays(window.latest, daysLookedAhead),
  ): Promise<{ input: MatchInput; world: MatchWorld }> {
    const today = this.clock.today();
    const world = await this.worlds.read({
      today,
      window,
      // A stay begun on the last day, and the rest a place needs after it.
      horizon: addDays(lastDay, lengthNights + 60),
      exceptStayId,
      notNear: defender.risk.notNear.map(({ defenderId }) => defenderId),
      interpreterNeeded: defender.interpreterNeeded,
      onlyCityId: null,
    });
    return { world, input: { today, defender, window, lengthNights, cities: matchCitiesOf(world) } };
  }
}

function windowOf(today: CalendarDate, asked: Days, wished: Days, pointer: string): { earliest: CalendarDate; latest: CalendarDate } {
  const earliest = asked.earliest ?? wished.earliest ?? today;
  const latest = asked.latest ?? laterOf(wished.latest ?? addDays(laterOf(earliest, today), daysSearched), earliest);
  if (latest < earliest) throw new Problem('invalid-request', { errors: [{ pointer, code: 'ends-after-it-begins' }] });
  if (daysBetween(earliest, latest) > longestWindow) {
    // What was wished long ago and far ahead is searched as far as anything is.
    if (asked.latest === undefined) return { earliest, latest: addDays(earliest, longestWindow) };
    throw new Problem('invalid-request', { errors: [{ pointer, code: 'window-too-long', params: { days: longestWindow } }] });
  }
  return { earliest, latest };
}
