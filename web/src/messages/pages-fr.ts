import { messages as disclosure } from './fr/disclosure.po';
import { messages as today } from './fr/today.po';
import { messages as defenders } from './fr/defenders.po';
import { messages as keeping } from './fr/keeping.po';
import { messages as matching } from './fr/matching.po';
import { messages as board } from './fr/board.po';
import { messages as plans } from './fr/plans.po';
import { messages as cities } from './fr/cities.po';
import { messages as cityPartner } from './fr/city-partner.po';
import { messages as reports } from './fr/reports.po';
import { messages as capacity } from './fr/capacity.po';
import { messages as stays } from './fr/stays.po';
import { messages as joining } from './fr/joining.po';
import { messages as admin } from './fr/admin.po';
import { messages as passkeys } from './fr/passkeys.po';
import { messages as riskNotes } from './fr/risk-notes.po';
import { messages as safety } from './fr/safety.po';
import { messages as visa } from './fr/visa.po';

/** The French text of every page inside the frame. */
export const messages = {
  ...today,
  ...defenders,
  ...keeping,
  ...matching,
  ...board,
  ...plans,
  ...cities,
  ...cityPartner,
  ...reports,
  ...capacity,
  ...stays,
  ...riskNotes,
  ...safety,
  ...visa,
  ...disclosure,
  ...passkeys,
  ...joining,
  ...admin,
};
