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

  /** In the transaction that is open, so that a decision keeps what it was made on. Null when the place takes nobody any more. */
  async of(placement: DecidedPlacement): Promise<DecisionGround | null> {
    const input = await this.inputOf(placement, placement.cityId);
    return groundOf(input, placement.cityId, { placeId: placement.placeId, span: placement.nights });
  }

  /** What was known against it. Looking at all the other cities takes time, so it is done for who says that there is something. */
  async overruled(placement: DecidedPlacement, ground: DecisionGround | null, asked: boolean): Promise<Overruled> {
    const weaker = ground === null ? [] : weakerRules(ground);
    if (!asked) return { weaker, passedOver: null };
    const input = await this.inputOf(placement, null);
    return { weaker, passedOver: passedOverBy(input, placement.cityId, { placeId: placement.placeId, span: placement.nights }) };
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
