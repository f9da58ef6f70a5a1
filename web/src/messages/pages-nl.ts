import { messages as disclosure } from './nl/disclosure.po';
import { messages as today } from './nl/today.po';
import { messages as defenders } from './nl/defenders.po';
import { messages as keeping } from './nl/keeping.po';
import { messages as matching } from './nl/matching.po';
import { messages as board } from './nl/board.po';
import { messages as plans } from './nl/plans.po';
import { messages as cities } from './nl/cities.po';
import { messages as cityPartner } from './nl/city-partner.po';
import { messages as reports } from './nl/reports.po';
import { messages as capacity } from './nl/capacity.po';
import { messages as stays } from './nl/stays.po';
import { messages as joining } from './nl/joining.po';
import { messages as admin } from './nl/admin.po';
import { messages as passkeys } from './nl/passkeys.po';
import { messages as riskNotes } from './nl/risk-notes.po';
import { messages as safety } from './nl/safety.po';
import { messages as visa } from './nl/visa.po';

/** The Dutch text of every page inside the frame. */
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
