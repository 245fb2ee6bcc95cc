import { getContainer } from '../../../../server/container.ts';

const handle = (request: Request) => getContainer().handleTrpc(request);

export { handle as GET, handle as POST };
