import { speak } from '../messages/language.ts';
import { ApiProblem, NetworkFailure } from './problems.ts';
import { showProblem } from './show-problem.ts';

type Put = [string, string | undefined];

function aForm() {
  const put: Put[] = [];
  const form = {
    getValues: () => ({ arrivesOn: '', needs: [{ level: '' }] }),
    setError: (path: string, { message }: { message?: string }) => {
      put.push([path, message]);
    },
  };
  return { put, show: showProblem(form as unknown as Parameters<typeof showProblem>[0]) };
}

const refusal = (errors?: { pointer: string; detail: string }[]) =>
  new ApiProblem({
    type: 'https://shelter-city.example/problems/invalid-request',
    title: 'Not well formed',
    detail: 'Look again.',
    status: 422,
    requestId: 'req-9',
    ...(errors && { errors }),
  });

it('puts each sentence beside the field that its pointer names', () => {
  const { put, show } = aForm();
  show(
    refusal([
      { pointer: '/arrivesOn', detail: 'Too early' },
      { pointer: '/needs/0/level', detail: 'Choose one' },
    ]),
  );
  expect(put).toEqual([
    ['arrivesOn', 'Too early'],
    ['needs.0.level', 'Choose one'],
  ]);
});

it('says above the button what names no field of the form', () => {
  const { put, show } = aForm();
  show(refusal([{ pointer: '/version', detail: 'A version is missing' }]));
  show(refusal());
  expect(put).toEqual([
    ['root', 'A version is missing'],
    ['root', 'Look again.'],
  ]);
});

it('says in the reader’s language that nothing was sent', async () => {
  await speak('fr');
  const { put, show } = aForm();
  show(new NetworkFailure(false));
  expect(put[0]?.[1]).toMatch(/^Rien n’a été envoyé/);
});
