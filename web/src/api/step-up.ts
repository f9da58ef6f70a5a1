type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let underWay: Promise<boolean> | undefined;
let proofs = 0;

/** Says who asks the reader to show again that it is them; the frame does. Answers how to withdraw it. */
export function askForProofsWith(asks: Ask): () => void {
  ask = asks;
  return () => {
    if (ask === asks) ask = undefined;
  };
}

/** Asks the reader to show again that it is them, once for all calls that wait for it. False when they wouldn't. */
export function proveAgain(): Promise<boolean> {
  if (!ask) return Promise.resolve(false);
  underWay ??= ask()
    .then((proved) => {
      if (proved) proofs += 1;
      return proved;
    })
    .finally(() => {
      underWay = undefined;
    });
  return underWay;
}

/** Notes that the session got another token without a proof. */
export function noteNewToken(): void {
  proofs += 1;
}

/** How often the reader proved it so far. Each time the session gets another token, and what was under way carried the old one. */
export const proofsSoFar = (): number => proofs;
