import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlanPerson, PlanSeat, PlanView } from '@shelter-city/contract/plans';
import { Badge, StatusMark } from '../design/badge.tsx';
import { Button, IconButton } from '../design/button.tsx';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatDay, formatDays } from '../design/days.ts';
import { Menu } from '../design/menu.tsx';
import { EmptyState } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import { ruleWords } from '../matching/rule-words.ts';
import { leftOutWords } from './plan-words.ts';

type Wish = { readonly code: string; readonly pinned: boolean; readonly bannedCityIds: string[] };
type Props = {
  readonly plan: PlanView;
  readonly onExplain: (code: string) => void;
  readonly onWish: (wish: Wish) => void;
};

const isSame = (one: PlanSeat, other: PlanSeat) => one.place.id === other.place.id && one.span.from === other.span.from && one.span.until === other.span.until;
const nowhere = '\uffff';

/** The cohort as a table: where the plan has each, or why nowhere, what changed, and what one may wish for. */
export function CohortTable({ plan, onExplain, onWish }: Props) {
  const { t } = useLingui();
  const mayChange = plan.may.includes('change');
  const columns: Column<PlanPerson>[] = [
    { id: 'defender', header: t`Defender`, names: true, sortBy: ({ defender }) => defender.codeName, cell: ({ defender, urgent }) => (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <TextLink to={`/defenders/${defender.code}`}>{defender.codeName}</TextLink>
        {urgent && <Badge tone="bad"><Trans>Urgent</Trans></Badge>}
      </span>
    ) },
    { id: 'city', header: t`City`, sortBy: ({ seat }) => seat?.city.name ?? nowhere, cell: (person) => <Where person={person} /> },
    { id: 'days', header: t`Days`, sortBy: ({ seat }) => seat?.span.from ?? nowhere, className: 'tabular-nums', cell: ({ seat, window }) => seat ? <span className="lg:whitespace-nowrap">{formatDays(seat.span.from, seat.span.until)}</span> : window.earliest && <span className="text-muted"><Trans>could come from {formatDay(window.earliest)}</Trans></span> },
    { id: 'rules', header: t`Rules`, cell: (person) => person.seat && person.stayId === null && person.findings.length > 0 && <Rules person={person} /> },
    { id: 'change', header: t`Since the last plan`, wideOnly: true, cell: (person) => <Moved person={person} /> },
    { id: 'act', header: t`Actions`, className: 'print:hidden', cell: (person) => {
      const { defender, seat, pinned, bannedCities, awaits } = person;
      const { code } = defender;
      const banned = bannedCities.map(({ id }) => id);
      return (
        <span className="-ms-2 flex items-center gap-1 max-sm:-my-1">
          <Button size="sm" variant="quiet" onPress={() => { onExplain(code); }} aria-label={t`${defender.codeName}: why?`}><Trans>Why?</Trans></Button>
          {mayChange && awaits && (
            <Menu
              label={t`Wishes for ${defender.codeName}`}
              trigger={<IconButton icon="dots" label={t`Wishes for ${defender.codeName}`} size="sm" />}
              entries={[
                ...(pinned ? [{ id: 'unpin', label: t`No longer pinned`, onAction: () => { onWish({ code, pinned: false, bannedCityIds: banned }); } }] : []),
                ...(seat && !pinned && !banned.includes(seat.city.id) ? [{ id: 'pin', label: t`Pin here`, onAction: () => { onWish({ code, pinned: true, bannedCityIds: banned }); } }] : []),
                ...citiesToBan(plan, person).map(({ id, name }) => ({ id: `not ${id}`, label: t`Not in ${name}`, onAction: () => { onWish({ code, pinned, bannedCityIds: [...banned, id] }); } })),
                ...bannedCities.map(({ id, name }) => ({ id, label: t`Allow ${name} again`, onAction: () => { onWish({ code, pinned, bannedCityIds: banned.filter((one) => one !== id) }); } })),
              ]}
            />
          )}
        </span>
      );
    } },
  ];
  return (
    <DataTable
      caption={t`Who, where and when`}
      columns={columns}
      rows={plan.cohort}
      keyOf={({ defender }) => defender.code}
      sort={{ by: 'defender', descending: false }}
      empty={<EmptyState icon="people" title={<Trans>Nobody is in this plan any more</Trans>} />}
    />
  );
}

