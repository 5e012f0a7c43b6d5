/** Matches the id that means "no commit", which is 40 or 64 zeros. */
const NO_COMMIT = /^0+$/;

/** A nested property; undefined if any part of the path is missing. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  );

/** Removes the prefix of a full ref. GitHub names a deleted branch or tag without it, Gitea with it. */
const shortRef = (ref: string): string => ref.replace(/^refs\/(?:heads|tags)\//u, '');

const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

/**
 * A complete sentence reporting that the event's subject was closed or deleted, so that nothing is left to check;
 * undefined if the subject still exists. Servers report this in different fields of the event and do not always set all
 * of them, so one field is enough.
 */
export function closedOrDeleted(name: string, payload: unknown, commit: string): string | undefined {
  const action = textAt(payload, 'action');
  switch (name) {
    case 'push': {
      const isDeleted = at(payload, 'deleted') === true;
      if (!isDeleted && !NO_COMMIT.test(textAt(payload, 'after')) && !NO_COMMIT.test(commit))
        return undefined;
      const ref = textAt(payload, 'ref');
      const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
      return `The ${kind} ${shortRef(ref)} was deleted.`;
    }
    case 'delete':
      return `The ${textAt(payload, 'ref_type') || 'ref'} ${shortRef(textAt(payload, 'ref'))} was deleted.`;
    case 'pull_request': {
      const pull = at(payload, 'pull_request');
      const isClosed =
        action === 'closed' || textAt(pull, 'state') === 'closed' || at(pull, 'merged') === true;
      return isClosed ? `Pull request ${textAt(pull, 'number')} is closed.` : undefined;
    }
    case 'merge_group':
      return action === 'destroyed' ? 'The merge group left the queue.' : undefined;
    case 'release': {
      const isGone = ['deleted', 'unpublished'].includes(action) || at(payload, 'release', 'draft') === true;
      return isGone ? `The release ${textAt(payload, 'release', 'tag_name')} is not published.` : undefined;
    }
    default:
      return undefined;
  }
}
