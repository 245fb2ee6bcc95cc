import type { ReportedMessage, ReportSelection } from '../../../contract/chat/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';

/** What users have reported (G-4), for administrators: on the server's machine, or signed in as one. */
export class ReviewReportsService {
  constructor(private readonly dataAccess: Pick<DataAccess, 'chat'>) {}

  /** The newest first. */
  list(selection: ReportSelection): Promise<ReportedMessage[]> {
    return this.dataAccess.chat.reports(selection);
  }
}
