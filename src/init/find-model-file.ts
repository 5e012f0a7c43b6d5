import { type PlacedText, textsIn } from '../versions/model-file.ts';
import { versionFault } from '../config/values/version-name.ts';

/** A file that contains a model's version. */
export interface ModelFile {
  readonly path: string;
  /** The JSON pointer to the version. */
  readonly pointer: string;
  readonly version: string;
  /** The name under which the model is probably served, which contains `{version}`. */
  readonly model: string;
}

/** Matches files that contain a version of something other than a model. */
const NOT_A_MODEL =
  /(?:^|\/)(?:package|package-lock|composer|tsconfig[^/]*|pyproject|cargo|pipfile|poetry|uv|docker-compose[^/]*|compose|mkdocs|reversal|reversal-waivers|chart|pubspec|openapi|swagger|manifest|renovate|dependabot)\.(?:ya?ml|json|toml)$/iu;

const KEY = /^(?:model[_-]?)?(?:version|revision|checkpoint|tag)$/iu;
const MODEL_WORDS = /model|checkpoint|serving|deploy|inference|weights/iu;

/** Whether a file's name suggests that the file is worth opening. */
export const mayBeModelFile = (path: string): boolean =>
  /\.(?:ya?ml|json|toml)$/u.test(path) && !NOT_A_MODEL.test(path);

/** Scores how likely a place is to contain the served model's version; 0 if it cannot. */
function likeliness(path: string, { pointer, text }: PlacedText): number {
  const steps = pointer.split('/').slice(1);
  if (!KEY.test(steps.at(-1) ?? '') || versionFault(text) !== undefined) return 0;
  const inName = MODEL_WORDS.test(path);
  const inPointer = MODEL_WORDS.test(pointer);
  if (!inName && !inPointer) return 0;
  return (inName ? 4 : 0) + (inPointer ? 2 : 0) + 1 / (1 + steps.length + path.split('/').length);
}

/**
 * The places in `files` that seem to contain a model's version, most likely first. A place counts if its key is
 * `version`, `revision`, `checkpoint` or `tag`, and the file's name or the path to the key mentions a model.
 */
export function findModelFiles(
  files: readonly { readonly path: string; readonly text: string }[],
): readonly ModelFile[] {
  return files
    .flatMap(({ path, text }) => {
      const texts = textsIn({ path, text });
      return texts.map((placed) => ({ path, placed, texts, how: likeliness(path, placed) }));
    })
    .filter(({ how }) => how > 0)
    .toSorted((a, b) => b.how - a.how || (a.path < b.path ? -1 : 1))
    .map(({ path, placed, texts }) => ({
      path,
      pointer: placed.pointer,
      version: placed.text,
      model: modelName(texts, placed),
    }));
}

/** The name next to the version or at the top level, with `{version}` appended; `model-{version}` if there is no name. */
function modelName(texts: readonly PlacedText[], { pointer, text: version }: PlacedText): string {
  const beside = pointer.slice(0, pointer.lastIndexOf('/'));
  const places = [beside, ''].flatMap((place) => ['model', 'name', 'id'].map((key) => `${place}/${key}`));
  const name = places
    .map((place) => texts.find((each) => each.pointer === place)?.text)
    .find((text) => text !== undefined && text !== '' && text !== version);
  if (name === undefined) return 'model-{version}';
  return name.includes(version) ? name.replace(version, '{version}') : `${name}-{version}`;
}
