/** The frame before anything is known: its own colours and lines, so that nothing jumps. */
export function FrameSkeleton() {
  return (
    <div className="grid min-h-dvh md:grid-cols-[14rem_1fr]" aria-busy="true">
      <div className="hidden border-e border-line bg-sunken md:block" />
      <div />
    </div>
  );
}
