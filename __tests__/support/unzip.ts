import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { temporaryFolder } from './temporary-repository.ts';

const SCRIPT = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps({i.filename: z.read(i).decode('utf8') for i in z.infolist()}))
`;

/** The files of an archive and their text, in its order, as read by another program; their checksums are right. */
export function unzip(archive: Uint8Array): Record<string, string> {
  const path = join(temporaryFolder(), 'archive.zip');
  writeFileSync(path, archive);
  const found = execFileSync('python3', ['-c', SCRIPT, path], { maxBuffer: 64 * 1024 * 1024 });
  return z.record(z.string(), z.string()).parse(JSON.parse(found.toString()));
}
