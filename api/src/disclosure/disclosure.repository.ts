import type { caseAlertKinds } from '@shelter-city/contract/disclosure';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { AgeBand, GrantedPart } from '@shelter-city/domain/disclosure/city-parts';
import type { StayStatus } from '@shelter-city/domain/stays/stay-status';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

type Named = { readonly id: string; readonly displayName: string };
type Grant = {
  readonly id: string;
  readonly stayId: string;
  readonly city: { readonly id: string; readonly slug: string; readonly name: string };
  readonly part: GrantedPart;
  readonly reason: string;
  readonly grantedBy: Named;
  readonly grantedAt: string;
  readonly expiresAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: Named | null;
  /** How the stay stands: a grant opens nothing outside the stay's own phase. */
  readonly status: StayStatus;
  readonly departsOn: CalendarDate;
};

/** What of a person is open to cities, as it is stored. */
export type Disclosed = {
  readonly sharesName: boolean;
  readonly sharesContact: boolean;
  readonly companions: readonly AgeBand[];
  readonly stays: readonly {
    readonly id: string;
    readonly city: Grant['city'];
    readonly status: StayStatus;
  }[];
  readonly grants: readonly Grant[];
  readonly alerts: readonly { readonly id: string; readonly kind: (typeof caseAlertKinds)[number]; readonly by: Named; readonly reason: string; readonly at: string }[];
  readonly noteGrants: readonly {
    readonly id: string;
    readonly noteId: string;
    readonly askedBy: Named;
    readonly askedAt: string;
    readonly reason: string;
    readonly expiresAt: string;
    readonly approvedBy: Named | null;
    readonly approvedAt: string | null;
    readonly withdrawnAt: string | null;
  }[];
};

/** A field that is to be opened to the city of a stay. */
export type GrantToWrite = {
  readonly defenderId: string;
  readonly stayId: string;
  readonly cityId: string;
  readonly part: GrantedPart;
  readonly reason: string;
  readonly grantedById: string;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
};

const accountOf = (column: string) =>
  `(SELECT json_build_object('id', a.id, 'displayName', a.display_name) FROM account a WHERE a.id = ${column})`;
const city = "json_build_object('id', c.id, 'slug', c.slug, 'name', c.name)";
const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const disclosedSql = `
SELECT json_build_object(
  'sharesName', d.shares_name, 'sharesContact', d.shares_contact, 'companions', d.companions,
  'stays', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'city', ${city}, 'status', s.status) ORDER BY s.arrives_on), '[]')
    FROM stay s JOIN host_city c ON c.id = s.city_id
    WHERE s.defender_id = d.id AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY') AND s.departs_on >= app_today() - 30),
  'grants', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'stayId', g.stay_id, 'city', ${city}, 'part', g.part, 'reason', g.reason,
      'grantedBy', ${accountOf('g.granted_by_id')}, 'grantedAt', ${utc('g.granted_at')}, 'expiresAt', ${utc('g.expires_at')},
      'withdrawnAt', ${utc('g.withdrawn_at')}, 'withdrawnBy', ${accountOf('g.withdrawn_by_id')}, 'status', s.status, 'departsOn', s.departs_on)
      ORDER BY g.granted_at DESC, g.id), '[]')
    FROM disclosure_grant g JOIN stay s ON s.id = g.stay_id JOIN host_city c ON c.id = g.city_id WHERE g.defender_id = d.id),
  'alerts', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'by', ${accountOf('x.by_id')}, 'reason', x.reason, 'at', ${utc('x.at')})
      ORDER BY x.at DESC, x.id), '[]') FROM case_alert x WHERE x.defender_id = d.id AND x.account_id = $2::uuid AND x.acknowledged_at IS NULL),
  'noteGrants', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'noteId', n.note_id, 'askedBy', ${accountOf('n.asked_by_id')},
      'askedAt', ${utc('n.asked_at')}, 'reason', n.reason, 'expiresAt', ${utc('n.expires_at')}, 'approvedBy', ${accountOf('n.approved_by_id')},
      'approvedAt', ${utc('n.approved_at')}, 'withdrawnAt', ${utc('n.withdrawn_at')}) ORDER BY n.asked_at DESC, n.id), '[]')
    FROM note_grant n WHERE n.defender_id = d.id)
)::text AS disclosed FROM defender d WHERE d.id = $1::uuid`;

/** What a person agreed to share, and what was granted to cities. */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly database: Database) {}

  /** As this asker may see it; the row policies hide what is somebody else's. */
  async of(defenderId: string, askerId: string): Promise<Disclosed> {
    const [row] = await this.database.ask<{ disclosed: string }>(disclosedSql, [defenderId, askerId]);
    if (!row) throw new Error('A defender who was just found is gone');
    return JSON.parse(row.disclosed) as Disclosed;
  }

  async setSharing(defenderId: string, sharing: { readonly name: boolean; readonly contact: boolean }): Promise<void> {
    await this.database.client.defender.updateMany({
      where: { id: defenderId },
      data: { sharesName: sharing.name, sharesContact: sharing.contact },
    });
  }

  async insert(grant: GrantToWrite): Promise<string> {
    const { id } = await this.database.client.disclosureGrant.create({ data: grant, select: { id: true } });
    return id;
  }

  /** Takes a grant back; what it opened, or null when there is none that still stands. */
  async withdraw(id: string, defenderId: string, by: string, now: Date): Promise<{ readonly part: GrantedPart; readonly stayId: string } | null> {
    const where = { id, defenderId, withdrawnAt: null };
    const found = await this.database.client.disclosureGrant.findFirst({ where, select: { part: true, stayId: true } });
    const { count } = await this.database.client.disclosureGrant.updateMany({
      where,
      data: { withdrawnAt: now, withdrawnById: by },
    });
    return count === 1 ? found : null;
  }
}
