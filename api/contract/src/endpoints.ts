import { accountLinks, accounts } from './accounts.ts';
import { adminCities } from './admin-cities.ts';
import { board } from './board.ts';
import { capacity } from './capacity.ts';
import { cities } from './cities.ts';
import { cityCounts } from './city-counts.ts';
import { cityHome } from './city-home.ts';
import { contact } from './contact.ts';
import { defenders } from './defenders.ts';
import { disclosure } from './disclosure.ts';
import type { Endpoint } from './endpoint.ts';
import { erasure } from './erasure.ts';
import { integrity } from './integrity.ts';
import { matching } from './matching.ts';
import { ownActs } from './own-acts.ts';
import { passkeys } from './passkeys.ts';
import { plans } from './plans.ts';
import { publicity } from './publicity.ts';
import { reports } from './reports.ts';
import { retention } from './retention.ts';
import { riskNotes } from './risk-notes.ts';
import { ruleBook } from './rule-book.ts';
import { session } from './session.ts';
import { stayGrounds } from './stay-ground.ts';
import { stays } from './stays.ts';
import { today } from './today.ts';
import { visaDays } from './visa-days.ts';
import { withholding } from './withholding.ts';

/** Every endpoint, by group, in the order of the main job: for the API's reference, its start-up check and its tests. */
export const endpointGroups: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = {
  session,
  ownActs,
  passkeys,
  accounts,
  accountLinks,
  adminCities,
  today,
  defenders,
  disclosure,
  riskNotes,
  withholding,
  publicity,
  contact,
  cities,
  capacity,
  matching,
  visaDays,
  ruleBook,
  stays,
  stayGrounds,
  board,
  plans,
  cityHome,
  erasure,
  retention,
  integrity,
  reports,
  cityCounts,
};
