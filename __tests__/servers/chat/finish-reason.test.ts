import { expect, test } from 'vitest';
import { finishReasonOf, isBrokenOff } from '../../../src/servers/chat/finish-reason.ts';

test.each([
  'length',
  'LENGTH',
  'Length',
  'max_tokens',
  'MAX_TOKENS',
  'maxTokens',
  'max-tokens',
  'MaxTokens',
  'FINISH_REASON_MAX_TOKENS',
  'FinishReason.MAX_TOKENS',
  'StopReason.MAX_TOKENS',
  'CompletionsFinishReason.TOKEN_LIMIT_REACHED',
  'max_output_tokens',
  'maximum_tokens',
  'max_length',
  'REASON_MAX_LEN',
  'REASON_MAX_CONTEXT',
  'model_length',
  'model_context_window_exceeded',
  'ERROR_LIMIT',
  'token_limit',
  'TOKEN_LIMIT',
  'limit',
])('%s is a truncation', (reason) => {
  expect(finishReasonOf(reason)).toBe('length');
  expect(isBrokenOff(reason)).toBe(false);
});

test.each([
  'content_filter',
  'content-filter',
  'contentFilter',
  'CONTENT_FILTER',
  'content_filtered',
  'CONTENT_FILTERED',
  'guardrail_intervened',
  'refusal',
  'ERROR_TOXIC',
  'sensitive',
  'SAFETY',
  'FinishReason.SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'ProhibitedContent',
  'SPII',
  'LANGUAGE',
  'MODEL_ARMOR',
])('%s is the content filter', (reason) => {
  expect(finishReasonOf(reason)).toBe('content_filter');
  expect(isBrokenOff(reason)).toBe(false);
});

test.each([
  'stop',
  'STOP',
  'end_turn',
  'stop_sequence',
  'eos',
  'eos_token',
  'COMPLETE',
  'FINISH',
  'endoftext',
])('%s is a completion that ended by itself', (reason) => {
  expect(finishReasonOf(reason)).toBe('stop');
  expect(isBrokenOff(reason)).toBe(false);
});

test.each([
  'abort',
  'ABORT',
  'error',
  'ERROR',
  'network_error',
  'insufficient_system_resource',
  'time_limit',
])('%s is a completion that the server cut short', (reason) => {
  expect(isBrokenOff(reason)).toBe(true);
  expect(finishReasonOf(reason)).toBe(reason);
});

test.each([
  'tool_calls',
  'TOOL_CALLS',
  'function_call',
  'OTHER',
  'unknown',
  'pause_turn',
  '',
  'lengthy',
  'stopped at length',
])('%j is returned unchanged', (reason) => {
  expect(finishReasonOf(reason)).toBe(reason);
  expect(isBrokenOff(reason)).toBe(false);
});
