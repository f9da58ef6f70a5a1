/** Something the user must do before a command works: shown as it is, without a stack. */
export class Refusal extends Error {}

/** Runs a command's main function: a refusal is one message, anything else shows where it came from. */
export async function main(work: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
