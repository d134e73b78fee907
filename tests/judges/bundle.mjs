// Puts npm packages into one piece, for a page without a server and for a node older than its packages
// (Debian 12 has node 18; bpmnlint loads modules in a way that only node 20 knows).
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export async function bundled(contents, options) {
  const result = await build({
    stdin: { contents, resolveDir: HERE },
    bundle: true,
    write: false,
    logLevel: 'error',
    ...options,
  });
  return result.outputFiles[0].text;
}
