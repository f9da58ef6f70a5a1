import { roles } from '@shelter-city/contract/vocabulary';
import { page, type PageEntry } from './page-route.ts';

/** Every page of the frame. Each is its own chunk; one line a page, grouped by vertical. */
export const pages: readonly PageEntry[] = [
  // coordinators
  page('today', ['COORDINATOR'], () => import('../today/today.route.tsx')),
  page('defenders', ['COORDINATOR'], () => import('../defenders/defenders.route.tsx')),
  page('defenders/new', ['COORDINATOR'], () => import('../defenders/new-defender.route.tsx')),
  page('defenders/:code', ['COORDINATOR'], () => import('../defenders/defender.route.tsx')),
  page('defenders/:code/risk', ['COORDINATOR'], () => import('../risk-notes/risk.route.tsx')),
  page('defenders/:code/safety', ['COORDINATOR'], () => import('../safety/safety.route.tsx')),
  page('defenders/:code/disclosure', ['COORDINATOR'], () => import('../disclosure/disclosure.route.tsx')),
  page('defenders/:code/history', ['COORDINATOR'], () => import('../defenders/history.route.tsx')),
  page('defenders/:code/match', ['COORDINATOR'], () => import('../matching/match.route.tsx')),
  page('defenders/:code/visa-days', ['COORDINATOR'], () => import('../visa/visa-days.route.tsx')),
  page('board', ['COORDINATOR'], () => import('../board/board.route.tsx')),
  page('plans', ['COORDINATOR'], () => import('../plans/plans.route.tsx')),
  page('plans/:planId', ['COORDINATOR'], () => import('../plans/plan.route.tsx')),
  page('plans/:planId/comparison', ['COORDINATOR'], () => import('../plans/comparison.route.tsx')),
  page('stays/:stayId', ['COORDINATOR'], () => import('../stays/stay.route.tsx')),
  page('stays/:stayId/card', ['COORDINATOR'], () => import('../safety/stay-card.route.tsx')),
  page('cities', ['COORDINATOR'], () => import('../cities/cities.route.tsx')),
  page('cities/:slug', ['COORDINATOR'], () => import('../cities/city.route.tsx')),
  // city partners
  page('city', ['CITY_PARTNER'], () => import('../city-partner/city-home.route.tsx')),
  page('city/requests/:stayId', ['CITY_PARTNER'], () => import('../city-partner/city-stay.route.tsx')),
  page('city/stays/:stayId', ['CITY_PARTNER'], () => import('../city-partner/city-stay.route.tsx')),
  page('city/stays/:stayId/card', ['CITY_PARTNER'], () => import('../safety/city-card.route.tsx')),
  page('city/capacity', ['CITY_PARTNER'], () => import('../city-partner/city-capacity.route.tsx')),
  page('city/years', ['CITY_PARTNER'], () => import('../reports/city-years.route.tsx')),
  // counts
  page('reports/:year', ['COORDINATOR', 'MANAGER'], () => import('../reports/report.route.tsx')),
  page('rules', roles, () => import('../matching/rules.route.tsx')),
  // session
  page('settings', roles, () => import('../session/settings.route.tsx')),
  page('settings/acts', ['COORDINATOR', 'CITY_PARTNER'], () => import('../session/own-acts.route.tsx')),
  page('admin', ['ADMIN'], () => import('../session/admin-home.route.tsx')),
  // administrators
  page('admin/accounts', ['ADMIN'], () => import('../admin/accounts.route.tsx')),
  page('admin/cities', ['ADMIN'], () => import('../admin/cities.route.tsx')),
  page('admin/retention', ['ADMIN'], () => import('../keeping/retention.route.tsx')),
  page('admin/integrity', ['ADMIN'], () => import('../keeping/integrity.route.tsx')),
  page('erasures', ['COORDINATOR', 'ADMIN'], () => import('../keeping/certificates.route.tsx')),
  page('erasures/:certificateId', ['COORDINATOR', 'ADMIN'], () => import('../keeping/certificate.route.tsx')),
  page('defenders/:code/erasure', ['COORDINATOR'], () => import('../keeping/erasure.route.tsx')),
];
