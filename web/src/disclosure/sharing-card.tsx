import { Trans, useLingui } from '@lingui/react/macro';
import type { DisclosureView } from '@shelter-city/contract/disclosure';
import { useMutation } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { ageBandWords } from '../city-partner/city-part-words.ts';
import { Checkbox } from '../design/choices.tsx';
import { Card } from '../design/layout.tsx';
import { showToast } from '../design/toast.tsx';
import { disclosureMutations } from './disclosure-queries.ts';

type Props = { readonly code: string; readonly disclosure: DisclosureView };

/** What the person agreed to let the city of a confirmed stay open. Not agreed unless it is written here. */
export function SharingCard({ code, disclosure: { sharing, companions } }: Props) {
  const { t, i18n } = useLingui();
  const agree = useMutation({
    ...disclosureMutations.agree(code),
    onError: (error) => { showToast({ tone: 'bad', text: failureWords(error) }); },
    onSuccess: () => { showToast({ text: t`Written down. It counts at once.` }); },
  });
  const set = (change: Partial<DisclosureView['sharing']>) => { agree.mutate({ ...sharing, ...change }); };
  return (
    <Card title={<Trans>What the person agreed to</Trans>}>
      <div className="grid gap-3">
        <Checkbox
          label={t`The city may see the name they go by`}
          hint={t`From its yes to the departure, each time with a reason.`}
          checked={sharing.name}
          disabled={agree.isPending}
          onChange={(event) => { set({ name: event.target.checked }); }}
        />
        <Checkbox
          label={t`The city may see how to reach them`}
          hint={t`Channels and hours. Never the go-between, the code word or the contact at home.`}
          checked={sharing.contact}
          disabled={agree.isPending}
          onChange={(event) => { set({ contact: event.target.checked }); }}
        />
        <p className="text-sm text-muted">
          {companions.length === 0 ? (
            <Trans>Nobody is recorded as coming along.</Trans>
          ) : (
            <Trans>Every city that is asked sees who comes along as: {companions.map((band) => i18n._(ageBandWords[band])).join(', ')}.</Trans>
          )}
        </p>
      </div>
    </Card>
  );
}
