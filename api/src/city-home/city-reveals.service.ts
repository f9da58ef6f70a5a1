import { openedPart, type cityHome } from '@shelter-city/contract/city-home';
import { bindings } from '@shelter-city/vault/bindings';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import type { InputOf } from '../http/route.ts';
import { Problem } from '../problems/problem.ts';
import { secondsShown } from '../vault/seconds-shown.ts';
import { Vault } from '../vault/vault.ts';
import { CityHomeRepository } from './city-home.repository.ts';
import { openParts, phaseOf } from './city-stay.presenter.ts';

/** What a city opens of its guest, part by part: from its yes to the departure, with a reason, and never anything else. */
@Injectable()
export class CityRevealsService {
  constructor(
    private readonly stays: CityHomeRepository,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Opens one part. That it is opened stands in the audit log first; without that row nothing is opened. */
  async open(
    actor: Actor,
    stayId: string,
    { part, reason }: InputOf<typeof cityHome.reveal>['body'],
  ): Promise<z.output<typeof cityHome.reveal.reply>> {
    const stay = actor.cityId !== null && namesAnId(stayId) ? await this.stays.find(stayId) : null;
    const phase = stay?.cityId === actor.cityId ? phaseOf(stay, this.clock.today()) : 'NOTHING';
    if (!stay || phase === 'NOTHING') {
      const objectId = namesAnId(stayId) ? stayId : null;
      this.audit.note({ action: 'city-stay:reveal', objectKind: 'STAY', objectId, defenderId: null, result: 'REFUSED', reason, fields: [part] });
      throw new Problem('not-found');
    }
    const act = { action: 'city-stay:reveal', objectKind: 'STAY', objectId: stay.id, defenderId: stay.defenderId, reason, fields: [part] } as const;
    const sealed = openParts(stay, phase).includes(part) ? await this.stays.sealedPart(stay.defenderId, part) : null;
    if (!sealed) {
      this.audit.note({ ...act, result: 'REFUSED' });
      throw new Problem('not-open-to-you');
    }
    await this.audit.append({ ...act, result: 'DONE' });
    const content = await this.vault.open(sealed, bindings.compartment(stay.defenderId, part, sealed.version));
    return { revealed: openedPart.parse({ part, content }), secondsShown };
  }
}