/** Cities that somebody could be banned from, the one they are in first; whoever is pinned is banned from no more. */
function citiesToBan({ load }: PlanView, { seat, pinned, bannedCities }: PlanPerson) {
  const banned = new Set(bannedCities.map(({ id }) => id));
  const cities = pinned ? [] : load.map(({ city }) => city).filter(({ id }) => !banned.has(id));
  return cities.toSorted((a, b) => Number(b.id === seat?.city.id) - Number(a.id === seat?.city.id) || (a.name < b.name ? -1 : 1));
}

function Where({ person: { seat, leftOutBecause, pinned, bannedCities, stayId, awaits } }: { readonly person: PlanPerson }) {
  const { i18n } = useLingui();
  return (
    <span className="grid gap-0.5">
      {seat && stayId !== null && <TextLink to={`/stays/${stayId}`}>{seat.city.name}, {seat.place.label}</TextLink>}
      {seat && stayId === null && <span>{seat.city.name}, {seat.place.label}</span>}
      {leftOutBecause && <StatusMark shape="minus" tone="warn"><span className="whitespace-normal">{i18n._(leftOutWords[leftOutBecause])}</span></StatusMark>}
      {!seat && !awaits && <AwaitsNoPlace />}
      {!seat && awaits && !leftOutBecause && <span className="text-muted">–</span>}
      {pinned && <span><Badge tone="accent"><Trans>Pinned</Trans></Badge></span>}
      {bannedCities.map(({ id, name }) => <span key={id}><Badge tone="neutral"><Trans>Not in {name}</Trans></Badge></span>)}
    </span>
  );
}

/** Somebody of the cohort got a place meanwhile, or isn't selected any more. */
function AwaitsNoPlace() {
  return <StatusMark shape="minus" tone="warn"><span className="whitespace-normal"><Trans>No longer awaits a place</Trans></span></StatusMark>;
}

/** How the rules answer today: what is broken first, then what is open, then what changed since the plan was made. */
function Rules({ person: { seat, findings, brokenBy, changedSince, bannedCities, awaits } }: { readonly person: PlanPerson }) {
  const { i18n } = useLingui();
  if (!awaits) return <AwaitsNoPlace />;
  if (bannedCities.some(({ id }) => id === seat?.city.id)) return <StatusMark shape="cross" tone="bad"><span className="whitespace-normal"><Trans>Not wished here any more</Trans></span></StatusMark>;
  if (brokenBy.length > 0) return <StatusMark shape="cross" tone="bad"><span className="whitespace-normal"><Trans>No longer holds: {brokenBy.map((rule) => i18n._(ruleWords[rule])).join(', ')}</Trans></span></StatusMark>;
  const open = findings.filter(({ verdict }) => verdict === 'UNKNOWN').length;
  const weaker = findings.filter(({ verdict }) => verdict === 'WEAKER').length;
  return (
    <span className="grid gap-0.5 text-sm">
      {open === 0 ? <StatusMark shape="check" tone="ok"><span className="whitespace-normal"><Trans>Keeps every rule</Trans></span></StatusMark> : <StatusMark shape="question" tone="warn"><Plural value={open} one="# question" other="# questions" /></StatusMark>}
      {weaker > 0 && <span className="text-muted"><Plural value={weaker} one="# weaker" other="# weaker" /></span>}
      {changedSince.length > 0 && <span className="text-muted"><Trans>Other than when it was made: {changedSince.map((rule) => i18n._(ruleWords[rule])).join(', ')}</Trans></span>}
    </span>
  );
}

function Moved({ person: { seat, before } }: { readonly person: PlanPerson }) {
  if (!before && !seat) return null;
  if (!before) return <span className="text-muted"><Trans>New</Trans></span>;
  if (!seat) return <span><Trans>Was in {before.city.name}</Trans></span>;
  if (isSame(seat, before)) return <span className="text-muted"><Trans>As before</Trans></span>;
  return <span><Trans>Was in {before.city.name}, {formatDays(before.span.from, before.span.until)}</Trans></span>;
}
