import { defenderCompartments } from '@shelter-city/contract/defender-content';
import type { DefenderView } from '@shelter-city/contract/defenders';
import { applicationTransitions } from '@shelter-city/domain/defenders/application-transitions';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import { accessNeeds, themes } from '@shelter-city/domain/defenders/profile-words';
import type { ApplicationStatus } from '@shelter-city/domain/defenders/application-status';
import { notesInForce, strictestLevel } from '@shelter-city/domain/risk/constraints-of-notes';
import type { DefenderRecord } from './defenders.repository.ts';

/** A case as a coordinator sees it: by code name, with what is sealed only named. */
export const presentDefender = (record: DefenderRecord): DefenderView => ({
  id: record.id,
  code: slugOfCodeName(record.codeName),
  codeName: record.codeName,
  selection: record.selection,
  selectedOn: record.selectedOn,
  caseLead: record.caseLead && { id: record.caseLead.id, displayName: record.caseLead.displayName },
  profile: presentProfile(record),
  cities: record.wishes.map(({ city }) => ({ id: city.id, slug: city.slug, name: city.name })),
  compartments: defenderCompartments.map((compartment) => {
    const written = record.compartments.find((other) => other.compartment === compartment);
    return { compartment, sealed: written !== undefined, version: written?.version ?? null };
  }),
  applications: record.applications.map((application) => ({
    id: application.id,
    call: { id: application.call.id, name: application.call.name },
    status: application.status,
    receivedOn: application.receivedOn,
    decidedOn: application.decidedOn,
    decisionReason: application.decisionReason,
    next: statesAfter(application.status),
    version: application.version,
  })),
  stays: record.stays.map(({ place, ...stay }) => ({
    id: stay.id,
    status: stay.status,
    city: { id: place.city.id, slug: place.city.slug, name: place.city.name },
    placeLabel: place.label,
    span: { from: stay.arrivesOn, until: stay.departsOn },
    actualArrivesOn: stay.actualArrivesOn,
    actualDepartsOn: stay.actualDepartsOn,
    version: stay.version,
  })),
  risk: presentRisk(record.riskNotes),
  createdAt: record.createdAt.toISOString(),
  version: record.version,
});

function presentProfile(record: DefenderRecord): DefenderView['profile'] {
  return {
    countryOfWork: record.countryOfWork,
    currentCountry: record.currentCountry,
    languages: record.languages.map(({ language, level }) => ({ language, level })),
    interpreter: record.interpreter,
    themes: themes.filter((theme) => record.themes.includes(theme)),
    needs: accessNeeds.filter((need) => record.needs.includes(need)),
    householdSize: record.householdSize,
    womenOnlyAllowed: record.womenOnlyAllowed,
    earliestArrival: record.earliestArrival,
    latestArrival: record.latestArrival,
    nightsWished: record.nightsWished,
    passportValidUntil: record.passportValidUntil,
    visaNeeded: record.visaNeeded,
    visaLeadDays: record.visaLeadDays,
    track: record.track,
    wishes: record.wishes.map(({ city, kind }) => ({ cityId: city.id, kind })),
    presences: record.presences,
    visas: record.visas,
  };
}

/** Counts and the strictest level of the notes in force: these a coordinator may know of a restricted note, too. */
function presentRisk(notes: DefenderRecord['riskNotes']): DefenderView['risk'] {
  const inForce = notesInForce(notes);
  return {
    notes: inForce.length,
    restricted: inForce.filter(({ restricted }) => restricted).length,
    level: strictestLevel(inForce.map(({ level }) => level)),
    reviewBy: inForce.map(({ reviewBy }) => reviewBy).sort()[0] ?? null,
  };
}

/** The states that an application in this one may go to, in the table's order. */
const statesAfter = (status: ApplicationStatus): ApplicationStatus[] =>
  Object.values(applicationTransitions).flatMap(({ from, to }) =>
    from.includes(status) ? [to] : [],
  );
