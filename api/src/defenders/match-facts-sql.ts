import { heldVisasSql } from '../persistence/held-visas-sql.ts';

// $1 who, $2 a stay that is about to move or null, $3 today.

/**
 * One round trip for everything that matching reads of a person: the notes in force about them, and those of others
 * that name them; of those the reader may not open only what they close. An index answers each part; the two ways to a note are a union, because an OR would read all notes.
 */
const matchFactsOf = (who: string) => `
SELECT json_build_object(
  'id', d.id, 'codeName', d.code_name, 'selection', d.selection, 'version', d.version,
  'profileAsOf', (coalesce((SELECT max(e.at) FROM event e
    WHERE e.subject = 'DEFENDER' AND e.subject_id = d.id AND e.verb IN ('CREATED', 'PROFILE_CHANGED')), d.created_at)
    AT TIME ZONE 'Europe/Amsterdam')::date,
  'womenOnlyAllowed', d.women_only_allowed, 'interpreter', d.interpreter, 'needs', d.needs,
  'householdSize', d.household_size, 'themes', d.themes, 'publicity', d.publicity, 'track', d.track,
  'passportValidUntil', d.passport_valid_until, 'visaNeeded', d.visa_needed, 'visaLeadDays', d.visa_lead_days, 'heldVisas', ${heldVisasSql},
  'earliestArrival', d.earliest_arrival, 'latestArrival', d.latest_arrival, 'nightsWished', d.nights_wished,
  'languages', (SELECT coalesce(json_agg(json_build_object('code', l.language, 'level', l.level) ORDER BY l.language), '[]')
    FROM defender_language l WHERE l.defender_id = d.id),
  'wishes', (SELECT coalesce(json_agg(json_build_object('cityId', w.city_id, 'kind', w.kind)), '[]')
    FROM defender_city_wish w WHERE w.defender_id = d.id),
  'presences', (SELECT coalesce(json_agg(json_build_object('enteredOn', p.entered_on, 'leftOn', p.left_on, 'source', p.source, 'basis', p.basis)
      ORDER BY p.entered_on), '[]') FROM schengen_presence p WHERE p.defender_id = d.id),
  'otherStays', (SELECT coalesce(json_agg(json_build_object('from', lower(s.occupies), 'until', upper(s.occupies))
      ORDER BY s.arrives_on), '[]')
    FROM stay s WHERE s.defender_id = d.id AND s.occupies IS NOT NULL AND ($2::uuid IS NULL OR s.id <> $2::uuid)),
  'withheldCities', (SELECT coalesce(json_agg(json_build_object('cityId', w.city_id,
      'since', (w.added_at AT TIME ZONE 'Europe/Amsterdam')::date)), '[]')
    FROM withheld_from w WHERE w.defender_id = d.id AND w.city_id IS NOT NULL AND w.lifted_at IS NULL),
  'notes', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'supersedes', n.supersedes_id, 'subject', n.subject,
      'subjectId', n.defender_id, 'level', n.level, 'restricted', n.restricted,
      'writtenOn', (n.created_at AT TIME ZONE 'Europe/Amsterdam')::date, 'instructionForCity', null,
      'citiesToAvoid', ARRAY(SELECT b.city_id FROM risk_city_ban b WHERE b.note_id = n.id),
      'notNearDefenderIds', ARRAY(SELECT a.other_defender_id FROM risk_apart a WHERE a.note_id = n.id))), '[]')
    FROM risk_note n
    WHERE n.id IN (SELECT own.id FROM risk_note own WHERE own.defender_id = d.id
             UNION SELECT a.note_id FROM risk_apart a WHERE a.other_defender_id = d.id)
      AND NOT EXISTS (SELECT FROM risk_note newer WHERE newer.supersedes_id = n.id)),
  'hiddenRules', hidden_rules_about(d.id, $3::date)
)::text AS facts
FROM defender d WHERE ${who}`;

/** $1 the code name. */
export const matchFactsSql = matchFactsOf('d.code_name = $1');
/** $1 the ids of some people, who come in the order of their code names. */
export const cohortFactsSql = `${matchFactsOf('d.id = ANY ($1::uuid[])')} ORDER BY d.code_name`;
