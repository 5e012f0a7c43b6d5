import { join } from 'node:path';
import type { RunFiles } from '../run/stages/run-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import { artifactName, filesBelow, keepArtifact, named } from '../github/artifact/artifact.ts';
import { LONGEST_COMMENT } from '../github/publish/comment-text.ts';
import { systemTiming } from '../timing.ts';
import type { JobOutcome } from './job-outcome.ts';
import { mayOnlyRead, type JobContext } from './job-context.ts';

/**
 * Uploads the artifact that the input `artifact` asks for. Uploads nothing if there is no result, or if the result does
 * not justify a comment. A run that is not allowed to post its own comment uploads its artifact even if no comment is
 * justified, because another workflow posts the comment from the artifact.
 */
export async function leaveArtifact(
  finding: JobOutcome,
  files: RunFiles | undefined,
  place: JobContext,
): Promise<void> {
  const { event, inputs, log, env, shard, signal } = place;
  if (inputs.artifact === 'none') return;
  const toKeep =
    shard === undefined
      ? files !== undefined && (finding.mayCreateComment || mayOnlyRead(event))
      : inputs.artifact === 'full' && finding.shard !== undefined;
  if (!toKeep) return;
  const name = artifactName(inputs.commentKey ?? inputs.config, shard && `${shard.number}-${shard.of}`);
  const kept = await keepArtifact({
    name,
    files: async () => {
      if (finding.shard !== undefined) return filesBelow(finding.shard);
      if (files === undefined) return [];
      const comment = join(inputs.out, 'comment.md');
      await writeWhole(comment, finding.showing.atMost(LONGEST_COMMENT));
      return inputs.artifact === 'full'
        ? filesBelow(inputs.out)
        : named([files.result, files.report, comment]);
    },
    env,
    timing: systemTiming,
    signal,
    load: () => import('../github/artifact/artifact-service.ts'),
    onSecret: (secret) => log.mask(secret),
    onWarning: (message) => log.warning(message),
  });
  if (kept === 'kept') log.info(`Uploaded the artifact ${name}.`);
}
