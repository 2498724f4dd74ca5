// What every Node peer does: read a list of pages, extract, write JSON Lines.
// A line of the list is `id<TAB>path<TAB>url`. Only the extraction is timed, not reading and unpacking.
import { readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';

for (const name of ['log', 'info', 'debug', 'warn']) console[name] = console.error;
console.error = () => {};

function writeLine(result) {
  const bytes = Buffer.from(JSON.stringify(result) + '\n');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

// extract(bytes, url) gives { html, title, authors, date }, or null where it finds nothing.
export async function run(extract) {
  for await (const line of createInterface({ input: process.stdin })) {
    const [id, path, url] = line.split('\t');
    const bytes = gunzipSync(readFileSync(path));
    const result = { id, html: '' };
    const wall = performance.now();
    const cpu = process.cpuUsage();
    try {
      Object.assign(result, (await extract(bytes, url || undefined)) ?? {});
    } catch (error) {
      result.error = String(error);
    }
    const used = process.cpuUsage(cpu);
    result.ms = performance.now() - wall;
    result.cpu_ms = (used.user + used.system) / 1e3;
    writeLine(result);
  }
}
