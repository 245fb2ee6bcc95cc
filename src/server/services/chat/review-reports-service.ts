import type { ReportedMessage, ReportSelection } from '../../../contract/chat/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';

/** Lists the reported messages (G-4) for administrators, on the command line or in the browser. */
export class ReviewReportsService {
  constructor(private readonly dataAccess: Pick<DataAccess, 'chat'>) {}

  /** Newest first. */
  list(selection: ReportSelection): Promise<ReportedMessage[]> {
    return this.dataAccess.chat.reports(selection);
  }
}
