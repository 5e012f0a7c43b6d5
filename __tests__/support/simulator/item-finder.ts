import { ApiError } from './openai-api.ts';

/** Finds the item of a request by its prompt. */
export type FindItem<Item> = (asked: string) => Item;

/**
 * Finds the item whose prompt equals the request's text or is contained in it (because of a suite's template,
 * or a system message before it). If several are contained, the longest is meant.
 *
 * The function throws an `ApiError` (400) if the text contains no known prompt, because an invented answer
 * would be graded.
 */
export function itemFinder<Item extends { readonly prompt: string }>(items: readonly Item[]): FindItem<Item> {
  const known = new Map(items.map((item) => [item.prompt, item]));
  const longestFirst = items.toSorted((a, b) => b.prompt.length - a.prompt.length);
  return (asked) => {
    const found = known.get(asked) ?? longestFirst.find(({ prompt }) => asked.includes(prompt));
    if (found === undefined) {
      throw new ApiError({
        status: 400,
        message: 'This server knows only the items of its eval sets, and none of them is in this prompt.',
        code: 'unknown_item',
        param: 'messages',
      });
    }
    known.set(asked, found);
    return found;
  };
}
