import { Trans, useLingui } from '@lingui/react/macro';
import type { ContactChannel, ContactView } from '@shelter-city/contract/contact';
import { StatusMark } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { channelWords, refusalWords } from './safety-words.ts';

type Props = {
  readonly contact: ContactView;
  readonly isPending: boolean;
  readonly onAttempt: (channel: ContactChannel, reached: boolean) => void;
};

/** Every way to reach somebody: the open ones with their buttons, the others closed with the reason; and who tried. */
export function WaysList({ contact, isPending, onAttempt }: Props) {
  const { t, i18n } = useLingui();
  const inOrder = [...contact.ways].sort((one, other) => Number(one.refusal !== null) - Number(other.refusal !== null));
  return (
    <div className="grid gap-4">
      {contact.rule === null ? (
        <p className="text-sm text-muted"><Trans>Nobody has recorded yet how this person may be reached. Until then every way is closed.</Trans></p>
      ) : (
        <ul aria-label={t`Ways to reach this person`} className="grid">
          {inOrder.map(({ channel, refusal }) => {
            const name = i18n._(channelWords[channel]);
            return (
              <li key={channel} className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-0">
                <span className={`grow ${refusal === null ? 'font-medium' : 'text-muted'}`}>{name}</span>
                {refusal === null ? (
                  <span className="flex gap-2">
                    <Button size="sm" isPending={isPending} aria-label={t`${name}: reached`} onPress={() => { onAttempt(channel, true); }}><Trans>Reached</Trans></Button>
                    <Button size="sm" variant="quiet" isPending={isPending} aria-label={t`${name}: no answer`} onPress={() => { onAttempt(channel, false); }}><Trans>No answer</Trans></Button>
                  </span>
                ) : (
                  <span className="text-sm"><StatusMark shape="cross" tone={refusal === 'CHANNEL_NEVER' || refusal === 'NOT_DIRECTLY' ? 'bad' : 'neutral'}>{i18n._(refusalWords[refusal])}</StatusMark></span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {contact.attempts.length > 0 && (
        <section className="grid gap-1" aria-label={t`Attempts`}>
          <h3 className="text-sm text-muted"><Trans>Attempts</Trans></h3>
          <ul className="grid gap-0.5 text-sm">
            {contact.attempts.map(({ id, channel, reached, by, at }) => (
              <li key={id}>{formatInstant(at)} · {i18n._(channelWords[channel])} · {reached ? t`Reached` : t`No answer`} · {by.displayName}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
