import {
  compartmentContent,
  contactContent,
  dependantsContent,
  identityContent,
  type CompartmentContent,
  type DefenderCompartment,
} from '@shelter-city/contract/defender-content';
import {
  companionsOf,
  partsOfContact,
  partsOfDependants,
  partsOfIdentity,
} from '@shelter-city/domain/disclosure/city-parts';
import { yearOf } from '@shelter-city/domain/calendar/calendar-date';
import { bindings } from '@shelter-city/vault/bindings';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { Problem } from '../problems/problem.ts';
import { secondsShown } from '../vault/seconds-shown.ts';
import { Vault } from '../vault/vault.ts';
import { CaseStandingRepository } from './case-standing.repository.ts';
import {
  CompartmentsRepository,
  type SealedThing,
  type StoredCompartment,
} from './compartments.repository.ts';

/** The names of what each compartment holds: all that the audit log says of it. */
const fieldsOf: Readonly<Record<DefenderCompartment, readonly string[]>> = {
  IDENTITY: Object.keys(identityContent.shape),
  CONTACT: Object.keys(contactContent.shape),
  DEPENDANTS: Object.keys(dependantsContent.shape),
};

/** What of a compartment may be opened to a city, each part sealed by itself. */
function partsOf({ compartment, content }: CompartmentContent): Partial<Record<SealedThing, unknown>> {
  switch (compartment) {
    case 'IDENTITY':
      return partsOfIdentity(content);
    case 'CONTACT':
      return partsOfContact(content);
    case 'DEPENDANTS':
      return partsOfDependants(content.people);
  }
}

type Revealed = {
  readonly revealed: CompartmentContent;
  readonly version: number;
  readonly secondsShown: number;
};

/** Who a defender is, how to reach them and who belongs to them: sealed, and opened one by one with a reason. */
@Injectable()
export class CompartmentsService {
  constructor(
    private readonly compartments: CompartmentsRepository,
    private readonly standings: CaseStandingRepository,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals content over `version` of the compartment; 0 says that nothing lies there yet. Answers whether it was still so.
   * The version is part of what the seal is bound to, so an older content put back doesn't open.
   */
  async seal(defenderId: string, version: number, sealed: CompartmentContent): Promise<boolean> {
    const { compartment, content } = sealed;
    if (!(await this.isOpen(defenderId))) throw new Problem('break-glass-needed');
    const stored = await this.compartments.find(defenderId, compartment);
    if ((stored?.version ?? 0) !== version) return false;
    // What was looked at is what is written over: looked for again, it could be somebody else's by now.
    if (!(await this.write(defenderId, compartment, content, stored))) return false;
    for (const [part, value] of Object.entries(partsOf(sealed)) as [SealedThing, unknown][]) {
      const old = await this.compartments.find(defenderId, part);
      if (!(await this.write(defenderId, part, value, old))) return false;
    }
    if (compartment === 'DEPENDANTS') {
      const companions = companionsOf(content.people, yearOf(this.clock.today()));
      await this.compartments.setCompanions(defenderId, companions);
    }
    await this.events.append({
      subject: 'DEFENDER',
      subjectId: defenderId,
      defenderId,
      verb: 'SEALED',
      detail: { compartment, version: version + 1 },
    });
    return true;
  }

  /** Whether the asker is on the case or broke glass within the hour; the database keeps the keys closed otherwise. */
  async isOpen(defenderId: string): Promise<boolean> {
    const { onCase, openUntil } = await this.standings.of(defenderId);
    return onCase || openUntil !== null;
  }

  /** Seals one thing over what lay there; false when somebody was faster. */
  private async write(
    defenderId: string,
    thing: SealedThing,
    content: unknown,
    stored: StoredCompartment | null,
  ): Promise<boolean> {
    const version = stored?.version ?? 0;
    const binding = bindings.compartment(defenderId, thing, version + 1);
    const sealed = await this.vault.seal(content, binding, stored?.dataKeyId ?? null);
    return stored
      ? this.compartments.replace(defenderId, thing, version, sealed)
      : this.compartments.insert(defenderId, thing, sealed);
  }

  /** Opens one compartment. That it is opened stands in the audit log first; without that row nothing is opened. */
  async reveal(
    defenderId: string,
    compartment: DefenderCompartment,
    reason: string,
  ): Promise<Revealed> {
    const act = {
      action: 'defender:reveal',
      objectKind: 'DEFENDER',
      objectId: defenderId,
      defenderId,
      reason,
      fields: fieldsOf[compartment],
    } as const;
    const isOpen = await this.isOpen(defenderId);
    const stored = await this.compartments.find(defenderId, compartment);
    if (!isOpen || !stored) {
      this.audit.note({ ...act, result: 'REFUSED' });
      throw new Problem(isOpen ? 'nothing-sealed' : 'break-glass-needed');
    }
    await this.audit.append({ ...act, result: 'DONE' });
    const content = await this.vault.open(
      stored,
      bindings.compartment(defenderId, compartment, stored.version),
    );
    return {
      revealed: compartmentContent.parse({ compartment, content }),
      version: stored.version,
      secondsShown,
    };
  }
}
