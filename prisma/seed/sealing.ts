import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { addDays, yearOf } from '@shelter-city/domain/calendar/calendar-date';
import { cityParts, partsOfContact, partsOfDependants, partsOfIdentity, type CityPart } from '@shelter-city/domain/disclosure/city-parts';
import { bindings } from '@shelter-city/vault/bindings';
import type { KeyRing } from '@shelter-city/vault/key-ring';
import { newDataKey, sealJson } from '@shelter-city/vault/seal';
import { momentOn } from './sample-days.ts';
import type { SampleDefender } from './sample-defender.ts';
import type { CompartmentRow, HexBytes, SampleRows } from './sample-rows.ts';
import { diceOf, idOf } from './stable-random.ts';

/** Bytes as PostgreSQL reads them. */
export const hexOf = (bytes: Uint8Array): HexBytes => `\\x${Buffer.from(bytes).toString('hex')}`;

const firstNames = ['Alder', 'Briar', 'Cedar', 'Dune', 'Elm', 'Fern', 'Grove', 'Heath', 'Islet', 'Juniper', 'Kelp', 'Larch', 'Moss', 'Nettle', 'Oak', 'Pine', 'Quill', 'Reed', 'Sorrel', 'Thistle'] as const;
const familyNames = ['Nobody', 'Inventedson', 'Madeup', 'Notareal', 'Placeholder', 'Fictional', 'Example', 'Imaginary'] as const;
const pronouns = { WOMAN: 'she', MAN: 'he', NON_BINARY: 'they', OTHER: 'they', NOT_SAID: '' } as const;
const firstVersion = 1;

/** Seals the content of the sample rows: one data key per owner and compartment, wrapped by the key ring. */
export class SampleSealing {
  private readonly keys = new Map<string, { readonly id: string; readonly key: Uint8Array }>();
  private readonly ring: KeyRing;
  private readonly rows: SampleRows;
  private readonly today: CalendarDate;

  constructor(ring: KeyRing, rows: SampleRows, today: CalendarDate) {
    this.ring = ring;
    this.rows = rows;
    this.today = today;
  }

  /** Who the person is: a name that nobody has. */
  identity(defenderId: string, key: string, person: Pick<SampleDefender, 'country' | 'gender' | 'singleName'>): void {
    const dice = diceOf(`identity/${key}`);
    const first = dice.pick(firstNames);
    const legalName = person.singleName ? `${first}sample` : `${first} ${dice.pick(familyNames)} (sample)`;
    const identity = {
      legalName, knownAs: `${first} (sample)`, pronoun: pronouns[person.gender], gender: person.gender,
      birthYear: yearOf(this.today) - dice.between(24, 61), nationalities: [person.country],
      organisation: `Sample organisation ${String(dice.between(1, 99))}`,
    };
    this.ofDefender(defenderId, 'IDENTITY', identity);
    this.parts(defenderId, partsOfIdentity(identity));
  }

  /** How the person may be reached, and how never. */
  contact(defenderId: string, key: string): void {
    const dice = diceOf(`contact/${key}`);
    const notDirectly = dice.chance(30);
    const contact = {
      channelsAllowed: dice.pick(['Signal (sample number)', 'Encrypted mail (sample address)', 'Signal or Wire (sample)']),
      channelsNever: dice.pick(['Ordinary telephone', 'Any social network', 'Mail at work']),
      hours: dice.pick(['17:00 to 20:00 UTC', 'Weekdays before 09:00 UTC', 'Any time, text first']),
      doNotContactDirectly: notDirectly, goBetween: notDirectly ? 'A sample organisation in a neighbouring country' : '',
      codeWord: `sample-${dice.pick(['lantern', 'orchard', 'harbour', 'meadow'])}`, trustedContactAtHome: 'A sample colleague',
    };
    this.ofDefender(defenderId, 'CONTACT', contact);
    this.parts(defenderId, partsOfContact(contact));
    this.rows.contact_rule.push({
      defenderId, notDirectly, hasGoBetween: notDirectly, allowed: notDirectly ? [] : ['SIGNAL', 'ENCRYPTED_MAIL', 'VISIT'],
      never: ['PHONE_CALL', 'SOCIAL_MEDIA'], hoursFrom: notDirectly ? null : '09:00', hoursUntil: notDirectly ? null : '21:00',
      changedAt: momentOn(addDays(this.today, -1), key),
    });
  }

  /** Those who come along or stay behind. */
  dependants(defenderId: string, people: SampleDefender['dependants']): void {
    const dependants = people.map(({ age, ...rest }) => ({ ...rest, birthYear: yearOf(this.today) - age }));
    this.ofDefender(defenderId, 'DEPENDANTS', { people: dependants });
    this.parts(defenderId, partsOfDependants(dependants));
  }

  /** Where a place is: an address that doesn't exist. */
  address(placeId: string, cityId: string, city: string, label: string): void {
    const house = diceOf(`address/${placeId}`).between(1, 200);
    const address = `${label}: Sample Street ${String(house)}, 0000 XX ${city} (no such address)`;
    const { id, key } = this.keyOf(placeId, 'ADDRESS');
    this.compartment({ defenderId: null, placeId, cityId, compartment: 'ADDRESS', dataKeyId: id }, placeId, key, address);
  }

  /** The text of a risk note. */
  riskNote(noteId: string, defenderId: string, content: unknown): void {
    const { id, key } = this.keyOf(defenderId, 'RISK');
    this.rows.risk_note_body.push({ noteId, dataKeyId: id, sealed: hexOf(sealJson(key, content, bindings.riskNote(noteId))) });
  }

  /** What of a compartment may be opened to a city, each part under a key of its own. */
  private parts(defenderId: string, parts: Partial<Record<CityPart, unknown>>): void {
    for (const part of cityParts) if (part in parts) this.ofDefender(defenderId, part, parts[part]);
  }

  private ofDefender(defenderId: string, compartment: 'IDENTITY' | 'CONTACT' | 'DEPENDANTS' | CityPart, content: unknown): void {
    const { id, key } = this.keyOf(defenderId, compartment);
    this.compartment({ defenderId, placeId: null, cityId: null, compartment, dataKeyId: id }, defenderId, key, content);
  }

  private compartment(row: Omit<CompartmentRow, 'id' | 'sealed'>, ownerId: string, key: Uint8Array, content: unknown): void {
    const sealed = hexOf(sealJson(key, content, bindings.compartment(ownerId, row.compartment, firstVersion)));
    this.rows.sealed_compartment.push({ id: idOf('compartment', `${ownerId}/${row.compartment}`), ...row, sealed });
  }

  private keyOf(ownerId: string, compartment: string): { readonly id: string; readonly key: Uint8Array } {
    const name = `${ownerId}/${compartment}`;
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const made = { id: idOf('data key', name), key: newDataKey() };
    this.keys.set(name, made);
    const { wrapped, ringKeyId } = this.ring.wrap(made.key);
    this.rows['vault.data_key'].push({ id: made.id, wrapped: hexOf(wrapped), ringKeyId, createdAt: momentOn(addDays(this.today, -1), name) });
    return made;
  }
}
