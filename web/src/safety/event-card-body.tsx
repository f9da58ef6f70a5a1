import { Trans, useLingui } from '@lingui/react/macro';
import type { EventCard, SaidView } from '@shelter-city/contract/publicity';
import type { ReactNode } from 'react';
import { Banner } from '../design/banner.tsx';
import { formatDay } from '../design/days.ts';
import { Icon, type IconName } from '../design/icon.tsx';
import { aspectWords } from './safety-words.ts';

function Part({ title, icon, said, children }: { readonly title: ReactNode; readonly icon: IconName; readonly said: readonly SaidView[]; readonly children?: (one: SaidView) => ReactNode }) {
  const { i18n } = useLingui();
  if (said.length === 0) return null;
  return (
    <section className="grid gap-1 break-inside-avoid">
      <h2 className="flex items-center gap-2 text-lg font-semibold"><Icon name={icon} />{title}</h2>
      <ul className="grid gap-0.5 ps-6">
        {said.map((one) => <li key={one.aspect} className="list-disc">{i18n._(aspectWords[one.aspect])}{children?.(one)}</li>)}
      </ul>
    </section>
  );
}

/** May say, must not say, photo or none: by a code name, fit to be printed. It says in words what it means by order. */
export function EventCardBody({ card }: { readonly card: EventCard }) {
  const by = (answer: SaidView['answer']) => card.said.filter((one) => one.answer === answer);
  const face = card.said.find(({ aspect }) => aspect === 'face');
  const [withdrawnOn, versionOf] = [card.withdrawnOn && formatDay(card.withdrawnOn), card.versionOf && formatDay(card.versionOf)];
  return (
    <article className="grid gap-5 rounded-lg border-2 border-line-strong bg-surface p-5">
      {withdrawnOn !== null && <Banner tone="bad" icon="alert" role="alert"><Trans>Withdrawn on {withdrawnOn}: nothing may be said any more.</Trans></Banner>}
      <p className={`flex items-center gap-2 rounded-md border-2 px-3 py-2 text-xl font-semibold ${face?.answer === 'YES' ? 'border-line text-ink' : 'border-bad text-bad'}`}>
        <Icon name={face?.answer === 'YES' ? 'check' : 'close'} className="size-6" />
        {face?.answer === 'YES' ? <Trans>Photo and film allowed</Trans> : face?.answer === 'APPROVED' ? <Trans>No photo, no film, but at the occasions below</Trans> : <Trans>No photo, no film</Trans>}
      </p>
      <Part title={<Trans>May say</Trans>} icon="check" said={by('YES')} />
      <Part title={<Trans>May say in the room only: no recording, nothing online</Trans>} icon="lock" said={by('OFFLINE')} />
      <Part title={<Trans>May say at these occasions only</Trans>} icon="calendar" said={by('APPROVED')}>
        {({ occasions }) => occasions.map(({ occasion, validUntil }) => <span key={`${occasion}${validUntil}`}>: {occasion} <Trans>(until {formatDay(validUntil)})</Trans></span>)}
      </Part>
      <Part title={<Trans>Must not say</Trans>} icon="close" said={by('NO')} />
      <p className="border-t border-line pt-3 text-sm text-muted">
        {versionOf === null ? <Trans>Nothing was ever agreed.</Trans> : <Trans>Version {card.number}, of {versionOf}.</Trans>}{' '}
        <Trans>Shown on {formatDay(card.asOf)}. A newer version takes its place at once: look again before the event.</Trans>
      </p>
    </article>
  );
}
