// Imported first by every command: stops with one clear line if Node is too old, before newer features are used.
const needed = /** @type {const} */ ([20, 19]);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Rookery needs Node ${needed.join('.')} or newer, this is ${process.versions.node}. Get it from https://nodejs.org/`,
  );
  process.exit(1);
}
