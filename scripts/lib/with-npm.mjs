// Ends this process when the npm that started it is gone. npm starts a shell in between, which ends on SIGTERM without
// ending its child, and stays when npm gets SIGKILL: the server would keep running and hold its port.
import { readFileSync } from 'node:fs';

/** The grandparent if the parent is npm's shell and the system shows it (Linux), else the parent. */
function starter() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const [, name = '', parent] = stat.match(/\((.*)\) \S (\d+)/) ?? [];
    return /^(da|ba|z|k)?sh$/.test(name) ? `${process.ppid} ${parent}` : process.ppid;
  } catch {
    return process.ppid;
  }
}

if (process.env.npm_lifecycle_event) {
  const first = starter();
  const timer = setInterval(() => {
    if (starter() === first) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  timer.unref();
}
