import type { BlockedDaysView, CapacityView } from '@shelter-city/contract/capacity';
import { refusalToTakeNights } from '@shelter-city/domain/capacity/capacity-transitions';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { EventLog } from '../audit/event-log.ts';
import { PlacesService } from '../cities/places.service.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Problem } from '../problems/problem.ts';
import { problemOfRefusal } from './capacity-refusals.ts';
import { CapacityRepository } from './capacity.repository.ts';
import { CapacityWindowService } from './capacity-window.service.ts';

/** Closes a place on some days, and opens it again, in the transaction that is open. */
@Injectable()
export class BlockedDaysService {
  constructor(
    private readonly clock: Clock,
    private readonly places: PlacesService,
    private readonly periods: CapacityRepository,
    private readonly windows: CapacityWindowService,
    private readonly events: EventLog,
  ) {}

  async block(actor: Actor, placeId: string, days: Pick<BlockedDaysView, 'from' | 'until' | 'reason' | 'note'>): Promise<CapacityView> {
    const { id: cityId } = await this.places.cityOfPlace(actor, 'capacity:block', placeId);
    await this.periods.lockPlaces([placeId]);
    const span = { from: days.from, until: days.until };
    const refusal = refusalToTakeNights([span], await this.periods.occupied(placeId, span));
    if (refusal) throw problemOfRefusal(refusal, actor);
    const id = await this.periods.createBlock(placeId, cityId, days);
    await this.events.append({ subject: 'BLOCKED_DAYS', subjectId: id, cityId, verb: 'BLOCKED', reasonCode: days.reason, note: days.note, detail: span });
    return this.windows.after(actor, cityId, [span]);
  }

  async lift(actor: Actor, blockId: string, version: number): Promise<CapacityView> {
    const block = namesAnId(blockId) ? await this.periods.findBlock(blockId) : null;
    if (!block) throw new Problem('not-found');
    await this.places.cityOfPlace(actor, 'capacity:block', block.placeId);
    await this.periods.lockPlaces([block.placeId]);
    const isDone = block.version === version && !block.isLifted && (await this.periods.liftBlock(block, this.clock.now()));
    if (!isDone) throw new Problem('changed-meanwhile', { current: await this.windows.after(actor, block.cityId, [block.span]) });
    await this.events.append({ subject: 'BLOCKED_DAYS', subjectId: blockId, cityId: block.cityId, verb: 'LIFTED', detail: block.span });
    return this.windows.after(actor, block.cityId, [block.span]);
  }
}
