// Ends this process when the npm that started it is gone. npm puts a shell in between, which on SIGTERM dies without
// telling its child, and on SIGKILL of npm stays: the server would go on running and hold its port.
import { readFileSync } from 'node:fs';

/** The parent's parent where the parent is npm's shell and the system tells (Linux), else the parent. */
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
