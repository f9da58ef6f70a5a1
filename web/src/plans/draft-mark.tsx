import { StatusMark, type Shape } from '../design/badge.tsx';

/** The letter and the shape of each draft of a comparison, in their order: a colour tells none of them. */
export const draftLetters = ['A', 'B', 'C', 'D'] as const;
export const draftShapes: readonly Shape[] = ['full', 'diamond', 'triangle', 'half'];

/** A draft by its shape and letter, with its name where there is room. */
export function DraftMark({ at, name }: { readonly at: number; readonly name?: string }) {
  return (
    <StatusMark shape={draftShapes[at] ?? 'ring'} tone="accent">
      <strong className="font-semibold">{draftLetters[at]}</strong>
      {name !== undefined && <span className="max-w-56 truncate font-normal" title={name}>{name}</span>}
    </StatusMark>
  );
}
