import { Injectable } from '@nestjs/common';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { codeNameOfSlug } from '@shelter-city/domain/defenders/code-names';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { Problem } from '../problems/problem.ts';
import type { Overruling } from './kept-decision.ts';
import { outsideWindow } from './outside-window.ts';
import { PlacementsRepository, type OtherStay, type PlacementFacts } from './placements.repository.ts';
import { StayWriter } from './stay-writer.service.ts';
import { StaysRepository } from './stays.repository.ts';
import { staysInTheWay, unknownPlace, whatStandsInTheWay, type Placement } from './what-stands-in-the-way.ts';

/** A wish to have a person, known by id or by code, in a place on some nights. */
export type Wish = {
  readonly placeId: string;
  readonly nights: DateSpan;
  /** The stay that would be there; null for one that doesn't exist yet. */
  readonly stayId: string | null;
  /** The place it would leave. */
  readonly leaves?: string;
  /** The city itself said yes to these nights. */
  readonly cityOffersThem?: boolean;
  /** A coordinator says that the person agrees to arrive outside the days they named. */
  readonly overrules?: Overruling | undefined;
} & ({ readonly defenderId: string } | { readonly defenderId?: undefined; readonly code: string });

/** Facts of which person and place are known to exist. */
export type KnownFacts = PlacementFacts & { readonly defenderId: string; readonly place: NonNullable<PlacementFacts['place']> };

const unknownDefender = () => new Problem('invalid-request', { errors: [{ pointer: '/code', code: 'unknown-defender' }] });

/** The code name that a body means. */
function codeNameIn(code: string): string {
  const codeName = codeNameOfSlug(code);
  if (codeName === null) throw unknownDefender();
  return codeName;
}

/** Finds out whether a person can be in a place on some nights, with everybody else who asks waiting. */
@Injectable()
export class Placements {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly stays: StaysRepository,
    private readonly writer: StayWriter,
    private readonly clock: Clock,
  ) {}

  /** What is known of a wish, with nobody waiting: enough for a draft, which takes no nights. */
  async look(wish: Wish, actor: Actor): Promise<KnownFacts> {
    const defenderId = wish.defenderId ?? (await this.placements.defenderNamed(codeNameIn(wish.code)));
    if (defenderId === null) throw unknownDefender();
    return this.facts({ ...wish, defenderId }, actor);
  }

  /** Makes other writers of a stay's place and person wait. */
  async lock({ placeId, defenderId }: { readonly placeId: string; readonly defenderId: string }): Promise<void> {
    await this.placements.lock([placeId], { defenderId });
  }

  /** Makes other writers of several places and people wait, before any of them is placed. */
  async lockAll(placeIds: readonly string[], defenderIds: readonly string[]): Promise<void> {
    await this.placements.lockAll(placeIds, defenderIds);
  }

  /** Takes the locks, lets expired holds in the way lapse, and throws the problem that stands in the way if one does: of the person's selection first. */
  async clear(wish: Wish, actor: Actor): Promise<KnownFacts> {
    const places = wish.leaves === undefined ? [wish.placeId] : [wish.placeId, wish.leaves];
    const person = wish.defenderId === undefined ? { codeName: codeNameIn(wish.code) } : { defenderId: wish.defenderId };
    const defenderId = await this.placements.lock(places, person);
    if (defenderId === null) throw unknownDefender();
    const placement = { ...wish, defenderId };
    const facts = await this.withoutExpired(await this.facts(placement, actor), placement);
    if (!facts.defender.isSelected) throw new Problem('defender-not-selected');
    const problem = whatStandsInTheWay(facts, placement, actor, this.clock.today());
    if (problem) throw problem;
    if (await this.placements.hiddenRuleForbids(defenderId, facts.place.cityId, wish.nights)) throw new Problem('risk-rule');
    const outside = outsideWindow(facts, wish.nights, this.clock.today());
    if (outside && wish.overrules?.outsideWindow !== true) throw outside;
    return facts;
  }

  private async facts({ defenderId, placeId, nights, stayId }: Placement & Pick<Wish, 'placeId' | 'stayId'>, actor: Actor): Promise<KnownFacts> {
    const facts = await this.placements.facts(defenderId, placeId, nights, stayId, actor.accountId);
    if (facts.place === null) throw unknownPlace();
    return { ...facts, defenderId, place: facts.place };
  }

  private async withoutExpired(facts: KnownFacts, placement: Placement): Promise<KnownFacts> {
    const now = this.clock.now();
    const lapsed = new Set<string>();
    for (const stay of staysInTheWay(facts, placement)) {
      if (stay.status !== 'PROPOSED' || stay.holdExpiresAt === null || new Date(stay.holdExpiresAt) > now) continue;
      if (!(await this.stays.lapse(stay, now))) continue;
      await this.writer.tell(stay, 'stay:lapse', 'LAPSED', { byNobody: true, detail: { heldUntil: stay.holdExpiresAt } });
      lapsed.add(stay.id);
    }
    const stands = ({ id }: OtherStay) => !lapsed.has(id);
    return {
      ...facts,
      neighbours: facts.neighbours.filter(stands),
      otherStays: facts.otherStays.filter(stands),
      apart: facts.apart.filter(stands),
      cityGuests: facts.cityGuests.filter(stands),
    };
  }
}
