import { digits, type Row } from '../lib/table.ts';
import type { Measured, Result } from './rounds.ts';

/** The row of the results by which the others are divided. */
export const perSecondOf = (results: readonly Result[], name: string): number =>
  results.find((result) => result.name === name)?.medians.perSecond ?? Number.NaN;

/**
 * Rows of the table.
 * @param base the name of the side that the column "÷ relay" means; without it there are no ratios: all keep the pace
 */
export function movesRows(
  subject: string,
  results: readonly Result[],
  { base, note }: { readonly base?: string; readonly note: string },
): Row[] {
  const own = perSecondOf(results, 'Rookery');
  const relay = base === undefined ? Number.NaN : perSecondOf(results, base);
  return results.map(({ name, medians }, index) => {
    const { refused, finished, ...measured } = medians;
    const remarks = [index === 0 ? note : '', remarkOf(name, medians)].filter(Boolean);
    return {
      subject: index === 0 ? subject : '',
      who: name,
      ...measured,
      ...(base !== undefined && { ofRelay: measured.perSecond / relay }),
      driver: shareOf(medians),
      ...(base !== undefined && name !== 'Rookery' && { ratio: own / measured.perSecond }),
      ...(remarks.length > 0 && { note: remarks.join('; ') }),
    };
  });
}

function remarkOf(name: string, { refused, finished, blockedMs }: Measured): string {
  return [
    name === 'Rookery' ? `event loop blocked for ${digits(blockedMs)} ms at most` : '',
    refused > 0 ? `${refused} REFUSED` : '',
    finished > 0 ? `${finished} GAMES RAN OUT` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** As "0.97 (23 %)": CPUs used, and the share of the time with something to do. */
function shareOf({ driverCpus, driverBusy }: Measured): string {
  const busy = Number.isFinite(driverBusy) ? ` (${Math.round(driverBusy * 100)} %)` : '';
  return `${driverCpus.toFixed(2)}${busy}`;
}
