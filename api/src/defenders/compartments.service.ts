import {
  compartmentContent,
  contactContent,
  dependantsContent,
  identityContent,
  type CompartmentContent,
  type DefenderCompartment,
} from '@shelter-city/contract/defender-content';
import { bindings } from '@shelter-city/vault/bindings';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Problem } from '../problems/problem.ts';
import { secondsShown } from '../vault/seconds-shown.ts';
import { Vault } from '../vault/vault.ts';
import { CompartmentsRepository } from './compartments.repository.ts';

/** The names of what each compartment holds: all that the audit log says of it. */
const fieldsOf: Readonly<Record<DefenderCompartment, readonly string[]>> = {
  IDENTITY: Object.keys(identityContent.shape),
  CONTACT: Object.keys(contactContent.shape),
  DEPENDANTS: Object.keys(dependantsContent.shape),
};

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
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
  ) {}

  /**
   * Seals content over `version` of the compartment; 0 says that nothing lies there yet. Answers whether it was still so.
   * The version is part of what the seal is bound to, so an older content put back doesn't open.
   */
  async seal(
    defenderId: string,
    version: number,
    { compartment, content }: CompartmentContent,
  ): Promise<boolean> {
    const binding = bindings.compartment(defenderId, compartment, version + 1);
    const stored = await this.compartments.find(defenderId, compartment);
    if ((stored?.version ?? 0) !== version) return false;
    const sealed = await this.vault.seal(content, binding, stored?.dataKeyId ?? null);
    const isWritten = stored
      ? await this.compartments.replace(defenderId, compartment, version, sealed)
      : await this.compartments.insert(defenderId, compartment, sealed);
    if (!isWritten) return false;
    await this.events.append({
      subject: 'DEFENDER',
      subjectId: defenderId,
      defenderId,
      verb: 'SEALED',
      detail: { compartment, version: version + 1 },
    });
    return true;
  }

  /** Opens one compartment. That it is opened stands in the audit log first; without that row nothing is opened. */
  async reveal(
    defenderId: string,
    compartment: DefenderCompartment,
    reason: string,
  ): Promise<Revealed> {
    const stored = await this.compartments.find(defenderId, compartment);
    if (!stored) throw new Problem('nothing-sealed');
    await this.audit.append({
      action: 'defender:reveal',
      objectKind: 'DEFENDER',
      objectId: defenderId,
      defenderId,
      result: 'DONE',
      reason,
      fields: fieldsOf[compartment],
    });
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
