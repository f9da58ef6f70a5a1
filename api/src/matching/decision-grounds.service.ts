import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { nightsIn, type DateSpan } from '@shelter-city/domain/calendar/date-span';
import { groundOf, passedOverBy, weakerRules, type DecisionGround, type Overruled } from '@shelter-city/domain/matching/decision-ground';
import type { MatchInput } from '@shelter-city/domain/matching/match-input';
import { Injectable } from '@nestjs/common';
import { DefendersService } from '../defenders/defenders.service.ts';
import { matchCitiesOf } from './match-cities.ts';
import { MatchWorldRepository } from './match-world.repository.ts';

/** A placement that is decided on, or was. */
export type DecidedPlacement = {
  readonly code: string;
  readonly cityId: string;
  readonly placeId: string;
  readonly nights: DateSpan;
  /** The stay that is there already and takes no nights from itself. */
  readonly stayId: string | null;
  /** The day of the decision. Judged later, it stays: that days went by is no new fact. */
  readonly on: CalendarDate;
};

/** Whoever reads a ground later may have no clearance, so it is made as without one: a rule they may not read is only that. */
const anyReader = { riskCleared: false };

/** What the rules said of a placement when somebody decided on it, and what they say of it now. */
@Injectable()
export class DecisionGrounds {
  constructor(
    private readonly defenders: DefendersService,
    private readonly worlds: MatchWorldRepository,
  ) {}

  /** What is to be kept of a decision, in the transaction that is open: every rule's answer, and what was known against it. */
  async keep(placement: DecidedPlacement): Promise<(DecisionGround & Overruled) | null> {
    const input = await this.inputOf(placement, null);
    const where = { placeId: placement.placeId, span: placement.nights };
    const ground = groundOf(input, placement.cityId, where);
    if (ground === null) return null;
    const first = passedOverBy(input, placement.cityId, where);
    return { ...ground, weaker: weakerRules(ground), passedOver: first?.rule ?? null, firstCityId: first?.cityId ?? null };
  }

  /** What the rules say of it now, to be compared. Null when the place takes nobody any more. */
  async of(placement: DecidedPlacement): Promise<DecisionGround | null> {
    const input = await this.inputOf(placement, placement.cityId);
    return groundOf(input, placement.cityId, { placeId: placement.placeId, span: placement.nights });
  }

  private async inputOf({ code, nights, stayId, on }: DecidedPlacement, onlyCityId: string | null): Promise<MatchInput> {
    const { defender, earliestArrival, latestArrival } = await this.defenders.forMatching(anyReader, code, stayId);
    // Whoever named no days can come on any, and so on the one that was chosen.
    const window = { earliest: earliestArrival ?? nights.from, latest: latestArrival ?? nights.from };
    const lengthNights = nightsIn(nights);
    const lastDay = window.latest > nights.from ? window.latest : nights.from;
    const world = await this.worlds.read({
      today: on,
      window,
      horizon: addDays(lastDay, lengthNights + 60),
      exceptStayId: stayId,
      notNear: defender.risk.notNear.map(({ defenderId }) => defenderId),
      interpreterNeeded: defender.interpreterNeeded,
      onlyCityId,
    });
    return { today: on, defender, window, lengthNights, cities: matchCitiesOf(world) };
  }
}
