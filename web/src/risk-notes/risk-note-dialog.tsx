import { Trans, useLingui } from '@lingui/react/macro';
import { newRiskNote, type NewRiskNote, type RiskNoteView } from '@shelter-city/contract/risk-notes';
import { riskDegrees, riskLevels, riskScopes } from '@shelter-city/contract/vocabulary';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { resolverFor } from '../defenders/profile-values.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, CheckboxGroup } from '../design/choices.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextArea, TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { useAccount } from '../session/own-session.ts';
import { plusDays } from '../stays/plus-days.ts';
import { writeRiskNote } from './risk-note-queries.ts';
import { riskDegreeWords, riskLevelWords, riskScopeWords } from './risk-words.ts';

type Props = { readonly code: string; readonly supersedes: RiskNoteView | null; readonly onClose: () => void };

/** Days after which a note is looked at again when nobody says otherwise. */
const usualReviewDays = 90;

/** Writes a risk note. Notes are never changed: a newer one takes an older one's place. */
export function RiskNoteDialog({ code, supersedes, onClose }: Props) {
  const { t, i18n } = useLingui();
  const { riskCleared } = useAccount();
  const { data: cities } = useSuspenseQuery(cityQueries.list());
  const form = useForm<NewRiskNote, unknown, z.output<typeof newRiskNote>>({
    resolver: resolverFor<typeof newRiskNote, NewRiskNote>(newRiskNote, ['threatActorKind', 'knownReachAbroad', 'measures']),
    defaultValues: {
      scope: supersedes?.scope ?? 'PERSON', level: supersedes?.level ?? 'MEDIUM', degree: supersedes?.degree ?? 'DIRECT_RISK',
      reviewBy: plusDays(today(), usualReviewDays), restricted: supersedes?.restricted ?? false,
      content: { text: '', threatActorKind: '', knownReachAbroad: '', measures: '' }, instructionForCity: supersedes?.instructionForCity ?? null,
      citiesToAvoid: supersedes?.citiesToAvoid.map(({ id }) => id) ?? [], notNear: supersedes?.notNear.map((other) => other.code) ?? [],
    },
  });
  const write = useMutation({
    ...writeRiskNote(code, supersedes?.id ?? null),
    onError: showProblem(form),
    onSuccess: () => { showToast({ text: t`The note is kept. The planner obeys it from now on.` }); onClose(); },
  });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} size="lg" title={supersedes ? <Trans>A newer note</Trans> : <Trans>New risk note</Trans>} lead={<Trans>A note can’t be changed afterwards, only followed by a newer one.</Trans>}>
      <Form isWide onSubmit={form.handleSubmit((body) => { write.mutate(body); })} error={errors.root}>
        <div className="grid grid-cols-3 gap-4 max-sm:grid-cols-1">
          <Select label={t`Level`} choices={riskLevels.map((value) => ({ value, label: i18n._(riskLevelWords[value]) }))} {...form.register('level')} />
          <Select label={t`About`} choices={riskScopes.map((value) => ({ value, label: i18n._(riskScopeWords[value]) }))} {...form.register('scope')} />
          <Select label={t`Degree`} choices={riskDegrees.map((value) => ({ value, label: i18n._(riskDegreeWords[value]) }))} {...form.register('degree')} />
        </div>
        <TextArea label={t`What is known`} hint={t`Sealed. Shown only by a reveal with a reason.`} rows={4} error={errors.content?.text} {...form.register('content.text')} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <TextField label={t`Who threatens`} hint={t`A kind, such as an armed group or an authority`} autoComplete="off" error={errors.content?.threatActorKind} {...form.register('content.threatActorKind')} />
          <TextField label={t`Known reach abroad`} autoComplete="off" error={errors.content?.knownReachAbroad} {...form.register('content.knownReachAbroad')} />
        </div>
        <TextArea label={t`Measures`} error={errors.content?.measures} {...form.register('content.measures')} />
        <TextArea label={t`Instruction for the city`} hint={t`The only line a city ever sees, after it said yes. No reason in it.`} optional error={errors.instructionForCity} {...form.register('instructionForCity')} />
        <CheckboxGroup label={t`Cities to avoid`} inline choices={cities.items.map(({ id, name }) => ({ value: id, label: name }))} field={form.register('citiesToAvoid')} />
        <TextField
          label={t`Not near`}
          hint={t`Code names, with commas between them, such as amber-heron`}
          autoComplete="off"
          error={errors.notNear?.[0] ?? errors.notNear}
          {...form.register('notNear', {
            setValueAs: (value: readonly string[] | string) => (typeof value === 'string' ? value : value.join(',')).split(',').map((one) => one.trim().toLowerCase().replaceAll(' ', '-')).filter(Boolean),
          })}
        />
        <DateField control={form.control} name="reviewBy" label={t`Review by`} min={today()} />
        {riskCleared && <Checkbox label={t`Restricted: only cleared coordinators read it`} {...form.register('restricted')} />}
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={write.isPending}><Trans>Keep the note</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
