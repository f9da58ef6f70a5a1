/**
 * A reply that the database has made as one JSON text, for the few large ones that are asked all day. The contract checks
 * it like every other; then the text itself is sent, and not written a second time.
 */
export class ReadyReply {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
