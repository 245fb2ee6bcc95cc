import type { ReportedMessage } from '../contract/chat/index.ts';
import { readSettings } from './base/settings.ts';
import { openForReading } from './data-access/open.ts';
import { ReviewReportsService } from './services/chat/review-reports-service.ts';

const DEFAULT_COUNT = 50;

/** Formats a report: the reporter, the author, the reason and the messages. */
function linesOf(report: ReportedMessage): string[] {
  const { reported, reporter, reason, reportsOfUser, gameID, room, messages } = report;
  const at = new Date(report.atMs).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `${at}  ${reported}, by ${reporter}: ${reason}  (${reportsOfUser} about ${reported} in all)`,
    `  /game/${gameID}, ${room}' room`,
    ...messages.map(
      ({ number, username, text }) =>
        `  ${number === report.number ? '>' : ' '} ${username}: ${text}`,
    ),
    '',
  ];
}

/** Prints the reported messages, newest first, each with the messages before it. */
async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? DEFAULT_COUNT);
  if (!Number.isInteger(count) || count < 1) throw new Error('usage: npm run reports [-- COUNT]');
  const { DATABASE_URL: databaseUrl } = readSettings(process.env);
  const dataAccess = await openForReading({ databaseUrl, root: process.cwd(), now: Date.now });
  try {
    const reports = await new ReviewReportsService(dataAccess).list({ limit: count });
    for (const line of reports.flatMap(linesOf)) console.log(line);
    if (reports.length === 0) console.log('Nobody has reported anything.');
  } finally {
    await dataAccess.close();
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
