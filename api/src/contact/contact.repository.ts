import type { ContactChannel, ContactRuleView } from '@shelter-city/contract/contact';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

const ruleColumns = { notDirectly: true, hasGoBetween: true, allowed: true, never: true, hoursFrom: true, hoursUntil: true, version: true } as const;
/** So many attempts are shown. */
const attemptsShown = 20;

/** A rule as it is stored, with its version. */
export type StoredRule = ContactRuleView & { readonly version: number };

/** Contact rules and attempts. */
@Injectable()
export class ContactRepository {
  constructor(private readonly database: Database) {}

  rule(defenderId: string): Promise<StoredRule | null> {
    return this.database.client.contactRule.findUnique({ where: { defenderId }, select: ruleColumns });
  }

  /** Writes over `version`, 0 when there is none; false when somebody was faster. */
  async write(defenderId: string, version: number, rule: ContactRuleView, now: Date): Promise<boolean> {
    const data = { ...rule, allowed: [...rule.allowed], never: [...rule.never], changedAt: now };
    const { contactRule } = this.database.client;
    const { count } = version === 0
      ? await contactRule.createMany({ data: [{ defenderId, ...data }], skipDuplicates: true })
      : await contactRule.updateMany({ where: { defenderId, version }, data: { ...data, version: version + 1 } });
    return count > 0;
  }

  /** The last attempts that the asker may see, the newest first. */
  attempts(defenderId: string) {
    return this.database.client.contactAttempt.findMany({
      where: { defenderId },
      select: { id: true, channel: true, reached: true, byId: true, at: true },
      orderBy: [{ at: 'desc' }, { id: 'asc' }],
      take: attemptsShown,
    });
  }

  async addAttempt(attempt: { readonly defenderId: string; readonly channel: ContactChannel; readonly reached: boolean; readonly byId: string; readonly at: Date }): Promise<void> {
    await this.database.client.contactAttempt.createMany({ data: [attempt] });
  }

  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.client.account.findMany({ where: { id: { in: [...accountIds] } }, select: { id: true, displayName: true } });
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }

  /** Whose stay it is, for the city of one that is confirmed and not over. */
  async guestOf(stayId: string): Promise<string | null> {
    const stay = await this.database.client.stay.findUnique({ where: { id: stayId }, select: { defenderId: true, status: true } });
    return stay && ['CONFIRMED', 'TRAVELLING', 'IN_STAY'].includes(stay.status) ? stay.defenderId : null;
  }
}
