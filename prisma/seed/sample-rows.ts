import type { AgeBand, CityPart } from '@shelter-city/domain/disclosure/city-parts';
import type { Role } from '@shelter-city/domain/accounts/roles';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { BlockReason, CapacityStatus, PlaceKind, Track } from '@shelter-city/domain/capacity/capacity-status';
import type { ApplicationStatus } from '@shelter-city/domain/defenders/application-status';
import type { AccessNeed, LanguageLevel, PublicityLevel, Theme } from '@shelter-city/domain/defenders/profile-words';
import type { ContactRule } from '@shelter-city/domain/contact/contact-rule';
import type { ConsentMeans, PublicityAspect, PublicityMatrix } from '@shelter-city/domain/publicity/publicity-matrix';
import type { RiskDegree, RiskLevel, RiskScope } from '@shelter-city/domain/risk/risk-words';
import type { StayStatus } from '@shelter-city/domain/stays/stay-status';
import type pg from 'pg';

/** A moment in UTC, written as PostgreSQL reads it. */
export type Instant = string;
/** Bytes as PostgreSQL reads them: `\x` and hexadecimal digits. */
export type HexBytes = string;

export type CityRow = {
  id: string; slug: string; name: string; region: string; joinedYear: number; status: 'ACTIVE' | 'PAUSED' | 'LEFT';
  latitude: number; longitude: number; themes: readonly Theme[]; languages: readonly string[]; languagesKnown: boolean;
  careNearby: boolean | null; courses: readonly string[]; screeningDays: number; publicEvents: 'NONE' | 'SMALL' | 'OPEN';
  guestsAYearAtMost: number | null; guestsAtOnceAtMost: number | null; daysBetweenGuests: number; agreementValidUntil: CalendarDate | null;
};
export type OrganisationRow = { id: string; cityId: string; name: string; since: CalendarDate; until: CalendarDate | null };
export type AccountRow = {
  id: string; email: string; displayName: string; role: Role; cityId: string | null; riskCleared: boolean;
  passwordHash: string; totpSealed: HexBytes; disabledAt: Instant | null; createdAt: Instant;
};
export type PlaceRow = {
  id: string; cityId: string; label: string; kind: PlaceKind; sleeps: number; stepFree: boolean | null; quiet: boolean | null;
  womenOnly: boolean; shared: boolean; petsAllowed: boolean | null; prayerSpace: boolean | null; dietPossible: boolean | null; track: Track | null;
};
export type CapacityRow = {
  id: string; placeId: string; cityId: string; opensOn: CalendarDate; closesOn: CalendarDate; status: CapacityStatus; track: Track | null;
  note: string | null; confirmedAt: Instant | null; confirmedById: string | null; withdrawnReason: string | null; stillRightOn: CalendarDate | null;
};
export type BlockedRow = {
  id: string; placeId: string; cityId: string; blockedFrom: CalendarDate; blockedUntil: CalendarDate; reason: BlockReason; note: string | null;
};
export type CallRow = {
  id: string; name: string; publishedOn: CalendarDate; closesOn: CalendarDate; staysFrom: CalendarDate; staysUntil: CalendarDate;
};
export type ApplicationRow = {
  id: string; callId: string; defenderId: string; status: ApplicationStatus; receivedOn: CalendarDate; decidedOn: CalendarDate | null;
  decisionReason: string | null;
};
export type DefenderRow = {
  id: string; codeName: string; selection: ApplicationStatus; selectedOn: CalendarDate | null; countryOfWork: string; currentCountry: string | null;
  themes: readonly Theme[]; needs: readonly AccessNeed[]; householdSize: number; womenOnlyAllowed: boolean; interpreter: string | null;
  earliestArrival: CalendarDate | null; latestArrival: CalendarDate | null; nightsWished: number; passportValidUntil: CalendarDate | null;
  visaNeeded: boolean; visaLeadDays: number | null; track: Track | null; publicity: PublicityLevel; caseLeadId: string | null; createdAt: Instant;
  sharesName: boolean; sharesContact: boolean; companions: readonly AgeBand[];
};
export type LanguageRow = { defenderId: string; language: string; level: LanguageLevel };
export type WishRow = { defenderId: string; cityId: string; kind: 'PREFER' | 'AVOID' };
export type PresenceRow = { id: string; defenderId: string; enteredOn: CalendarDate; leftOn: CalendarDate; source: string };
export type DataKeyRow = { id: string; wrapped: HexBytes; ringKeyId: string; createdAt: Instant };
export type CompartmentRow = {
  id: string; defenderId: string | null; placeId: string | null; cityId: string | null;
  compartment: 'IDENTITY' | 'CONTACT' | 'DEPENDANTS' | 'ADDRESS' | CityPart; dataKeyId: string; sealed: HexBytes;
};
export type RiskNoteRow = {
  id: string; subject: 'DEFENDER'; defenderId: string; scope: RiskScope; level: RiskLevel; degree: RiskDegree; reviewBy: CalendarDate;
  restricted: boolean; supersedesId: string | null; authorId: string; createdAt: Instant;
};
export type RiskBodyRow = { noteId: string; dataKeyId: string; sealed: HexBytes };
export type InstructionRow = { noteId: string; defenderId: string; text: string };
export type BanRow = { noteId: string; defenderId: string; cityId: string };
export type ApartRow = { noteId: string; defenderId: string; otherDefenderId: string };
export type StayRow = {
  id: string; defenderId: string; placeId: string; cityId: string; status: StayStatus; arrivesOn: CalendarDate; departsOn: CalendarDate;
  actualArrivesOn: CalendarDate | null; actualDepartsOn: CalendarDate | null; holdExpiresAt: Instant | null; track: Track | null;
  callId: string | null; caseLeadId: string | null; whyThisCity: string | null; reasonCode: string | null; reasonNote: string | null;
  returnReviewedOn: CalendarDate | null; proposedAt: Instant | null; answeredAt: Instant | null; offeredArrivesOn: CalendarDate | null;
  offeredDepartsOn: CalendarDate | null; continuesId: string | null; restDays: number; createdAt: Instant; updatedAt: Instant;
};
export type ConsentRow = PublicityMatrix & {
  id: string; defenderId: string; number: number; withdrawn: boolean; givenOn: string; givenHow: ConsentMeans; recordedById: string; recordedAt: Instant;
};
export type ApprovalRow = {
  id: string; defenderId: string; consentNumber: number; aspects: readonly PublicityAspect[]; occasion: string; validUntil: CalendarDate;
  givenHow: ConsentMeans; recordedById: string; recordedAt: Instant;
};
export type ContactRuleRow = ContactRule & { defenderId: string; changedAt: Instant };
export type EventRow = {
  id: string; at: Instant; actorId: string | null; subject: 'STAY' | 'CAPACITY_PERIOD' | 'BLOCKED_DAYS' | 'DEFENDER' | 'APPLICATION' | 'RISK_NOTE';
  subjectId: string; cityId: string | null; defenderId: string | null; verb: string; fromStatus: string | null; toStatus: string | null;
  reasonCode: string | null; note: string | null;
};
export type SettingRow = { name: string; value: boolean };

