import { generateSync } from 'otplib';

/** What an authenticator app shows for a Base32 secret, some steps of thirty seconds from now. */
export const codeOf = (secret: string, stepsAhead = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + stepsAhead * 30, period: 30 });
