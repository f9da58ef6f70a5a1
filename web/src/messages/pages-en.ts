import { messages as disclosure } from './en/disclosure.po';
import { messages as today } from './en/today.po';
import { messages as defenders } from './en/defenders.po';
import { messages as keeping } from './en/keeping.po';
import { messages as matching } from './en/matching.po';
import { messages as board } from './en/board.po';
import { messages as plans } from './en/plans.po';
import { messages as cities } from './en/cities.po';
import { messages as cityPartner } from './en/city-partner.po';
import { messages as reports } from './en/reports.po';
import { messages as capacity } from './en/capacity.po';
import { messages as stays } from './en/stays.po';
import { messages as joining } from './en/joining.po';
import { messages as admin } from './en/admin.po';
import { messages as passkeys } from './en/passkeys.po';
import { messages as riskNotes } from './en/risk-notes.po';
import { messages as safety } from './en/safety.po';
import { messages as visa } from './en/visa.po';

/** The English text of every page inside the frame. */
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