/** The rows of each table, in the order in which one may follow the other. */
export type SampleRows = {
  host_city: CityRow[]; coordinating_organisation: OrganisationRow[]; account: AccountRow[]; place: PlaceRow[];
  capacity_period: CapacityRow[]; call: CallRow[]; defender: DefenderRow[]; application: ApplicationRow[];
  defender_language: LanguageRow[]; defender_city_wish: WishRow[]; schengen_presence: PresenceRow[]; 'vault.data_key': DataKeyRow[];
  sealed_compartment: CompartmentRow[]; risk_note: RiskNoteRow[]; risk_note_body: RiskBodyRow[]; city_instruction: InstructionRow[];
  risk_city_ban: BanRow[]; risk_apart: ApartRow[]; stay: StayRow[]; publicity_consent: ConsentRow[]; publicity_approval: ApprovalRow[]; contact_rule: ContactRuleRow[]; blocked_days: BlockedRow[]; event: EventRow[]; setting: SettingRow[];
};

/** No rows yet, of any table. */
export function noRows(): SampleRows {
  return {
    host_city: [], coordinating_organisation: [], account: [], place: [], capacity_period: [], call: [], defender: [], application: [],
    defender_language: [], defender_city_wish: [], schengen_presence: [], 'vault.data_key': [], sealed_compartment: [], risk_note: [],
    risk_note_body: [], city_instruction: [], risk_city_ban: [], risk_apart: [], stay: [], publicity_consent: [], publicity_approval: [],
    contact_rule: [], blocked_days: [], event: [], setting: [],
  };
}

/** Writes all rows, one statement per table; what a row doesn't name takes the column's default. */
export async function insertRows(client: pg.Client, rows: SampleRows): Promise<void> {
  for (const [table, ofTable] of Object.entries(rows)) {
    const [first] = ofTable;
    if (first === undefined) continue;
    const name = table.includes('.') ? table : `public.${table}`;
    const columns = Object.keys(first).map((key) => `"${columnOf(key)}"`).join(', ');
    const values = JSON.stringify(ofTable.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value]))));
    await client.query(
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [values],
    );
  }
}

const columnOf = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
