import { createHash, randomBytes } from 'node:crypto';
import { addDays, addMonths, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { codeNameOf } from '@shelter-city/domain/defenders/code-names';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { hashPassword } from '@shelter-city/vault/password';
import { newTotpSecret } from '@shelter-city/vault/totp';
import { sealTotp } from '@shelter-city/vault/totp-seal';
import pg from 'pg';
import type { Extent } from './extent.ts';
import { fill } from './fill.ts';
import { freeFrom, lanes } from './fill-grounds.ts';
import { others } from './fill-people.ts';

/** Someone who can be proposed, and where. */
export type Proposable = { readonly codeName: string; readonly placeId: string; readonly arrivesOn: CalendarDate; readonly departsOn: CalendarDate };

/** Someone who can sign in, once. */
export type Stranger = { readonly email: string; readonly secret: string };

/** The password of all who sign in. */
export const password = 'a long password for the bench';

/** A filled database with all that is asked about it. */
export class World {
  /** One coordinator per connection: the session cookie and the account. */
  readonly coordinators: { readonly cookie: string; readonly accountId: string }[] = [];
  readonly waiting: string[] = [];
  private readonly owner: pg.Client;
  private proposed = 0;
  private signedIn = 0;
  private hash: string | undefined;

  readonly ownerUrl: string;
  readonly extent: Extent;
  private readonly keyFile: string;

  constructor(ownerUrl: string, extent: Extent, keyFile: string) {
    this.ownerUrl = ownerUrl;
    this.extent = extent;
    this.keyFile = keyFile;
    this.owner = new pg.Client({ connectionString: ownerUrl });
  }

  /** Fills it, signs ten coordinators in, and finds those who wait. */
  async prepare(): Promise<void> {
    await this.owner.connect();
    await fill(this.owner, this.extent);
    const { rows: accounts } = await this.owner.query<{ id: string }>("SELECT id FROM account WHERE role = 'COORDINATOR' ORDER BY email");
    for (const { id } of accounts) {
      const token = randomBytes(32).toString('base64url');
      await this.owner.query("INSERT INTO session (account_id, token_hash, device, expires_at) VALUES ($1, $2, 'bench', now() + interval '10 hours')", [id, createHash('sha256').update(token).digest()]);
      this.coordinators.push({ cookie: `session=${token}`, accountId: id });
    }
    const { rows } = await this.owner.query<{ code_name: string }>('SELECT code_name FROM defender WHERE awaits_place ORDER BY code_name LIMIT 60');
    this.waiting.push(...rows.map(({ code_name }) => code_name));
  }

  /** How much lies in a window: what the board shows of it. */
  async staysIn(from: CalendarDate, until: CalendarDate): Promise<number> {
    const { rows } = await this.owner.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM stay WHERE arrives_on < $2 AND departs_on > $1 AND status NOT IN ('DECLINED', 'LAPSED', 'TURNED_DOWN', 'CANCELLED', 'NO_SHOW')",
      [from, until],
    );
    return rows[0]?.count ?? 0;
  }

  /** Fresh people, selected today, each with a place that nobody asked for yet, on nights that touch nobody else's. */
  async proposables(count: number): Promise<Proposable[]> {
    const { stays, today } = this.extent;
    const first = this.proposed;
    this.proposed += count;
    const names = Array.from({ length: count }, (_, index) => codeNameOf(stays + others + first + index));
    await this.owner.query(
      `INSERT INTO defender (code_name, selection, selected_on, country_of_work, women_only_allowed, track, passport_valid_until, visa_needed)
       SELECT name, 'SELECTED', $2::date, 'XK', true, 'JOURNALIST', '2199-01-01', false FROM unnest($1::text[]) AS named (name)`,
      [names, today],
    );
    const { rows: places } = await this.owner.query<{ place_id: string }>(
      'SELECT place_id FROM capacity_period WHERE opens_on = $1::date + $2::integer ORDER BY place_id',
      [today, freeFrom],
    );
    if (places.length !== lanes) throw new Error('The free places are gone');
    return names.map((codeName, index) => {
      const number = first + index;
      const arrivesOn = addDays(today, freeFrom + 100 * Math.floor(number / lanes));
      return { codeName, placeId: places[number % lanes]?.place_id ?? '', arrivesOn, departsOn: addDays(arrivesOn, 85) };
    });
  }

  /** Fresh accounts with a password and an authenticator. */
  async strangers(count: number): Promise<Stranger[]> {
    this.hash ??= await hashPassword(password);
    const ring = keyRingOfFile(this.keyFile);
    const found: Stranger[] = [];
    for (let left = count; left > 0; left -= 1) {
      this.signedIn += 1;
      const email = `stranger-${String(this.signedIn)}@bench.example`;
      const secret = newTotpSecret();
      const { rows } = await this.owner.query<{ id: string }>(
        "INSERT INTO account (email, display_name, role, password_hash, totp_sealed) VALUES ($1, $1, 'COORDINATOR', $2, '') RETURNING id",
        [email, this.hash],
      );
      const id = rows[0]?.id ?? '';
      await this.owner.query('UPDATE account SET totp_sealed = $2 WHERE id = $1', [id, Buffer.from(sealTotp(ring, id, secret))]);
      found.push({ email, secret });
    }
    return found;
  }

  async end(): Promise<void> {
    await this.owner.end();
  }
}

/** The window that the page of the board asks for: from the month before last, a year and a half. */
export function boardWindow(today: CalendarDate): { readonly from: CalendarDate; readonly until: CalendarDate } {
  const from = addMonths(`${today.slice(0, 7)}-01` as CalendarDate, -2);
  return { from, until: addMonths(from, 18) };
}
