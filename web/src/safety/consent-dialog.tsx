import { Trans, useLingui } from '@lingui/react/macro';
import { newConsent, publicityAspects, type PublicityView } from '@shelter-city/contract/publicity';
import { publicityLevels } from '@shelter-city/contract/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { publicityWords } from '../defenders/defender-words.ts';
import { resolverFor } from '../defenders/profile-values.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { showToast } from '../design/toast.tsx';
import { safetyMutations } from './safety-queries.ts';
import { aspectWords } from './safety-words.ts';
import { useMeans } from './use-means.ts';

const never = { name: 'NEVER', face: 'NEVER', voice: 'NEVER', country: 'NEVER', city: 'NEVER', theme: 'NEVER', organisation: 'NEVER', dates: 'NEVER' } as const;

/** Records what a person agreed to: a version that is never changed, only followed by a newer one. */
export function ConsentDialog({ code, view, onClose }: { readonly code: string; readonly view: PublicityView; readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const means = useMeans();
  const [newest] = view.versions;
  const form = useForm<z.input<typeof newConsent>, unknown, z.output<typeof newConsent>>({
    resolver: resolverFor<typeof newConsent>(newConsent),
    defaultValues: { number: newest?.number ?? 0, matrix: newest?.matrix ?? never, givenOn: today(), givenHow: 'IN_PERSON' },
  });
  const record = useMutation({
    ...safetyMutations.record(code),
    onError: showProblem(form),
    onSuccess: () => { showToast({ text: t`Recorded. It counts from now on.` }); onClose(); },
  });
  const { errors } = form.formState;
  const levels = publicityLevels.map((value) => ({ value, label: i18n._(publicityWords[value]) }));
  return (
    <Dialog isOpen onClose={onClose} size="lg" title={<Trans>What the person agrees to</Trans>} lead={<Trans>Ask thing by thing. What was not asked stays “never”.</Trans>}>
      <Form isWide onSubmit={form.handleSubmit((body) => { record.mutate(body); })} error={errors.root}>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          {publicityAspects.map((aspect) => (
            <Select key={aspect} label={i18n._(aspectWords[aspect])} choices={levels} error={errors.matrix?.[aspect]} {...form.register(`matrix.${aspect}`)} />
          ))}
          <DateField control={form.control} name="givenOn" label={t`Said on`} max={today()} />
          <Select label={t`How it was said`} choices={means} error={errors.givenHow} {...form.register('givenHow')} />
        </div>
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={record.isPending}><Trans>Record</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
